import { readdirSync, readFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { allowedValues } from '../../../schemas/expected.ts';
import {
	documentTemplate,
	ID_PREFIX,
	jsonSchemas,
	labels,
	sectionRole,
	validateFrontmatter,
} from '../../../schemas/index.ts';
import { metaOf } from '../../../schemas/meta.ts';
import { fieldPaths } from '../../../schemas/paths.ts';
import { KIND_SCHEMAS } from '../../../schemas/registry.ts';
import { jsonSchemaFiles } from '../../../scripts/generate/json-schemas.ts';
import { DOCUMENT_KINDS, INTERFACE_LANGUAGES, STEP_TYPES } from '../../../src/model/index.ts';
import { OPEN, RECORD_KINDS } from './samples.ts';

const places = DOCUMENT_KINDS.flatMap((kind) =>
	fieldPaths(KIND_SCHEMAS[kind].schema).map((place) => ({ ...place, at: `${kind}/${place.path.join('/')}` })),
);

describe('labels', () => {
	it('stand on every field', () => {
		const bare = places.filter(({ path, meta }) => path.at(-1) !== '*' && !meta.labels);
		// The list branch of `next` shares its place with the labelled union; branches need no name.
		expect(bare.map(({ at }) => at).filter((at) => !at.endsWith('/next'))).toEqual([]);
	});

	it('stand on every value of every enumeration', () => {
		const enums = places.filter(
			({ schema }) => schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral,
		);
		expect(enums.length).toBeGreaterThan(40);
		for (const { schema, meta, at } of enums) {
			expect(Object.keys(meta.valueLabels ?? {}), at).toEqual(allowedValues(schema));
			for (const value of allowedValues(schema))
				expect(labels[`${meta.enumName}.${value}`], at).toBeDefined();
		}
	});

	it('exist in all languages, and the traditional ones hold no simplified characters', () => {
		const toTraditional = Converter({ from: 'cn', to: 'tw' });
		for (const [key, label] of Object.entries(labels)) {
			for (const lang of INTERFACE_LANGUAGES) expect(label[lang], key).toMatch(/\S/);
			expect(toTraditional(label['zh-TW']), key).toBe(label['zh-TW']);
		}
	});

	it.each([
		['kind.runbook', '运行手册'],
		['field.severity', '严重程度'],
		['field.risk', '风险'],
		['field.upgrade.risk', '升级风险'],
		['severity.S1', 'S1 · 业务中断'],
		['level.1', '价值链'],
		['stepType.approval', '审批'],
		['type.approval', '审批'],
		['workaroundType.dual-track', '双轨制'],
		['upgradeRisk.high', '高'],
		['method.drill', '演练'],
	])('%s is %s', (key, text) => {
		expect(labels[key]?.['zh-CN']).toBe(text);
	});

	it('cover the step types of the model', () => {
		for (const type of STEP_TYPES) expect(labels[`stepType.${type}`]).toBeDefined();
	});
});

describe('JSON Schema', () => {
	it('in schemas/json is up to date', () => {
		const folder = new URL('../../../schemas/json/', import.meta.url);
		const files = jsonSchemaFiles();
		expect(readdirSync(folder).sort()).toEqual([...files.keys()]);
		for (const [name, text] of files) expect(readFileSync(new URL(name, folder), 'utf8'), name).toBe(text);
	});

	const schemas = jsonSchemas() as Record<string, z.core.JSONSchema.BaseSchema>;

	it('exists for every kind and for mainstay.yaml', () => {
		expect(Object.keys(schemas).sort()).toEqual([...DOCUMENT_KINDS, 'mainstay'].sort());
	});

	it('shows labels and the meaning of values', () => {
		expect(schemas['runbook']?.properties?.['severity']).toMatchObject({
			title: 'Severity',
			description: 'Severity / 严重程度 / 嚴重程度',
			enum: ['S1', 'S2', 'S3', 'S4'],
			enumDescriptions: expect.arrayContaining(['S4 · minor / S4 · 轻微 / S4 · 輕微']),
		});
	});

	it('holds conditions, alternatives and both forms of `next`', () => {
		expect(JSON.stringify(schemas['process'])).toContain('"then":{"required":["parent"]}');
		expect(JSON.stringify(schemas['runbook'])).toContain('"anyOf":[{"required":["code"]}');
		const steps = schemas['process']?.properties?.['steps'] as {
			items: { properties: { next: { anyOf: unknown[] } } };
		};
		expect(steps.items.properties.next.anyOf).toHaveLength(2);
	});

	it('lets keys of other tools pass and nothing else, except on pages', () => {
		for (const kind of RECORD_KINDS) {
			expect(schemas[kind]).toMatchObject({ additionalProperties: false, patternProperties: { '^x-': {} } });
			expect(schemas[kind]?.properties?.['kind']).toMatchObject({ const: kind });
		}
		expect(schemas['page']?.additionalProperties).not.toBe(false);
	});

	it('contains none of our own bookkeeping', () => {
		const keys = new Set<string>();
		JSON.stringify(schemas, (key, value: unknown) => {
			keys.add(key);
			return value;
		});
		for (const key of ['labels', 'valueLabels', 'enumName', 'vocabulary'])
			expect(keys.has(key), key).toBe(false);
	});
});

describe('the template of a new document', () => {
	/** Writes something that fits into every empty place. */
	function filled(value: unknown, schema: z.core.$ZodType): unknown {
		const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
		if (inner instanceof z.ZodObject) {
			const entries = Object.entries((value ?? {}) as object).map(([key, child]) => [
				key,
				filled(child, inner.shape[key]),
			]);
			return Object.fromEntries(entries);
		}
		if (inner instanceof z.ZodArray) return (value as unknown[]).map((item) => filled(item, inner.element));
		if (value !== null && value !== '') return value;
		if (inner instanceof z.ZodLiteral) return 3;
		return allowedValues(inner).at(-1) ?? metaOf(inner).example ?? 'text';
	}

	const cases = RECORD_KINDS.flatMap((kind) => INTERFACE_LANGUAGES.map((lang) => [kind, lang] as const));

	it.each(cases)('%s in %s is complete once its empty places are filled', (kind, lang) => {
		const facts = {
			id: `${ID_PREFIX[kind]}-GEN-0001`,
			title: 'Queue: “stuck” # 1',
			lang,
			date: '2026-03-01',
		};
		const text = documentTemplate(kind, facts);
		const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n\n([\s\S]+)$/.exec(text) ?? [];
		const data = parse(yaml) as Record<string, unknown>;
		expect(data).toMatchObject({ id: facts.id, title: facts.title, lang, kind });
		expect(validateFrontmatter(kind, data, OPEN).issues.length).toBeGreaterThan(0);
		const complete = filled(data, KIND_SCHEMAS[kind].schema);
		expect(validateFrontmatter(kind, complete, OPEN)).toEqual({ value: complete, issues: [] });
		expect(body).toMatch(/^## /);
	});

	it('of a system log stays complete when its commented fields are used', () => {
		const text = documentTemplate('system-log', {
			id: 'LOG-2026-0001',
			title: 'T',
			lang: 'en',
			date: '2026-03-01',
		});
		const [, yaml = ''] = /^---\n([\s\S]*?)\n---/.exec(text.replaceAll(/^# /gm, '')) ?? [];
		const complete = filled(parse(yaml), KIND_SCHEMAS['system-log'].schema);
		for (const logType of ['change', 'incident', 'permission', 'data-fix', 'upgrade']) {
			expect(validateFrontmatter('system-log', { ...(complete as object), logType }, OPEN).issues).toEqual(
				[],
			);
		}
	});

	it('of a runbook has the sections that readers look for, in every language', () => {
		for (const lang of INTERFACE_LANGUAGES) {
			const text = documentTemplate('runbook', { id: 'RB-A-001', title: 'T', lang, date: '2026-03-01' });
			const roles = [...text.matchAll(/^## (.*)$/gm)].map((match) => sectionRole(match[1] ?? ''));
			expect(roles).toEqual(['diagnosis', 'steps', 'verification', 'root-cause']);
		}
	});

	it('of a page needs nothing more', () => {
		const text = documentTemplate('page', { id: '', title: 'A: b', lang: 'zh-TW', date: '2026-03-01' });
		expect(text).toBe('---\ntitle: "A: b"\nlang: zh-TW\n---\n\n在這裡寫正文。\n');
	});
});

describe('the role of a section', () => {
	it.each([
		['诊断', 'diagnosis'],
		['一、诊断', 'diagnosis'],
		['1. Diagnosis', 'diagnosis'],
		['1.2 排查：先看日志', 'diagnosis'],
		['（二）處理步驟', 'steps'],
		['处理步骤（正式环境）', 'steps'],
		['Resolution - production only', 'steps'],
		['第三章 验证', 'verification'],
		['Root cause', 'root-cause'],
		['根本原因分析', 'root-cause'],
	])('%s is %s', (heading, role) => {
		expect(sectionRole(heading)).toBe(role);
	});

	it.each(['', '常见问题', 'Diagnosticians', '原因不明的情况', 'constructor'])('%j is none', (heading) => {
		expect(sectionRole(heading)).toBeUndefined();
	});
});
