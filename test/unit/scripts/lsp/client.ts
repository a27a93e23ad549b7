import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
	createProtocolConnection,
	type Diagnostic,
	DidChangeTextDocumentNotification,
	DidChangeWatchedFilesNotification,
	DidCloseTextDocumentNotification,
	DidOpenTextDocumentNotification,
	ExitNotification,
	FileChangeType,
	InitializedNotification,
	InitializeRequest,
	type InitializeResult,
	LogMessageNotification,
	type Position,
	type ProtocolConnection,
	type ProtocolRequestType,
	PublishDiagnosticsNotification,
	type PublishDiagnosticsParams,
	type RequestParam,
	ShowMessageNotification,
	ShutdownRequest,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const CLI = fileURLToPath(new URL('../../../../scripts/mainstay.mjs', import.meta.url));

export interface ClientOptions {
	readonly locale?: string;
	/** Folders below the root; the root itself when left out. */
	readonly folders?: readonly string[];
	readonly snippets?: boolean;
}

/** An editor's end of the pipe: a real protocol client over the stdio of a real process. */
export interface Client {
	readonly root: string;
	readonly connection: ProtocolConnection;
	readonly child: ChildProcessWithoutNullStreams;
	readonly capabilities: InitializeResult['capabilities'];
	/** What the server complained of. */
	readonly complaints: readonly string[];
	uri(path: string): string;
	open(path: string, text: string, uri?: string): Promise<readonly Diagnostic[]>;
	/** Replaces the whole text; answers with what is published for it. */
	change(path: string, text: string): Promise<readonly Diagnostic[]>;
	close(path: string): Promise<void>;
	/** Tells of a change on the disk. */
	touched(path: string, type?: FileChangeType): Promise<void>;
	/** What was last published for a file. */
	diagnostics(path: string): readonly Diagnostic[];
	/** Waits until the next publication for a file that passes the test. */
	published(
		path: string,
		test: (diagnostics: readonly Diagnostic[]) => boolean,
	): Promise<readonly Diagnostic[]>;
	ask<P, R, PR, RO>(type: ProtocolRequestType<P, R, PR, void, RO>, params: RequestParam<P>): Promise<R>;
	end(): Promise<number | null>;
}

export type Files = Readonly<Record<string, string>>;

/** Writes the files into a new folder, starts the server there and shakes hands. */
export async function startClient(files: Files, options: ClientOptions = {}): Promise<Client> {
	const root = await mkdtemp(join(tmpdir(), 'mainstay-lsp-'));
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), text);
	}
	return connect(root, options);
}

/** Starts the server for a folder that exists. */
export async function connect(root: string, options: ClientOptions = {}): Promise<Client> {
	const child = spawn(process.execPath, [CLI, 'lsp', '--stdio', '--date', '2026-11-22'], { cwd: tmpdir() });
	const ended = new Promise<number | null>((done) => child.on('exit', done));
	const connection = createProtocolConnection(
		new StreamMessageReader(child.stdout),
		new StreamMessageWriter(child.stdin),
	);
	const last = new Map<string, PublishDiagnosticsParams>();
	const waiting = new Set<() => void>();
	const complaints: string[] = [];
	const versions = new Map<string, number>();
	const uris = new Map<string, string>();
	child.stderr.on('data', (data) => complaints.push(String(data)));
	connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
		last.set(params.uri, params);
		for (const look of waiting) look();
	});
	connection.onNotification(LogMessageNotification.type, ({ type, message }) => {
		if (type <= 2) complaints.push(message);
	});
	connection.onNotification(ShowMessageNotification.type, ({ message }) => {
		complaints.push(message);
	});
	connection.listen();

	const uriOf = (path: string): string => uris.get(path) ?? pathToFileURL(join(root, path)).href;
	const until = <T>(look: () => T | undefined): Promise<T> =>
		new Promise((done) => {
			const check = (): void => {
				const found = look();
				if (found === undefined) return;
				waiting.delete(check);
				done(found);
			};
			waiting.add(check);
			check();
		});
	const versioned = (path: string): Promise<readonly Diagnostic[]> =>
		until(() => {
			const params = last.get(uriOf(path));
			return params && (params.version ?? -1) >= (versions.get(path) ?? 0) ? params.diagnostics : undefined;
		});

	const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
		processId: process.pid,
		rootUri: null,
		...(options.locale ? { locale: options.locale } : {}),
		workspaceFolders: (options.folders ?? ['']).map((folder) => ({
			uri: pathToFileURL(join(root, folder)).href,
			name: folder,
		})),
		capabilities: {
			workspace: { workspaceFolders: true },
			textDocument: {
				completion: { completionItem: { snippetSupport: options.snippets ?? true } },
				publishDiagnostics: { versionSupport: true, relatedInformation: true },
			},
		},
	});
	await connection.sendNotification(InitializedNotification.type, {});

	return {
		root,
		connection,
		child,
		capabilities,
		complaints,
		uri: uriOf,
		async open(path, text, uri) {
			if (uri) uris.set(path, uri);
			versions.set(path, 1);
			const languageId = /\.ya?ml$/.test(path) ? 'yaml' : 'markdown';
			const textDocument = { uri: uriOf(path), languageId, version: 1, text };
			await connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
			return uriOf(path).startsWith('file:') ? versioned(path) : [];
		},
		async change(path, text) {
			const version = (versions.get(path) ?? 0) + 1;
			versions.set(path, version);
			await connection.sendNotification(DidChangeTextDocumentNotification.type, {
				textDocument: { uri: uriOf(path), version },
				contentChanges: [{ text }],
			});
			return versioned(path);
		},
		async close(path) {
			await connection.sendNotification(DidCloseTextDocumentNotification.type, {
				textDocument: { uri: uriOf(path) },
			});
			versions.delete(path);
			last.delete(uriOf(path));
		},
		async touched(path, type = FileChangeType.Changed) {
			const changes = [{ uri: uriOf(path), type }];
			await connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
		},
		diagnostics: (path) => last.get(uriOf(path))?.diagnostics ?? [],
		published: (path, test) =>
			until(() => {
				const params = last.get(uriOf(path));
				return params && test(params.diagnostics) ? params.diagnostics : undefined;
			}),
		ask: (type, params) => connection.sendRequest(type, params),
		async end() {
			await connection.sendRequest(ShutdownRequest.type);
			await connection.sendNotification(ExitNotification.type);
			const code = await ended;
			connection.dispose();
			await rm(root, { recursive: true, force: true });
			return code;
		},
	};
}

/** The text without its cursor `‸`, and where that stood. */
export function cursorIn(marked: string): { text: string; position: Position } {
	const at = marked.indexOf('‸');
	const before = marked.slice(0, at);
	const line = before.split('\n').length - 1;
	return {
		text: before + marked.slice(at + 1),
		position: { line, character: at - (before.lastIndexOf('\n') + 1) },
	};
}
