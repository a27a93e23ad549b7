import type { Readable, Writable } from 'node:stream';
import {
	type Connection,
	createConnection,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
	type InitializeResult,
	StreamMessageReader,
	StreamMessageWriter,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { MAINSTAY_VERSION } from '../../src/compiler/index.ts';
import { type MessageLocale, UserError } from '../../src/model/index.ts';
import { watchProject } from '../../src/site/watch.ts';
import { failureText } from '../failure-text.ts';
import { fileOf, pathBelow } from './addresses.ts';
import { FEATURES, serveFeatures } from './features.ts';
import { createProjects, type Projects } from './projects.ts';
import { type Tongue, tongueOf } from './tongue.ts';

const SETTINGS = /[\\/]mainstay\.ya?ml$/;

export interface ServerOptions {
	readonly input: Readable;
	readonly output: Writable;
	/** The command line's language, for clients that name none. */
	readonly locale: MessageLocale;
	today(): string;
}

/** Serves one editor until it says goodbye or its end of the pipe closes. */
export async function serveEditor(options: ServerOptions): Promise<void> {
	const connection = createConnection(
		new StreamMessageReader(options.input),
		new StreamMessageWriter(options.output),
	);
	const texts = new TextDocuments(TextDocument);
	let tongue: Tongue = tongueOf(undefined, options.locale);
	let projects: Projects | undefined;
	let client: InitializeParams | undefined;

	connection.onInitialize((params): InitializeResult => {
		client = params;
		tongue = tongueOf(params.locale, options.locale);
		projects = createProjects({
			tongue,
			today: options.today,
			publish: (uri, diagnostics, version) => {
				const of = version === undefined ? { uri } : { uri, version };
				void connection.sendDiagnostics({ ...of, diagnostics: [...diagnostics] });
			},
			busy: (root, task) => showBusy(connection, params, root, task),
			watch: (project, onChange) => {
				const isWholeTree = project.config.sources.some(({ path }) => path === '.');
				return isWholeTree && canWatch(params) ? undefined : watchProject(project, onChange);
			},
			failed: (error) => tell(connection, error, tongue.messages),
		});
		return {
			capabilities: {
				positionEncoding: 'utf-16',
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
				...FEATURES,
			},
			serverInfo: { name: 'mainstay', version: MAINSTAY_VERSION },
		};
	});

	connection.onInitialized(async () => {
		if (client && canWatch(client)) {
			const watchers = ['**/*.{md,mdx,markdown}', '**/mainstay.{yaml,yml}'];
			void connection.client
				.register(DidChangeWatchedFilesNotification.type, {
					watchers: watchers.map((globPattern) => ({ globPattern })),
				})
				.catch((error: unknown) => tell(connection, error, tongue.messages));
		}
		for (const uri of foldersOf(client)) await changeFolder(uri, true);
		if (client?.capabilities.workspace?.workspaceFolders) {
			connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
				for (const { uri } of removed) await changeFolder(uri, false);
				for (const { uri } of added) await changeFolder(uri, true);
			});
		}
	});

	async function changeFolder(uri: string, isAdded: boolean): Promise<void> {
		const folder = fileOf(uri);
		if (folder === undefined) return;
		const task = isAdded ? projects?.addFolder(folder) : projects?.removeFolder(folder);
		await task?.catch((error: unknown) => tell(connection, error, tongue.messages));
	}

	async function find(uri: string): ReturnType<Projects['find']> {
		const file = fileOf(uri);
		return file === undefined ? undefined : projects?.find(file);
	}

	async function take({ uri }: TextDocument): Promise<void> {
		const home = await find(uri);
		const now = texts.get(uri);
		if (home && now) {
			home.desk.put(home.path, { uri, version: now.version, text: withoutMark(now.getText()) });
		}
	}

	/** Settings came or went: every open text goes to the project that it belongs to now. */
	async function takeAnew(): Promise<void> {
		projects?.forgetRoots();
		for (const document of texts.all()) {
			const home = await find(document.uri);
			for (const desk of projects?.all() ?? []) {
				const path = pathBelow(desk.root, fileOf(document.uri) ?? '');
				if (desk !== home?.desk && path !== undefined && desk.textOf(path)) desk.drop(path);
			}
			await take(document);
		}
	}

	texts.onDidChangeContent(({ document }) => take(document));
	texts.onDidClose(async ({ document }) => {
		const home = await find(document.uri);
		home?.desk.drop(home.path);
	});
	texts.onDidSave(async ({ document }) => {
		if (SETTINGS.test(document.uri)) (await find(document.uri))?.desk.refresh();
	});
	connection.onDidChangeWatchedFiles(async ({ changes }) => {
		const files = changes.flatMap(({ uri }) => fileOf(uri) ?? []);
		if (files.some((file) => SETTINGS.test(file))) await takeAnew();
		for (const file of files) (await projects?.find(file))?.desk.refresh();
	});
	serveFeatures(connection, {
		find,
		desks: () => projects?.all() ?? [],
		tongue: () => tongue,
		snippets: () => client?.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
		today: options.today,
	});
	texts.listen(connection);
	connection.onShutdown(() => projects?.close());
	const ended = new Promise<void>((done) => {
		connection.onExit(done);
		// An editor that dies says no goodbye.
		options.input.once('end', done).once('close', done);
	});
	connection.listen();
	await ended;
	await projects?.close();
}

function foldersOf(client: InitializeParams | undefined): readonly string[] {
	const folders = client?.workspaceFolders?.map(({ uri }) => uri);
	if (folders && folders.length > 0) return folders;
	// Clients from before folders came in numbers.
	const { rootUri } = client ?? {};
	return rootUri ? [rootUri] : [];
}

function canWatch({ capabilities }: InitializeParams): boolean {
	return capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

/** A byte order mark is no part of a text, for a check as for an editor. */
function withoutMark(text: string): string {
	return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

async function showBusy<T>(
	connection: Connection,
	{ capabilities }: InitializeParams,
	root: string,
	task: () => Promise<T>,
): Promise<T> {
	if (!capabilities.window?.workDoneProgress) return task();
	// The work does not wait for an editor that is slow to draw a bar.
	const progress = connection.window.createWorkDoneProgress().catch(() => undefined);
	void progress.then((bar) => bar?.begin('Mainstay', undefined, root));
	try {
		return await task();
	} finally {
		void progress.then((bar) => bar?.done());
	}
}

/** What the reader can mend is shown; anything else is a fault of ours and goes to the log. */
function tell(connection: Connection, error: unknown, locale: MessageLocale): void {
	if (error instanceof UserError) {
		connection.window.showErrorMessage(`Mainstay: ${failureText(error, locale)}`);
		return;
	}
	connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
