import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CodeAction, CodeActionRequest, type Diagnostic } from 'vscode-languageserver-protocol/node';
import { applyEdits } from '../../../../src/fixes/index.ts';
import { type Client, startClient } from './client.ts';
import { FILES, P, PROCESS, R, RUNBOOK } from './knowledge-base.ts';

let client: Client;

beforeAll(async () => {
	client = await startClient(FILES, { locale: 'en' });
	await client.open(R, RUNBOOK);
	await client.open(P, PROCESS);
}, 60_000);

afterAll(async () => {
	expect(client.complaints).toEqual([]);
	await client.end();
}, 60_000);

interface Offer {
	readonly title: string;
	readonly after: string;
	readonly isPreferred: boolean;
	readonly about: unknown[];
}

async function offers(path: string, text: string, code: string, only?: string[]): Promise<Offer[]> {
	const diagnostic = (await client.change(path, text)).find((each) => each.code === code) as Diagnostic;
	expect(diagnostic, code).toBeDefined();
	const actions = (await client.ask(CodeActionRequest.type, {
		textDocument: { uri: client.uri(path) },
		range: diagnostic.range,
		context: { diagnostics: [diagnostic], ...(only && { only }) },
	})) as CodeAction[];
	return actions.map(({ title, edit, isPreferred = false, diagnostics = [] }) => {
		const edits = (edit?.changes?.[client.uri(path)] ?? []).map(({ range: { start, end }, newText }) => ({
			file: path,
			newText,
			range: {
				start: { line: start.line + 1, column: start.character + 1 },
				end: { line: end.line + 1, column: end.character + 1 },
			},
		}));
		return {
			title,
			after: applyEdits(text, edits),
			isPreferred,
			about: diagnostics.map((each) => each.code),
		};
	});
}

const by = (all: readonly Offer[], part: string): Offer => {
	const found = all.find(({ title }) => title.includes(part));
	if (!found) throw new Error(`No “${part}” among ${all.map(({ title }) => title).join(' | ')}`);
	return found;
};

describe('what can be done about a finding', () => {
	test('a fix of check --fix, preferred and for this finding', async () => {
		const text = RUNBOOK.replace('related:', 'relatd:');
		const fix = by(await offers(R, text, 'MS102'), '“related”');
		expect(fix).toMatchObject({ after: RUNBOOK, isPreferred: true, about: ['MS102'] });
	});

	test('the values that may have been meant; quotes and anchors stay', async () => {
		const text = RUNBOOK.replace('severity: S2', 'severity: "S9"');
		expect(by(await offers(R, text, 'MS103'), '“S2”').after).toBe(RUNBOOK.replace('S2', '"S2"'));
		const moved = RUNBOOK.replace('../processes/o2c.md#order', 'o2c.md#order');
		expect(by(await offers(R, moved, 'MS201'), 'o2c.md').after).toBe(RUNBOOK);
		const step = RUNBOOK.replace('step: order', 'step: ordr');
		expect(by(await offers(R, step, 'MS319'), '“order”').after).toBe(RUNBOOK);
	});

	test('ignoring it with a reason: the comment stands where it covers the finding and asks for the reason', async () => {
		const body = RUNBOOK.replace('见 [流程](../processes/o2c.md#order)', '正文\n第二行 [x](nowhere.md)');
		const inBody = by(await offers(R, body, 'MS201'), 'Ignore MS201');
		expect(inBody.after).toContain('## 验证\n\n<!-- mainstay-ignore MS201:  -->\n正文\n第二行');
		const codes = (diagnostics: readonly Diagnostic[]): unknown[] => diagnostics.map(({ code }) => code);
		const withReason = inBody.after.replace('MS201:  -->', 'MS201: not written yet -->');
		expect(codes(await client.change(R, withReason))).toEqual([]);
		expect(codes(await client.change(R, inBody.after))).toContain('MS201');

		const field = RUNBOOK.replace('step: order', 'step: ordr');
		const inField = by(await offers(R, field, 'MS319'), 'Ignore MS319');
		expect(inField.after).toContain(
			'# mainstay-ignore MS319: \nprocesses: [{process: PR-O2C-0001, step: ordr}]',
		);
		expect(codes(await client.change(R, inField.after.replace('MS319: ', 'MS319: renamed soon')))).toEqual(
			[],
		);
		await client.change(R, RUNBOOK);
	});

	test('nothing where nothing is wrong, and no ignoring of what publishing would leak', async () => {
		await client.change(R, RUNBOOK);
		const range = { start: { line: 0, character: 0 }, end: { line: 30, character: 0 } };
		const asked = { textDocument: { uri: client.uri(R) }, range, context: { diagnostics: [] } };
		expect(await client.ask(CodeActionRequest.type, asked)).toEqual([]);
		const all = await offers(
			R,
			RUNBOOK.replace('id: RB-INV-0042\n', 'id: RB-INV-0042\n__proto__: x\n'),
			'MS006',
		).catch(() => []);
		expect(all.filter(({ title }) => title.startsWith('Ignore'))).toEqual([]);
	});

	test('everything safe in the file at once, when it is asked for', async () => {
		const text = RUNBOOK.replace('related:', 'relatd:').replace('o2c.md#order', 'O2C.md#order');
		const [all, ...others] = await offers(R, text, 'MS102', ['source.fixAll']);
		expect(others).toEqual([]);
		expect(all?.after).toBe(RUNBOOK);
		expect(await offers(R, text, 'MS102', ['refactor'])).toEqual([]);
		await client.change(R, RUNBOOK);
	});
});
