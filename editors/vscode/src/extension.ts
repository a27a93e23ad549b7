import { basename } from 'node:path';
import { commands, type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import { registerCommands } from './commands/index.ts';
import { openedFolderOf, openedFolders, projectOfFile, projectOfFolder } from './folders.ts';
import { createSessions, type Sessions } from './language/sessions.ts';
import { createPreviews } from './preview/previews.ts';
import { showProblem } from './problems.ts';
import { SETTINGS_FILES } from './project.ts';
import type { Services } from './services.ts';
import { createStatus } from './status.ts';

/** What `activate` answers with. */
export interface Activation {
	/** Settles when the servers that the window wants have been started. */
	readonly started: Promise<void>;
}

let services: Services | undefined;

/** Called by the editor when a window with a knowledge base opens, or when a command is called. */
export function activate(context: ExtensionContext): Activation {
	const output = window.createOutputChannel('Mainstay', { log: true });
	const sessions = createSessions(output);
	const previews = createPreviews(output);
	services = { output, sessions, previews };
	context.subscriptions.push(
		output,
		createStatus(sessions),
		...registerCommands(services),
		...listen(sessions),
	);
	// A command that woke the extension need not wait for a server.
	return { started: startWanted(sessions) };
}

/** Called when the window closes: servers end with it. */
export async function deactivate(): Promise<void> {
	await Promise.all([services?.previews.stopAll(), services?.sessions.dispose()]);
	services = undefined;
}

function listen(sessions: Sessions): { dispose(): unknown }[] {
	const settings = workspace.createFileSystemWatcher(`**/{${SETTINGS_FILES.join(',')}}`, false, true, true);
	const told = new Set<string>();
	return [
		settings,
		settings.onDidCreate(() => startWanted(sessions)),
		workspace.onDidChangeWorkspaceFolders(async () => {
			const opened = openedFolders();
			const closed = sessions.folders().filter((folder) => !opened.includes(folder));
			await Promise.all(closed.map(sessions.drop));
			await startWanted(sessions);
		}),
		workspace.onDidGrantWorkspaceTrust(() => Promise.all(sessions.folders().map(sessions.restart))),
		workspace.onDidOpenTextDocument((document) => startFor(document, sessions)),
		workspace.onDidChangeConfiguration((event) => {
			const touched = ['mainstay.server', 'mainstay.node'].some((name) => event.affectsConfiguration(name));
			if (touched) sessions.refreshAll();
		}),
		sessions.onDidChange((folder) => {
			commands.executeCommand('setContext', 'mainstay.active', sessions.folders().length > 0);
			const standing = sessions.standing(folder);
			// Without trust the editor says so itself; anything else is said once.
			if (standing?.type !== 'hindered' || standing.problem.type === 'untrusted' || told.has(folder)) return;
			told.add(folder);
			showProblem(standing.problem);
		}),
	];
}

/** Starts the servers of opened folders that are or belong to a project, and those of open documents. */
async function startWanted(sessions: Sessions): Promise<void> {
	const folders = openedFolders().map(async (folder) => {
		const project = await projectOfFolder(folder);
		if (project !== undefined) await sessions.ensure(folder, project);
	});
	await Promise.all([...folders, ...workspace.textDocuments.map((document) => startFor(document, sessions))]);
}

/** A project further down counts once one of its files is opened: it may be somebody's test data. */
async function startFor({ uri, languageId }: TextDocument, sessions: Sessions): Promise<void> {
	const isSettings = SETTINGS_FILES.some((name) => basename(uri.fsPath) === name);
	if (uri.scheme !== 'file' || !(isSettings || /^(markdown|mdx)$/.test(languageId))) return;
	const folder = openedFolderOf(uri.fsPath);
	const project = folder === undefined ? undefined : await projectOfFile(uri.fsPath);
	if (folder !== undefined && project !== undefined) await sessions.ensure(folder, project);
}
