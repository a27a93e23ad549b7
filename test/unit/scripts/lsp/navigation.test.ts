import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	DefinitionRequest,
	type DocumentSymbol,
	DocumentSymbolRequest,
	type Hover,
	HoverRequest,
	type Location,
	type MarkupContent,
	type Position,
	PrepareRenameRequest,
	ReferencesRequest,
	RenameRequest,
	WillRenameFilesRequest,
	type WorkspaceEdit,
	type WorkspaceSymbol,
	WorkspaceSymbolRequest,
} from 'vscode-languageserver-protocol/node';
import { applyEdits } from '../../../../src/fixes/index.ts';
import { type Client, startClient } from './client.ts';
import { E, ENGLISH, FILES, G, P, PROCESS, R, RUNBOOK, SETTINGS } from './knowledge-base.ts';

let client: Client;

beforeAll(async () => {
	client = await startClient(FILES, { locale: 'en-GB' });
	const git = (...args: string[]): void => {
		execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
			cwd: client.root,
		});
	};
	git('init', '-q');
	git('add', R);
	git('commit', '-qm', 'all');
	await client.open(R, RUNBOOK);
	await client.open(P, PROCESS);
	await client.open('mainstay.yaml', SETTINGS);
}, 60_000);

afterAll(async () => {
	expect(client.complaints).toEqual([]);
	await client.end();
}, 60_000);

/** The place `offset` characters into the first occurrence of a text. */
function at(path: string, words: string, offset = 1): { textDocument: { uri: string }; position: Position } {
	const text = FILES[path] ?? '';
	const index = text.indexOf(words);
	expect(index, words).toBeGreaterThan(-1);
	const before = text.slice(0, index + offset);
	const line = before.split('\n').length - 1;
	const position = { line, character: before.length - before.lastIndexOf('\n') - 1 };
	return { textDocument: { uri: client.uri(path) }, position };
}

async function hover(path: string, words: string, offset = 1): Promise<string | undefined> {
	const found: Hover | null = await client.ask(HoverRequest.type, at(path, words, offset));
	return (found?.contents as MarkupContent | undefined)?.value;
}

/** `path:line` of locations, lines from 1. */
function places(found: unknown): string[] {
	return ((found ?? []) as Location[]).map(
		({ uri, range }) => `${decodeURIComponent(uri).split('/').slice(-2).join('/')}:${range.start.line + 1}`,
	);
}

const definition = async (path: string, words: string, offset = 1): Promise<string[]> =>
	places(await client.ask(DefinitionRequest.type, at(path, words, offset)));

const references = async (
	path: string,
	words: string,
	offset = 1,
	includeDeclaration = true,
): Promise<string[]> =>
	places(
		await client.ask(ReferencesRequest.type, { ...at(path, words, offset), context: { includeDeclaration } }),
	).sort();

describe('hover', () => {
	test('an id and a link tell title, summary, kind, status, owner', async () => {
		const text = 'Order to cash';
		for (const [words, offset] of [
			['[PR-O2C-0001]', 3],
			['o2c.md#order', 2],
			['kb:PR-O2C-0001#done', 5],
		] as const) {
			const value = await hover(R, words, offset);
			expect(value).toContain(`**${text}**`);
			expect(value).toContain('Process · `PR-O2C-0001` · Draft · Owner: IT support');
		}
		expect(await hover(R, 'o2c.md#order', 2)).toMatch(/^`#order` 下单/);
		expect(await hover(P, '手册](', 6)).toContain('找出缺的移动');
	});

	test('a key tells what it is for, a value what it is called, a role its name', async () => {
		expect(await hover(R, 'severity')).toMatch(/^\*\*severity\*\*: Severity .*\*required\*/);
		expect(await hover(R, 'S2')).toContain('severely impaired');
		expect(await hover(R, 'it-support')).toBe('**IT support**\n\n`roles.it-support`');
		expect(await hover(P, 'type: end', 2)).toContain('`decision`: Decision');
		expect(await hover('mainstay.yaml', 'roles')).toContain('Roles and teams');
		expect(await hover(R, '核对。')).toBeUndefined();
	});
});

