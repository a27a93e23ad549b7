import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compile, openProject, type Project } from '../../../src/compiler/index.ts';
import { openWorkspace, type Workspace } from '../../../src/compiler/workspace/index.ts';
import type { Finding } from '../../../src/model/index.ts';
import { processExample, runbookExample } from '../../../src/rules/example-documents.ts';

const DAY = '2026-11-22';

const SETTINGS = 'title: T\nlanguages: [zh-CN, en]\nroles: {it-support: {en: IT support}, operations: Ops}\n';
const STEPS = 'steps:\n  - {id: order, name: O, type: start}\n  - {id: done, name: D, type: end}';
const FILES: Readonly<Record<string, string>> = {
	'mainstay.yaml': SETTINGS,
	'docs/a.md': runbookExample('processes: [{process: PR-O2C-0001, step: order}]'),
	'docs/b.md': runbookExample('related: [RB-INV-0042]', '\n[a](a.md)\n', 'RB-INV-0043'),
	'docs/p.md': processExample(STEPS),
	'docs/g.md': '# Guide\n\n## One\n\n[a](a.md) [p](p.md#order) [two](h.md#two)\n',
	'docs/h.md': '# H\n\n## Two\n\n![x](i/x.png) [g](g.md#one)\n',
	'docs/i/x.png': 'no picture',
};

/** Texts that a document may become: what other documents say of it changes with it. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
	'docs/a.md': [
		FILES['docs/a.md'] ?? '',
		runbookExample('related: [RB-INV-0099]'),
		runbookExample('status: retired'),
		runbookExample('', '', 'RB-INV-0077'),
		runbookExample('', '\n<!-- mainstay-ignore MS201: not written yet -->\n\n[x](nowhere.md)\n'),
		'---\nid: [broken\n---\n',
	],
	'docs/p.md': [
		FILES['docs/p.md'] ?? '',
		processExample(STEPS.replace('id: order', 'id: place')),
		processExample(`${STEPS}\nparent: PR-O2C-0009`),
	],
	'docs/g.md': [FILES['docs/g.md'] ?? '', '# Guide\n\n## Another\n\n[h](h.md#three)\n', '# H\n\ntext\n', ''],
	'docs/h.md': [
		FILES['docs/h.md'] ?? '',
		'# H\n\n## Three\n',
		'# Guide\n\n```mermaid\nflowchart LR\n  a --> b\n```\n',
	],
	'docs/new.md': [runbookExample('', '', 'RB-INV-0043'), '# New\n\n[a](a.md)\n'],
};

let root: string;
let project: Project;

async function write(files: Readonly<Record<string, string>>, folder = root): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
}

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-workspace-'));
	await write(FILES);
	project = await openProject(root);
});

afterAll(() => rm(root, { recursive: true, force: true }));

const sorted = (findings: readonly Finding[]): string[] =>
	findings.map((each) => JSON.stringify(each)).sort();

async function checked(files: Readonly<Record<string, string>>): Promise<string[]> {
	const folder = await mkdtemp(join(tmpdir(), 'mainstay-workspace-check-'));
	try {
		await write(files, folder);
		const other = await openProject(folder);
		const { findings } = await compile(other, { target: 'check', asOf: DAY, cache: false });
		return sorted(findings);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function withWorkspace(use: (workspace: Workspace) => Promise<void>): Promise<void> {
	const workspace = await openWorkspace(project, () => DAY);
	try {
		await use(workspace);
	} finally {
		await workspace.close();
	}
}

describe('a workspace', () => {
	test('finds what a check of the same texts finds, whatever was written before', async () => {
		await withWorkspace(async (workspace) => {
			const edit = fc
				.constantFrom(...Object.keys(TEXTS))
				.chain((path) =>
					fc.record({ path: fc.constant(path), text: fc.constantFrom(...(TEXTS[path] ?? [])) }),
				);
			await fc.assert(
				fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
					const now: Record<string, string> = { ...FILES };
					for (const { path, text } of edits) {
						now[path] = text;
						expect(await workspace.write(path, text)).toBe(true);
						workspace.findings();
					}
					await workspace.settle();
					expect(sorted(workspace.findings())).toEqual(await checked(now));
					for (const path of Object.keys(TEXTS)) await workspace.release(path);
				}),
				{ numRuns: 8 },
			);
			await workspace.settle();
			expect(sorted(workspace.findings())).toEqual(await checked(FILES));
		});
	}, 120_000);

	test('tells at once what an edit does to other files', async () => {
		await withWorkspace(async (workspace) => {
			const codesIn = (file: string): string[] =>
				workspace.findings().flatMap((each) => (each.file === file ? [each.code] : []));
			expect(codesIn('docs/h.md')).not.toContain('MS202');
			await workspace.write('docs/g.md', '# Guide\n\n## Renamed\n');
			expect(codesIn('docs/h.md')).toContain('MS202');
			await workspace.release('docs/g.md');
			expect(codesIn('docs/h.md')).not.toContain('MS202');
		});
	});

	test('follows files that come, change and go', async () => {
		await withWorkspace(async (workspace) => {
			const files = (): string[] => workspace.view.documents.map(({ file }) => file);
			await write({ 'docs/later.md': '# Later\n\n[x](a.md)\n' });
			await workspace.refresh();
			expect(files()).toContain('docs/later.md');
			await rm(join(root, 'docs/later.md'));
			await workspace.refresh();
			expect(files()).not.toContain('docs/later.md');
			expect(workspace.findings().some(({ file }) => file === 'docs/later.md')).toBe(false);
		});
	});

	test('takes in no text that a check would not read: other folders, other endings, links', async () => {
		await symlink(join(root, 'docs/a.md'), join(root, 'docs/link.md'));
		try {
			await withWorkspace(async (workspace) => {
				const count = workspace.view.documents.length;
				for (const path of [
					'notes.md',
					'docs/.hidden/a.md',
					'docs/node_modules/x.md',
					'docs/a.txt',
					'docs/link.md',
				]) {
					expect(await workspace.write(path, '# X\n\n[x](nowhere.md)\n')).toBe(false);
				}
				expect(workspace.view.documents).toHaveLength(count);
				expect(workspace.findings().filter(({ file }) => file === 'docs/link.md')).toHaveLength(1);
			});
		} finally {
			await rm(join(root, 'docs/link.md'));
		}
	});

	test('a text that is too large is told of and stops nothing', async () => {
		await withWorkspace(async (workspace) => {
			await workspace.write('docs/g.md', `# G\n\n${'x'.repeat(1_100_000)}\n`);
			expect(workspace.findings().filter(({ file }) => file === 'docs/g.md')).toHaveLength(1);
			await workspace.write('docs/g.md', FILES['docs/g.md'] ?? '');
			expect(workspace.findings().some(({ code }) => code === 'MS602')).toBe(false);
			expect(workspace.view.graph.byFile.has('docs/g.md')).toBe(true);
		});
	});
});
