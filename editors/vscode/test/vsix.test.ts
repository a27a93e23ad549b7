import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { inflateRawSync } from 'node:zlib';

const vsix = readFileSync(new URL('../mainstay.vsix', import.meta.url));

/** Name → content, by the central directory of the zip file. */
function entriesOf(zip: Buffer): ReadonlyMap<string, Buffer> {
	const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
	const entries = new Map<string, Buffer>();
	let at = zip.readUInt32LE(end + 16);
	for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
		const method = zip.readUInt16LE(at + 10);
		const size = zip.readUInt32LE(at + 20);
		const nameLength = zip.readUInt16LE(at + 28);
		const local = zip.readUInt32LE(at + 42);
		const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		const data = zip.subarray(start, start + size);
		entries.set(
			zip.toString('utf8', at + 46, at + 46 + nameLength),
			method === 0 ? data : inflateRawSync(data),
		);
		at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
	}
	return entries;
}

const entries = entriesOf(vsix);
const textOf = (name: string): string => entries.get(name)?.toString('utf8') ?? '';

describe('the package for the editor', () => {
	it('holds what it needs and nothing else', () => {
		assert.deepEqual(
			[...entries.keys()].sort(),
			[
				'[Content_Types].xml',
				'extension.vsixmanifest',
				'extension/LICENSE.txt',
				'extension/changelog.md',
				'extension/dist/extension.cjs',
				'extension/dist/licenses.txt',
				'extension/dist/mainstay.schema.json',
				'extension/images/icon.png',
				'extension/l10n/bundle.l10n.zh-cn.json',
				'extension/l10n/bundle.l10n.zh-tw.json',
				'extension/package.json',
				'extension/package.nls.json',
				'extension/package.nls.zh-cn.json',
				'extension/package.nls.zh-tw.json',
				'extension/readme.md',
				'extension/snippets/mainstay.generated.json',
			].sort(),
		);
	});

	it('is small', () => {
		assert.ok(vsix.length < 500 * 1024, `${vsix.length} bytes`);
	});

	it('starts from a file that is there and needs nothing but the editor and Node', () => {
		const { main } = JSON.parse(textOf('extension/package.json')) as { main: string };
		const code = textOf(`extension/${main.replace('./', '')}`);
		const needed = [...code.matchAll(/\brequire\((["'`])([^"'`]+)\1\)/g)].map(([, , name]) => name ?? '');
		assert.ok(needed.includes('vscode'));
		const builtIn =
			/^(node:[a-z/_]+|assert|buffer|child_process|constants|crypto|events|fs|http|https|net|os|path|process|readline|stream|string_decoder|tty|url|util|worker_threads)$/;
		assert.deepEqual(
			needed.filter((name) => name !== 'vscode' && !builtIn.test(name)),
			[],
		);
	});

	it('tells the editor what it is', () => {
		const manifest = textOf('extension.vsixmanifest');
		assert.match(manifest, /Id="mainstay-vscode"/);
		assert.match(manifest, /Publisher="mainstay"/);
		assert.match(manifest, /Microsoft\.VisualStudio\.Code\.Engine" Value="\^1\.91\.0"/);
		assert.match(manifest, /extension\/images\/icon\.png/);
	});

	it('carries the licences of what is in it', () => {
		const licences = textOf('extension/dist/licenses.txt');
		for (const name of ['vscode-languageclient', 'vscode-jsonrpc', 'semver', 'minimatch'])
			assert.match(licences, new RegExp(`^${name} \\d`, 'm'));
	});

	it('has a square icon of 128 pixels', () => {
		const icon = entries.get('extension/images/icon.png');
		assert.deepEqual([icon?.readUInt32BE(16), icon?.readUInt32BE(20)], [128, 128]);
	});

	it('shows no path of the machine that made it', () => {
		for (const [name, content] of entries) assert.ok(!content.includes(process.cwd()), name);
	});

	it('describes every snippet in the form that editors read', () => {
		const all = JSON.parse(textOf('extension/snippets/mainstay.generated.json')) as Record<
			string,
			{ prefix: string[]; body: string[]; description: string }
		>;
		assert.ok(Object.keys(all).length > 100);
		for (const [name, { prefix, body, description }] of Object.entries(all)) {
			assert.ok(prefix.every((each) => each !== '') && description !== '', name);
			assert.ok(body.join('\n').includes('$0'), name);
		}
	});
});