describe('definition and references', () => {
	test('of documents, anchors, steps and keys of mainstay.yaml', async () => {
		expect(await definition(R, '[PR-O2C-0001]', 3)).toEqual(['processes/o2c.md:2', 'processes/o2c.en.md:2']);
		expect((await definition(R, 'o2c.md#order', 9))[0]).toBe('processes/o2c.md:17');
		expect((await definition(R, 'step: order', 8))[0]).toBe('processes/o2c.md:17');
		expect((await definition(P, 'next: done', 7))[0]).toBe('processes/o2c.md:11');
		expect(await definition(P, 'kb:RB-INV-0042#recalc', 5)).toEqual(['runbooks/stock.md:17']);
		expect(await definition(R, 'it-support')).toEqual([expect.stringMatching(/mainstay\.yaml:4$/)]);
		expect(await definition(G, '#here', 2)).toEqual(['docs/guide.md:5']);
		expect(await definition(R, '核对。')).toEqual([]);
	});

	test('where an id, a step and a role are named', async () => {
		expect(await references(P, 'PR-O2C-0001', 3, false)).toEqual([
			'docs/guide.md:3',
			'runbooks/stock.md:11',
			'runbooks/stock.md:12',
			'runbooks/stock.md:25',
			'runbooks/stock.md:25',
		]);
		expect(await references(P, 'id: order', 5)).toEqual([
			'processes/o2c.en.md:10',
			'processes/o2c.en.md:17',
			'processes/o2c.md:10',
			'processes/o2c.md:17',
			'runbooks/stock.md:11',
			'runbooks/stock.md:25',
		]);
		expect((await references('mainstay.yaml', 'dba', 1)).length).toBe(4);
		expect(await references(G, '指南', 1)).toEqual(['docs/guide.md:1', 'processes/chain.md:10']);
	});
});

describe('rename', () => {
	async function renamed(
		path: string,
		words: string,
		offset: number,
		newName: string,
	): Promise<Record<string, string>> {
		const asked = at(path, words, offset);
		const edit = (await client.ask(RenameRequest.type, { ...asked, newName })) as WorkspaceEdit;
		return Object.fromEntries(
			Object.keys(FILES).flatMap((file) => {
				const edits = edit.changes?.[client.uri(file)];
				if (!edits) return [];
				const own = edits.map(({ range: { start, end }, newText }) => ({
					file,
					newText,
					range: {
						start: { line: start.line + 1, column: start.character + 1 },
						end: { line: end.line + 1, column: end.character + 1 },
					},
				}));
				return [[file, applyEdits(FILES[file] ?? '', own)]];
			}),
		);
	}

	test('an id: in its document, in all its languages, in fields and links of all files', async () => {
		const after = await renamed(R, '[PR-O2C-0001]', 4, 'PR-O2C-0099');
		expect(after).toEqual(
			Object.fromEntries(
				[P, E, R].map((path) => [path, FILES[path]?.replaceAll('PR-O2C-0001', 'PR-O2C-0099')]),
			),
		);
	});

	test('an id that may have been published: its address goes on working', async () => {
		const after = await renamed(P, 'kb:RB-INV-0042', 5, 'RB-INV-0100');
		expect(after[R]).toContain('id: RB-INV-0100\n');
		expect(after[R]).toContain('redirectFrom:\n  - /d/RB-INV-0042/\n');
		expect(after[P]).toContain('(kb:RB-INV-0100#recalc)');
	});

	test('a step: its id, what leads to it, its section, in all languages', async () => {
		const expected = (text: string): string =>
			text.replace('id: order', 'id: place').replace('{#order}', '{#place}');
		const after = await renamed(P, 'id: order', 5, 'place');
		expect(after).toEqual({
			[P]: expected(PROCESS),
			[E]: expected(ENGLISH),
			[R]: RUNBOOK.replace('step: order', 'step: place').replace('#order', '#place'),
		});
		expect(await renamed(R, 'kb:PR-O2C-0001#done', 17, 'fin')).toMatchObject({
			[P]: expect.stringContaining('next: fin'),
		});
		expect(await renamed(G, '{#here}', 3, 'dort')).toEqual({ [G]: FILES[G]?.replaceAll('#here', '#dort') });
	});

	test('says what would be renamed, or why nothing can be', async () => {
		const prepared = await client.ask(PrepareRenameRequest.type, at(P, 'kb:RB-INV-0042', 5));
		expect(prepared).toMatchObject({ placeholder: 'RB-INV-0042' });
		const refused = async (
			path: string,
			words: string,
			offset: number,
			newName?: string,
		): Promise<string> => {
			const asked = at(path, words, offset);
			const answer: Promise<unknown> =
				newName === undefined
					? client.ask(PrepareRenameRequest.type, asked)
					: client.ask(RenameRequest.type, { ...asked, newName });
			return answer.then(
				() => 'not refused',
				(error: Error) => error.message,
			);
		};
		expect(await refused(R, '## 验证', 4)).toContain('{#name}');
		expect(await refused(R, '核对。', 1)).toContain('no id');
		expect(await refused(P, 'PR-O2C-0001', 3, 'RB-O2C-0001')).toContain('PR-');
		expect(await refused(P, 'PR-O2C-0001', 3, 'order to cash')).toContain('looks like');
		expect(await refused(P, 'PR-O2C-0001', 3, 'PR-O2C-0000')).toContain('exists already');
		expect(await refused(P, 'id: order', 5, 'done')).toContain('exists already');
		expect(await refused(P, 'id: order', 5, 'a b')).toContain('Letters');
	});
});

