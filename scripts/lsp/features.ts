import type { Connection, Position, ServerCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import { ResponseError } from 'vscode-languageserver';
import { ACTION_KINDS, actionsAt } from './actions/index.ts';
import { fileOf, pathBelow } from './addresses.ts';
import { complete } from './completion/index.ts';
import type { Desk, DeskState } from './desk.ts';
import { hoverAt } from './hover.ts';
import { editsForMove } from './moved-files.ts';
import { definitionsAt, referencesAt } from './navigation.ts';
import { pointOf } from './positions.ts';
import type { Projects } from './projects.ts';
import { rename, renameRange } from './rename.ts';
import type { Spot } from './spot.ts';
import { findSymbols, outlineOf } from './symbols.ts';
import type { Tongue } from './tongue.ts';

/** What the server says it can do, besides following texts. */
export const FEATURES: ServerCapabilities = {
	completionProvider: { triggerCharacters: [':', ' ', '-', '#', '(', '/', '[', '{', ',', '"', '='] },
	hoverProvider: true,
	definitionProvider: true,
	referencesProvider: true,
	renameProvider: { prepareProvider: true },
	codeActionProvider: { codeActionKinds: [...ACTION_KINDS] },
	documentSymbolProvider: true,
	workspaceSymbolProvider: true,
	workspace: {
		workspaceFolders: { supported: true, changeNotifications: true },
		fileOperations: { willRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } },
	},
};

export interface FeatureHost {
	find(uri: string): ReturnType<Projects['find']>;
	desks(): readonly Desk[];
	tongue(): Tongue;
	/** The editor fills in the stops of snippets. */
	snippets(): boolean;
	today(): string;
}

interface Asked {
	readonly textDocument: { readonly uri: string };
	readonly position?: Position;
}

/** Answers requests; a fault of ours is logged and answered with nothing. */
export function serveFeatures(connection: Connection, host: FeatureHost): void {
	const asked =
		<P extends Asked, R>(answer: (spot: Spot, params: P, state: DeskState) => R | Promise<R>) =>
		async (params: P): Promise<R | null> => {
			try {
				const found = await spotAt(params, host);
				return found ? await answer(found.spot, params, found.state) : null;
			} catch (error) {
				if (error instanceof ResponseError) throw error;
				connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
				return null;
			}
		};
	connection.onCompletion(asked((spot) => complete(spot, host.snippets())));
	connection.onHover(asked((spot) => hoverAt(spot) ?? null));
	connection.onDefinition(asked((spot) => definitionsAt(spot)));
	connection.onReferences(asked((spot, { context }) => referencesAt(spot, context.includeDeclaration)));
	connection.onPrepareRename(asked((spot) => renameRange(spot)));
	connection.onRenameRequest(asked((spot, { newName }) => rename(spot, newName)));
	connection.onDocumentSymbol(asked(({ document, text }) => (document ? outlineOf(document, text) : [])));
	connection.onCodeAction(
		asked((spot, { range, context }, state) =>
			actionsAt(spot, state.findings(), {
				range: { start: pointOf(range.start), end: pointOf(range.end) },
				diagnostics: context.diagnostics,
				only: context.only,
			}),
		),
	);
	connection.workspace.onWillRenameFiles(async ({ files }) => {
		try {
			return await moveFiles(files, host);
		} catch (error) {
			connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
			return null;
		}
	});
	connection.onWorkspaceSymbol(async ({ query }) => {
		const found = await Promise.all(
			host.desks().map(async (desk) => {
				const state = await desk.state();
				return state ? findSymbols(state.view, query, desk.addressOf) : [];
			}),
		);
		return found.flat().slice(0, MOST_SYMBOLS);
	});
}

/** Links follow files that stay in their project. */
async function moveFiles(
	files: readonly { readonly oldUri: string; readonly newUri: string }[],
	host: FeatureHost,
): Promise<WorkspaceEdit | null> {
	const [first] = files;
	const home = first && (await host.find(first.oldUri));
	const state = await home?.desk.state();
	if (!home || !state) return null;
	const { root, addressOf } = home.desk;
	const renames = files.flatMap(({ oldUri, newUri }) => {
		const [from, to] = [oldUri, newUri].map((uri) => pathBelow(root, fileOf(uri) ?? ''));
		return from && to ? [[from, to] as const] : [];
	});
	return editsForMove({ view: state.view, renames, today: host.today(), addressOf });
}

/** More than anybody reads; typing narrows them. */
const MOST_SYMBOLS = 500;

async function spotAt(
	{ textDocument, position = { line: 0, character: 0 } }: Asked,
	host: FeatureHost,
): Promise<{ spot: Spot; state: DeskState } | undefined> {
	const home = await host.find(textDocument.uri);
	const state = await home?.desk.state();
	if (!home || !state) return undefined;
	const { desk, path } = home;
	const { view } = state;
	const text = desk.textOf(path)?.text ?? view.sources.get(path)?.text;
	const isSettings = path === view.config.file;
	if (text === undefined || (!isSettings && !view.sources.has(path))) return undefined;
	const document = view.documents.find(({ file }) => file === path);
	const spot: Spot = {
		view,
		path,
		text,
		point: pointOf(position),
		...(document && { document }),
		isSettings,
		tongue: host.tongue(),
		today: host.today(),
		addressOf: desk.addressOf,
		openText: (file) => desk.textOf(file)?.text,
	};
	return { spot, state };
}
