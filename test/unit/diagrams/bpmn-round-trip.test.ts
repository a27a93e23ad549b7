import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { processModelOf } from '../../../schemas/index.ts';
import { openProject } from '../../../src/compiler/index.ts';
import type { CompileConfig, Frontmatter, ProcessModel, StepType } from '../../../src/model/index.ts';
import { SETTINGS } from '../settings.ts';
import { exported, imported } from './bpmn-files.ts';
import { flow, step } from './process-models.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDER = `${ROOT}/docs/processes`;

interface Written {
	readonly file: string;
	readonly lang: string;
	readonly frontmatter: Frontmatter;
}

const written: readonly Written[] = readdirSync(FOLDER).flatMap((file) => {
	const frontmatter = parse(
		readFileSync(`${FOLDER}/${file}`, 'utf8').split(/^---$/m)[1] ?? '',
	) as Frontmatter;
	const lang = /\.(en|zh-TW)\.md$/.exec(file)?.[1] ?? 'zh-CN';
	return frontmatter['steps'] ? [{ file, lang, frontmatter }] : [];
});

/** What a round trip must keep: everything but whether an arrow was written or implied. */
function essence({ title, lanes, steps, flows }: ProcessModel): unknown {
	return {
		title,
		lanes,
		steps: steps.map(({ pointer, ...rest }) => rest),
		flows: flows.map(({ from, to, label }) => ({ from, to, label })),
	};
}

describe('our own documents, exported and imported', () => {
	let config: CompileConfig;
	beforeAll(async () => {
		config = (await openProject(ROOT)).config;
	});

	it('are there', () => expect(written.length).toBeGreaterThan(10));

	it.each(written)('$file comes back as it was', async ({ lang, frontmatter }) => {
		const model = processModelOf(frontmatter, lang, config);
		const xml = await exported(model, { lang, frontmatter });
		const { documents, notes } = await imported(xml, { config });
		const [document] = documents;
		expect(notes).toEqual([]);
		expect(document?.lang).toBe(lang);
		const again = parse(document?.markdown.split(/^---$/m)[1] ?? '') as Frontmatter;
		expect(essence(processModelOf(again, lang, config))).toEqual(essence(model));
		const kept = ['summary', 'owner', 'level', 'parent', 'trigger', 'inputs', 'outputs', 'controls', 'kpis'];
		for (const key of kept) expect(again[key]).toEqual(frontmatter[key]);
	});
});

const TEXTS = fc.constantFrom(
	'核对订单',
	'Approve "A" & <B>',
	'yes',
	'1.0',
	'- a: b',
	'是',
	'#x',
	' 空格 ',
	'a\nb',
);

/** Processes that our rules accept: every step is reached, every one but an end leads on, decisions are labelled. */
const validProcesses = fc
	.array(
		fc.record({
			type: fc.constantFrom<StepType>('task', 'approval', 'wait', 'decision'),
			name: TEXTS,
			role: fc.constantFrom('a', 'b', 'c'),
			transaction: fc.option(TEXTS, { nil: undefined }),
			label: TEXTS,
			jump: fc.nat(40),
		}),
		{ minLength: 1, maxLength: 12 },
	)
	.map((parts): ProcessModel => {
		const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
		const steps = [
			step('begin', { type: 'start' }),
			...parts.map(({ type, name, role, transaction }, index) =>
				step(`步骤-${index}`, { type, name: tidy(name), role, ...(transaction ? { transaction } : {}) }),
			),
			step('done', { type: 'end' }),
		];
		const flows = steps.slice(0, -1).flatMap(({ id }, index) => {
			const next = flow(`${id} → ${steps[index + 1]?.id ?? ''}`);
			const part = parts[index - 1];
			if (part?.type !== 'decision') return [next];
			const other = flow(`${id} → ${steps[1 + (part.jump % (steps.length - 1))]?.id ?? ''}`);
			return [
				{ ...next, label: tidy(part.label) },
				{ ...other, label: 'no' },
			];
		});
		const lanes = [...new Set(steps.map(({ role }) => role))].map((key) => ({ key, label: key }));
		return { id: 'PR-T-0001', title: 'Random', lanes, steps, flows };
	});

describe('any process that the rules accept', () => {
	it('comes back as it was', async () => {
		await fc.assert(
			fc.asyncProperty(validProcesses, async (model) => {
				const { documents, notes } = await imported(await exported(model, { lang: 'en' }));
				const frontmatter = documents[0]?.frontmatter ?? {};
				expect(essence(processModelOf(frontmatter, 'en', SETTINGS))).toEqual(essence(model));
				expect(notes.filter(({ reason }) => !reason.endsWith('placeholder'))).toEqual([]);
			}),
			{ numRuns: 20, seed: 3 },
		);
	});
});