describe('a file that the editor moves', () => {
	test('takes the links to it and from it along', async () => {
		const files = [{ oldUri: client.uri(R), newUri: client.uri('docs/errors/库存.md') }];
		const edit = (await client.ask(WillRenameFilesRequest.type, { files })) as WorkspaceEdit;
		const texts = Object.values(edit.changes ?? {}).flatMap((edits) => edits.map(({ newText }) => newText));
		expect(Object.keys(edit.changes ?? {})).toEqual([client.uri('docs/processes/chain.md')]);
		expect(texts.join()).toContain('errors/库存');
		const folder = [{ oldUri: client.uri('docs/processes'), newUri: client.uri('docs/a/b') }];
		const moved = (await client.ask(WillRenameFilesRequest.type, { files: folder })) as WorkspaceEdit;
		expect(Object.keys(moved.changes ?? {}).sort()).toEqual(
			[client.uri(G), client.uri('docs/processes/chain.md'), client.uri(R)].sort(),
		);
	});
});

describe('symbols', () => {
	test('of a document: steps, then headings as a tree', async () => {
		const symbols = (await client.ask(DocumentSymbolRequest.type, {
			textDocument: { uri: client.uri(P) },
		})) as DocumentSymbol[];
		expect(symbols.map(({ name }) => name)).toEqual(['steps', '下单']);
		expect(symbols[0]?.children?.map(({ name, detail }) => [name, detail])).toEqual([
			['下单', 'order'],
			['完成', 'done'],
		]);
		const own = (await client.ask(DocumentSymbolRequest.type, {
			textDocument: { uri: client.uri(R) },
		})) as DocumentSymbol[];
		expect(own.map(({ name, children }) => [name, children?.map((each) => each.name)])).toEqual([
			['处理步骤', ['重算']],
			['验证', []],
		]);
	});

	test('of the whole: by id, title in any width and case, and step', async () => {
		const find = async (query: string): Promise<string[]> =>
			((await client.ask(WorkspaceSymbolRequest.type, { query })) as WorkspaceSymbol[]).map(
				({ name }) => name,
			);
		expect(await find('rb-inv')).toEqual(['RB-INV-0042 库存对不上']);
		expect(await find('ＯＲＤＥＲ ｔｏ')).toEqual(['PR-O2C-0001 Order to cash']);
		expect(await find('完成')).toHaveLength(2);
		expect(await find('nothing like it')).toEqual([]);
	});
});
