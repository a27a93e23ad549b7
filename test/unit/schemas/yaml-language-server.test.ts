import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	type CompletionItem,
	type CompletionList,
	CompletionRequest,
	ConfigurationRequest,
	createProtocolConnection,
	type Diagnostic,
	DidOpenTextDocumentNotification,
	type Hover,
	HoverRequest,
	InitializedNotification,
	InitializeRequest,
	type MarkupContent,
	type ProtocolConnection,
	PublishDiagnosticsNotification,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** Editors that know nothing of Mainstay, only its JSON Schemas: the language server for YAML that most of them use. */
const SERVER = fileURLToPath(
	new URL('../../../node_modules/yaml-language-server/bin/yaml-language-server', import.meta.url),
);
const schema = (name: string): string =>
	pathToFileURL(fileURLToPath(new URL(`../../../schemas/json/${name}.schema.json`, import.meta.url))).href;

let child: ChildProcessWithoutNullStreams;
let connection: ProtocolConnection;
const published = new Map<string, readonly Diagnostic[]>();
let look = (): void => {};

beforeAll(async () => {
	child = spawn(process.execPath, [SERVER, '--stdio'], { cwd: tmpdir() });
	connection = createProtocolConnection(
		new StreamMessageReader(child.stdout),
		new StreamMessageWriter(child.stdin),
	);
	connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
		published.set(uri, diagnostics);
		look();
	});
	connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
	connection.listen();
	await connection.sendRequest(InitializeRequest.type, {
		processId: process.pid,
		rootUri: null,
		workspaceFolders: null,
		capabilities: {
			textDocument: {
				completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
				hover: { contentFormat: ['markdown'] },
			},
		},
	});
	await connection.sendNotification(InitializedNotification.type, {});
}, 60_000);

afterAll(() => {
	connection.dispose();
	child.kill();
});

/** Opens a text that names its schema; resolves with what is found in it. */
async function open(
	name: string,
	schemaName: string,
	lines: readonly string[],
): Promise<readonly Diagnostic[]> {
	const uri = `file:///knowledge/${name}`;
	const text = [`# yaml-language-server: $schema=${schema(schemaName)}`, ...lines, ''].join('\n');
	const found = new Promise<readonly Diagnostic[]>((done) => {
		look = () => {
			const diagnostics = published.get(uri);
			if (diagnostics) done(diagnostics);
		};
	});
	await connection.sendNotification(DidOpenTextDocumentNotification.type, {
		textDocument: { uri, languageId: 'yaml', version: 1, text },
	});
	return found;
}

const at = (name: string, line: number, character: number) => ({
	textDocument: { uri: `file:///knowledge/${name}` },
	position: { line, character },
});

async function complete(name: string, line: number, character: number): Promise<readonly CompletionItem[]> {
	const list = await connection.sendRequest(CompletionRequest.type, at(name, line, character));
	return (list as CompletionList).items;
}

describe('the JSON Schemas in an editor without Mainstay', () => {
	test('mainstay.yaml: wrong keys and values are found, right ones offered with their names', async () => {
		const lines = [
			'title: T',
			'langages: [en]',
			'rules:',
			'  orphan-document: ',
			'kinds: {"runbooks/**": runbok}',
			'',
		];
		const found = await open('mainstay.yaml', 'mainstay', lines);
		expect(found.map(({ message }) => message).join('\n')).toContain('Property langages is not allowed');
		expect(
			found.some(
				({ range, message }) => range.start.line === 5 && JSON.stringify(message).includes('runbook'),
			),
		).toBe(true);
		const keys = await complete('mainstay.yaml', 6, 0);
		expect(keys.map(({ label }) => label)).toContain('roles');
		expect(JSON.stringify(keys.find(({ label }) => label === 'roles')?.documentation)).toContain('角色');
		const severities = await complete('mainstay.yaml', 4, 19);
		expect(
			severities.map(({ label, documentation }) => [label, JSON.stringify(documentation)]),
		).toContainEqual([
			// YAML 1.1 takes `off` for a boolean, so this server quotes it.
			'"off"',
			expect.stringContaining('不检查'),
		]);
		const hover = (await connection.sendRequest(HoverRequest.type, at('mainstay.yaml', 1, 2))) as Hover;
		expect((hover.contents as MarkupContent).value).toContain('标题');
	}, 60_000);

	test('frontmatter: a runbook’s keys, what is missing, its values with names', async () => {
		const lines = ['id: RB-INV-0042', 'kind: runbook', 'title: T', 'severity: ', 'status: aproved', ''];
		const found = await open('runbook.yaml', 'runbook', lines);
		const messages = found.map(({ message }) => message).join('\n');
		expect(messages).toContain('Missing property "exceptionClass"');
		expect(messages).toContain('"approved"');
		const values = await complete('runbook.yaml', 4, 10);
		expect(values.map(({ label }) => label)).toEqual(expect.arrayContaining(['S1', 'S2', 'S3', 'S4']));
		expect(JSON.stringify(values)).toContain('严重受阻');
		const hover = (await connection.sendRequest(HoverRequest.type, at('runbook.yaml', 4, 2))) as Hover;
		expect((hover.contents as MarkupContent).value).toMatch(/严重程度[\s\S]*`S1`/);
	}, 60_000);
});
