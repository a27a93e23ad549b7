import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { text } from '../../../schemas/fields/basic.ts';
import { fits } from '../../../schemas/fits.ts';
import { validateFrontmatter } from '../../../schemas/index.ts';
import { zodIssues } from '../../../schemas/issues.ts';
import { labelled, metaOf, named } from '../../../schemas/meta.ts';
import { fieldPaths } from '../../../schemas/paths.ts';
import { KIND_SCHEMAS } from '../../../schemas/registry.ts';
import { DOCUMENT_KINDS } from '../../../src/model/index.ts';
import { OPEN, RECORD_KINDS, SMALLEST } from './samples.ts';

const FULL: Readonly<Record<string, unknown>> = {
	...SMALLEST.process,
	level: 3,
	parent: 'PR-VC-0001',
	lang: 'zh-CN',
	keywords: ['a', 'b'],
	review: { every: 'P6M', on: '2026-01-31', by: null, evidence: 'LOG-2026-0001' },
	order: 1.5,
	fitReview: { on: '2026-01-31', result: 'fit' },
	steps: [
		{ id: 's', name: 'S', type: 'start', data: ['A', { object: 'B', access: 'read' }] },
		{ id: '完成', name: 'E', next: [{ to: 's', when: 'no' }], runbooks: ['RB-INV-0001'] },
		{ id: 'e', name: 'E', next: 's' },
	],
	'x-own': { anything: [1] },
};

describe('data that fits its schema', () => {
	test.each(RECORD_KINDS)('the least of a %s does, and less does not', (kind) => {
		const { schema } = KIND_SCHEMAS[kind];
		expect(fits(schema, SMALLEST[kind])).toBe(true);
		for (const key of Object.keys(schema.shape)) {
			const { [key]: _, ...rest } = SMALLEST[kind];
			expect([key, fits(schema, rest)]).toEqual([key, zodIssues(schema, rest).length === 0]);
		}
	});

	it('is found to be so without Zod, empty fields and foreign keys included', () => {
		expect(fits(KIND_SCHEMAS.process.schema, FULL)).toBe(true);
		expect(zodIssues(KIND_SCHEMAS.process.schema, FULL)).toEqual([]);
		expect(fits(KIND_SCHEMAS.page.schema, { layout: { any: 1 }, title: 'x' })).toBe(true);
	});

	test.each([
		['nothing', null],
		['a list', []],
		['a text', 'x'],
	])('%s does not', (_, data) => {
		for (const kind of DOCUMENT_KINDS) expect(fits(KIND_SCHEMAS[kind].schema, data)).toBe(false);
	});

	it('has no issue, whatever is changed in it', () => {
		const value = fc.constantFrom<unknown>(
			...[
				'',
				' ',
				'x',
				'S1',
				'draft',
				'zh-CN',
				'zh_cn',
				'PR-A-001',
				'RB-INV-0042',
				'2026-01-31',
				'2026-02-30',
			],
			...['P6M', 0, 1, 5, 6, -1, 1.5, Number.NaN, true, null, undefined, [], {}, [null], ['x'], [{}]],
			...[
				{ every: 'P6M' },
				{ to: 's' },
				{ object: 'x', access: null },
				{ id: 's', name: 'S' },
				[{ id: 's', name: 'S' }],
			],
		);
		const kind = fc.constantFrom(...RECORD_KINDS);
		const key = fc.constantFrom(
			...[
				'id',
				'title',
				'owner',
				'summary',
				'lang',
				'status',
				'keywords',
				'review',
				'related',
				'level',
				'steps',
				'order',
			],
			...[
				'signatures',
				'symptoms',
				'severity',
				'risk',
				'objects',
				'upgrade',
				'x-a',
				'titel',
				'constructor',
				'__proto__',
			],
		);
		fc.assert(
			fc.property(kind, fc.boolean(), fc.dictionary(key, value, { maxKeys: 4 }), (each, full, changes) => {
				const { schema } = KIND_SCHEMAS[each];
				const data = { ...(full && each === 'process' ? FULL : SMALLEST[each]), ...changes };
				const issues = zodIssues(schema, data);
				if (fits(schema, data)) expect(issues).toEqual([]);
				// The other way round as well: else every document pays for the long way.
				else if (!Object.values(data).includes(undefined)) expect(issues).not.toEqual([]);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('fields of a knowledge base', () => {
	const fields = new Map([['shift', { type: 'string' as const, label: { en: 'Shift' }, required: true }]]);
	const config = { ...OPEN, fields: { runbook: fields } };

	it('are no unknown keys, and are candidates for misspelt ones', () => {
		const issues = (more: object) =>
			validateFrontmatter('runbook', { ...SMALLEST.runbook, ...more }, config).issues;
		expect(issues({ shift: '早班' })).toEqual([]);
		expect(issues({}).map(({ type, key }) => `${type} ${key}`)).toEqual(['missing shift']);
		const [unknown] = issues({ shift: '早班', shfit: 'x' });
		expect(unknown).toMatchObject({ type: 'unknown-key', key: 'shfit' });
		expect(unknown?.candidates).toContain('shift');
		expect(unknown?.candidates).toContain('severity');
	});
});

describe('what a schema says about itself', () => {
	it('a second name makes another schema', () => {
		const first = named(text(), 'One', '一', '一');
		const second = named(first, 'Two', '二', '二');
		expect(metaOf(first).labels).toEqual(labelled('One', '一', '一'));
		expect(metaOf(second)).toEqual({ expected: 'text', labels: labelled('Two', '二', '二') });
	});

	it('names of fields stand in JSON pointers as they are', () => {
		const names = DOCUMENT_KINDS.flatMap((kind) => fieldPaths(KIND_SCHEMAS[kind].schema)).flatMap(
			({ path }) => path,
		);
		expect(names.filter((name) => /[~/]/.test(name))).toEqual([]);
	});
});
