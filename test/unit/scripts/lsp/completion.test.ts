import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	type CompletionItem,
	type CompletionList,
	CompletionRequest,
} from 'vscode-languageserver-protocol/node';
import { type Client, cursorIn, startClient } from './client.ts';
import { FILES, P, PROCESS, R, RUNBOOK, SETTINGS } from './knowledge-base.ts';

let client: Client;

beforeAll(async () => {
	client = await startClient(FILES, { locale: 'zh-TW' });
	await client.open(R, RUNBOOK);
	await client.open(P, PROCESS);
	await client.open('mainstay.yaml', SETTINGS);
}, 60_000);

afterAll(async () => {
	expect(client.complaints).toEqual([]);
	await client.end();
}, 60_000);

interface Offered {
	readonly labels: string[];
	readonly items: readonly CompletionItem[];
	/** The text after the item with this label was chosen. */
	chosen(label: string): string;
}

/** Completion at `‸`. */
async function complete(path: string, marked: string): Promise<Offered> {
	const { text, position } = cursorIn(marked);
	await client.change(path, text);
	const asked = { textDocument: { uri: client.uri(path) }, position };
	const { items } = (await client.ask(CompletionRequest.type, asked)) as CompletionList;
	return {
		labels: items.map(({ label }) => label),
		items,
		chosen(label) {
			const edit = items.find((each) => each.label === label)?.textEdit;
			if (!edit || !('range' in edit))
				throw new Error(`No ${label} among ${items.map((each) => each.label)}`);
			const lines = text.split('\n');
			const { start, end } = edit.range;
			expect(start.line).toBe(end.line);
			const line = lines[start.line] ?? '';
			lines[start.line] = line.slice(0, start.character) + edit.newText + line.slice(end.character);
			return lines.join('\n');
		},
	};
}

const runbook = (from: string, to: string): Promise<Offered> => complete(R, RUNBOOK.replace(from, to));
const process = (from: string, to: string): Promise<Offered> => complete(P, PROCESS.replace(from, to));

describe('frontmatter', () => {
	test('keys: those that are missing, required ones first, with names in the editor’s language', async () => {
		const { items, labels, chosen } = await runbook('severity: S2\n', '‸\n');
		expect(labels[0]).toBe('severity');
		expect(labels).not.toContain('title');
		expect(items[0]?.labelDetails?.description).toBe('嚴重程度 *');
		expect(items.find(({ label }) => label === 'status')?.labelDetails?.description).toBe('狀態');
		expect(items[0]?.documentation).toMatchObject({ value: expect.stringContaining('`S1`') });
		expect(chosen('severity')).toContain('\nseverity: $0\n');
		expect(chosen('modules')).toContain('\nmodules: [$0]\n');
		expect(chosen('review')).toContain('\nreview:\n  $0\n');
	});

	test('keys that other fields make necessary come first as well', async () => {
		const log = '---\nid: LOG-2026-001\nkind: system-log\ntitle: T\nowner: dba\nlogType: upgrade\n‸\n---\n';
		const { labels } = await complete(R, log);
		expect(labels.slice(0, 9)).toContain('rollback');
	});

	test('keys inside lists and maps, in block and in flow', async () => {
		expect((await runbook('{code: NegativeStockError}', '{code: N, ‸}')).labels).toEqual([
			'text',
			'pattern',
			'source',
			'example',
		]);
		expect((await runbook('severity: S2\n', 'workarounds:\n  - ‸\n')).labels.slice(0, 2)).toEqual([
			'type',
			'until',
		]);
		expect((await process('    role: dba\n    type: end\n', '    ty‸\n')).labels).toContain('type');
		expect((await process('    role: dba\n    type: end\n', '    ‸\n    type: end\n')).labels).not.toContain(
			'type',
		);
		expect((await runbook('severity: S2\n', 'review:\n  ‸\n')).labels).toContain('every');
	});

	test('values of enumerations with their names', async () => {
		const { items, chosen } = await runbook('severity: S2', 'severity: ‸');
		expect(items.map(({ label }) => label)).toEqual(['S1', 'S2', 'S3', 'S4']);
		expect(items[1]?.labelDetails?.description).toContain('嚴重受阻');
		expect(chosen('S3')).toContain('\nseverity: S3\n');
		expect((await process('level: 3', 'level: ‸')).labels).toEqual(['1', '2', '3', '4']);
		const types = await process('type: end\n', 'type: deci‸\n');
		expect(types.items[0]).toMatchObject({ label: 'task', labelDetails: { description: '任務' } });
	});

	test('keys of mainstay.yaml, alone, in brackets and in a list', async () => {
		const owner = await runbook('owner: it-support', 'owner: it‸');
		expect(owner.labels).toEqual(['it-support', 'dba']);
		expect(owner.chosen('dba')).toContain('\nowner: dba\n');
		expect((await runbook('severity: S2\n', 'modules: ‸\n')).chosen('inventory')).toContain(
			'\nmodules: [inventory]\n',
		);
		expect((await runbook('severity: S2\n', 'modules: [finance, ‸]\n')).chosen('inventory')).toContain(
			'[finance, inventory]',
		);
		const listed = await runbook('severity: S2\n', 'modules:\n  - ‸\n');
		expect(listed.items[0]?.labelDetails?.description).toBe('庫存');
		expect((await runbook('severity: S2\n', 'modules:\n  ‸\n')).chosen('finance')).toContain(
			'modules:\n  - finance\n',
		);
	});

	test('ids with titles: only of the kind that the field wants', async () => {
		const related = await runbook('related: [PR-O2C-0001]', 'related: [‸]');
		expect(related.labels).toEqual(['PR-O2C-0000', 'PR-O2C-0001']);
		expect(related.items[1]?.labelDetails?.description).toBe('订单到收款');
		expect((await process('name: 完成', 'name: 完成\n    runbooks: [‸]')).labels).toEqual(['RB-INV-0042']);
		expect((await runbook('[PR-O2C-0001]', '["PR-‸"]')).chosen('PR-O2C-0000')).toContain(
			'related: ["PR-O2C-0000"]',
		);
	});

	test('steps: of the own process and of the one that a field names', async () => {
		expect((await process('next: done', 'next: ‸')).labels).toEqual(['order', 'done']);
		expect((await process('next: done', 'next: [{to: ‸}]')).labels).toEqual(['order', 'done']);
		const step = await runbook('step: order', 'step: ‸');
		expect(step.items.map(({ label, labelDetails }) => [label, labelDetails?.description])).toEqual([
			['order', '下单'],
			['done', '完成'],
		]);
	});

	test('in a new text, in one with Windows line ends, and where the block is not closed yet', async () => {
		expect((await complete(R, '---\nkind: ‸\n---\n')).labels).toContain('runbook');
		expect((await complete(R, '---\nki‸')).labels).toContain('kind');
		const crlf = RUNBOOK.replaceAll('\n', '\r\n').replace('severity: S2', 'severity: ‸');
		const { text, position } = cursorIn(crlf);
		await client.change(R, text);
		const list = await client.ask(CompletionRequest.type, { textDocument: { uri: client.uri(R) }, position });
		expect((list as CompletionList).items).toHaveLength(4);
	});

	test('nothing in free texts and comments', async () => {
		expect((await runbook('title: 库存对不上', 'title: 库‸')).labels).toEqual([]);
		expect((await runbook('severity: S2', 'severity: S2 # ‸')).labels).toEqual([]);
	});
});

