import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileDocument } from '../../../src/compiler/document-task.ts';
import { SETTINGS } from '../settings.ts';

const DOCS = new URL('../../../docs/', import.meta.url);

/** What a document becomes, its own line ends aside. */
function read(path: string, text: string): string {
	const { document, findings } = compileDocument(
		{ path, docPath: path, text, hash: '' },
		SETTINGS,
		undefined,
	);
	return JSON.stringify({ document, findings }, null, 1).replace(/\\r\\n|\\r/g, '\\n');
}

it.each(['guides/writing.md', 'processes/order-to-cash.md', 'processes/order-to-cash.zh-TW.md'])(
	'%s is the same with the line ends of Windows and of old Macs',
	(path) => {
		const text = readFileSync(new URL(path, DOCS), 'utf8');
		const meant = read(path, text);
		expect(read(path, text.replaceAll('\n', '\r\n'))).toBe(meant);
		expect(read(path, text.replaceAll('\n', '\r'))).toBe(meant);
	},
);

it.each([
	'---\ntitle: A\nodd: [\n---\n\n# B\n',
	'---\ntitle: A\n----\n',
	'---js\na: 1\n---\n',
	'---\n\nBreak\n\n---\n',
])('%j is as wrong with them', (text) => {
	expect(read('a.md', text.replaceAll('\n', '\r'))).toBe(read('a.md', text));
});
