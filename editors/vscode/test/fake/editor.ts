import Module, { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the stand-in for the editor remembers; see vscode.cjs. */
export interface FakeEditor {
	folders: string[];
	documents: FakeDocument[];
	active: FakeDocument | undefined;
	settings: Record<string, unknown>;
	trusted: boolean;
	language: string;
	found?: string[];
	readonly asked: unknown[];
	readonly answers: ((...question: never[]) => unknown)[];
	readonly messages: { sort: string; text: string; buttons: string[] }[];
	readonly commands: Map<string, () => Promise<void>>;
	readonly executed: [name: string, ...args: unknown[]][];
	readonly tasks: { execution: { process: string; args: string[] } }[];
	readonly opened: string[];
	readonly shown: string[];
	readonly output: string[];
	readonly diagnostics: Map<string, { code?: unknown; message: string }[]>;
	readonly statusItems: { text: string; tooltip: string; shown: boolean }[];
	readonly watchers: {
		pattern: { base?: string; pattern?: string };
		change: { fire(value?: unknown): void };
	}[];
	fire(name: string, value?: unknown): Promise<unknown>;
}

export interface FakeDocument {
	readonly uri: { readonly fsPath: string; toString(): string };
	readonly languageId: string;
	readonly version: number;
	readonly isClosed: boolean;
	getText(): string;
}

interface Extension {
	activate(context: { subscriptions: unknown[] }): { started: Promise<void> };
	deactivate(): Promise<void>;
}

const FAKE = new URL('./vscode.cjs', import.meta.url);
const require = createRequire(import.meta.url);

// The bundle asks for a module that only editors have.
const loader = Module as unknown as { _resolveFilename(request: string, ...rest: unknown[]): string };
const resolveFilename = loader._resolveFilename;
loader._resolveFilename = (request, ...rest) =>
	request === 'vscode' ? fileURLToPath(FAKE) : resolveFilename.call(Module, request, ...rest);

/** The bundle in a new editor. */
export function openEditor(): { editor: FakeEditor; extension: Extension } {
	const bundle = require.resolve('../../dist/extension.cjs');
	for (const path of [bundle, require.resolve('./vscode.cjs')]) delete require.cache[path];
	const extension = require(bundle) as Extension;
	const { editor } = require('./vscode.cjs') as { editor: FakeEditor };
	return { editor, extension };
}

/** A document as the editor hands it to extensions. */
export function openDocument(path: string, text: string, languageId = 'markdown'): FakeDocument {
	const href = pathToFileURL(path).href;
	const uri = { fsPath: path, scheme: 'file', path: new URL(href).pathname, toString: () => href };
	return { uri, languageId, version: 1, isClosed: false, getText: () => text };
}

/** Waits until something is so; fails with what it was about. */
export async function until(what: string, isSo: () => boolean, milliseconds = 60_000): Promise<void> {
	const end = performance.now() + milliseconds;
	while (!isSo()) {
		if (performance.now() > end) throw new Error(`Waited in vain until ${what}`);
		await new Promise((done) => setTimeout(done, 25));
	}
}
