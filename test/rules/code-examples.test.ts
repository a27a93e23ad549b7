import { afterAll, describe, expect, test, vi } from 'vitest';
import type { DocumentRun, RunnerOptions } from '../../src/compiler/document-runner.ts';
import { codeExamples } from '../../src/compiler/examples.ts';
import { catalogue } from '../../src/compiler/index.ts';
import { createMermaidRenderer } from '../../src/diagrams/index.ts';
import type { DiagramFailure, RuleExample } from '../../src/model/index.ts';
import { rules } from '../../src/rules/index.ts';
import { checkExample } from './disk-project.ts';
import { placeOf } from './mini-project.ts';

/** Small examples hang together loosely. */
const ASIDE = 'MS502';

/** Rules have their own test, without a disk. */
const OF_RULES = new Set<string>(rules.map(({ code }) => code));
const others = [...codeExamples].filter(([code]) => !OF_RULES.has(code));

/** What befalls the check of the example under way. */
const now: { event: RuleExample['event'] } = vi.hoisted(() => {
	// The files before this one have loaded the real ones into the same process.
	vi.resetModules();
	return { event: undefined };
});

// Documents are compiled in this thread: every small example in MDX would start a worker.
vi.mock('../../src/compiler/document-runner.ts', async () => {
	const { compileDocument } = await import('../../src/compiler/document-task.ts');
	return {
		runDocuments: ({ config, onOutcome }: RunnerOptions): DocumentRun => ({
			standsBy: false,
			add: (source) => {
				if (now.event === 'slow-document') onOutcome(source, { failed: 'timeout', detail: '10000' });
				else if (now.event === 'failed-document') onOutcome(source, { failed: 'crash', detail: 'x' });
				else onOutcome(source, { value: compileDocument(source, config, undefined) });
			},
			finish: async () => {},
			close: async () => {},
		}),
	};
});

vi.mock('../../src/parse/markdown/native.ts', async (original) => {
	const native = await original<typeof import('../../src/parse/markdown/native.ts')>();
	return {
		...native,
		readNative: (body: string) => {
			if (now.event === 'failed-parser') throw new Error('no such token');
			return native.readNative(body);
		},
	};
});

const DRAWING: Readonly<Record<string, DiagramFailure>> = {
	'slow-diagram': { reason: 'timeout', message: '20 s' },
	'failed-diagram': { reason: 'crash', message: 'no layout' },
};

// Boots once.
const real = createMermaidRenderer({ workers: 1 });
afterAll(async () => {
	await real.close();
	// The files after this one get the real ones.
	vi.doUnmock('../../src/compiler/document-runner.ts');
	vi.doUnmock('../../src/parse/markdown/native.ts');
	vi.resetModules();
});

async function found(example: RuleExample): Promise<string[]> {
	const failure = DRAWING[example.event ?? ''];
	now.event = example.event;
	const findings = await checkExample(
		example,
		failure ? { render: async () => ({ ok: false, failure }), close: async () => {} } : real,
	);
	return findings
		.filter(({ code }) => code !== ASIDE)
		.map((finding) => `${finding.code} ${placeOf(finding)}`);
}

test('every code has a good and a bad example', () => {
	const without = [...catalogue.keys()].filter((code) => {
		const examples = codeExamples.get(code);
		return !examples || examples.good.length === 0 || examples.bad.length === 0;
	});
	expect(without).toEqual([]);
	expect([...codeExamples.keys()].filter((code) => !catalogue.has(code))).toEqual([]);
});

// Root may read everything, so there that case cannot be made.
const isRoot = process.getuid?.() === 0;
const isMade = ({ disk = {} }: RuleExample): boolean =>
	!isRoot || !Object.values(disk).some(({ type }) => type === 'unreadable');
const numbered = (examples: readonly RuleExample[]) =>
	examples.filter(isMade).map((example, index) => [index + 1, example] as const);

describe.each(others)('%s', (code, { good, bad }) => {
	test.each(numbered(good))('good %i has no finding', async (_, example) => {
		// What waives says so, by a hint.
		expect((await found(example)).filter((each) => !each.startsWith('MS563') || code === 'MS563')).toEqual(
			[],
		);
	});

	test.each(numbered(bad))('bad %i is found at its place', async (_, example) => {
		expect(await found(example)).toEqual([`${code} ${example.at}`]);
	});
});

test.each([
	['to the end', '```mermaid\nflowchart LR\n  a --> b\n\n之后再看。\n'],
	['into another block', '```mermaid\nflowchart LR\n  a --> b\n\n再看。\n\n```sql\nSELECT 1;\n```\n'],
])('a diagram without an end that runs %s is one finding', async (_, text) => {
	expect(await found({ files: { 'docs/a.md': `# A\n\n${text}` } })).toEqual(['MS427 docs/a.md:3:1']);
});