describe('the body', () => {
	const link = '[流程](../processes/o2c.md#order)';

	test('targets of links: ids with titles, paths from here', async () => {
		const all = await runbook(link, '[流程](‸)');
		expect(all.labels).toEqual(
			expect.arrayContaining(['kb:PR-O2C-0001', '../guide.md', '../processes/o2c.md', '../images/menu.png']),
		);
		expect(
			(await runbook(link, '[流程](../pro‸cesses/x.md#order)')).chosen('../processes/chain.md'),
		).toContain('[流程](../processes/chain.md#order)');
		expect((await runbook(link, '[流程](指南‸)')).labels).toEqual(['../guide.md']);
		expect((await runbook('kb:PR-O2C-0001#done', 'kb:PR‸')).chosen('kb:PR-O2C-0000')).toContain(
			'和 kb:PR-O2C-0000。',
		);
		expect((await runbook(link, '![图](‸)')).labels).toEqual(['../images/menu.png']);
	});

	test('anchors of the document that the link leads to', async () => {
		const anchors = await runbook(link, '[流程](../processes/o2c.md#‸)');
		expect(anchors.items.map(({ label, labelDetails }) => [label, labelDetails?.description])).toEqual([
			['order', '下单'],
			['done', '完成'],
		]);
		expect((await runbook('kb:PR-O2C-0001#done', 'kb:PR-O2C-0001#‸')).labels).toEqual(['order', 'done']);
		expect((await runbook(link, '[这里](#‸)')).labels).toEqual(
			expect.arrayContaining(['steps', 'recalc', '验证']),
		);
	});

	test('[[ becomes a link that any reader of Markdown understands', async () => {
		const wiki = await runbook(link, '[[指‸]]');
		expect(wiki.items[0]?.filterText).toContain('[[指南');
		expect(wiki.chosen('[指南](../guide.md)')).toContain('见 [指南](../guide.md) 和');
		expect((await runbook(link, '😀[[o2c‸')).chosen('[订单到收款](kb:PR-O2C-0001)')).toContain(
			'😀[订单到收款](kb:PR-O2C-0001)',
		);
	});

	test('blocks, and the risk of a step', async () => {
		expect((await runbook('## 验证\n', '## 验证\n\n::‸\n')).labels).toContain('::::step');
		expect((await runbook('risk=read-only', 'risk=‸')).labels).toEqual([
			'read-only',
			'reversible',
			'destructive',
		]);
		expect((await runbook('## 验证\n', '时间 10:‸\n')).labels).toEqual([]);
		expect((await runbook('核对。', '核对 (‸')).labels).toEqual([]);
	});
});

describe('mainstay.yaml', () => {
	const settings = (marked: string): Promise<Offered> => complete('mainstay.yaml', SETTINGS + marked);

	test('keys, rule names and values', async () => {
		const keys = await settings('‸');
		expect(keys.labels).toContain('search');
		expect(keys.labels).not.toContain('roles');
		const rules = await complete('mainstay.yaml', SETTINGS.replace(/rules: .*/, 'rules:\n  ‸'));
		expect(rules.labels).toContain('orphan-document');
		expect(rules.items.find(({ label }) => label === 'orphan-document')?.labelDetails?.description).toMatch(
			/^MS502 /,
		);
		expect((await settings('kinds: {"runbooks/**": ‸}')).labels).toContain('runbook');
		expect((await settings('audiences: {vendor: {classification: ‸}}')).labels).toContain('public');
		expect((await settings('audiences: {vendor: {modules: [‸]}}')).labels).toEqual(['inventory', 'finance']);
	});
});
