import { l10n, window, workspace } from 'vscode';
import { isIn, openedFolderOf, projectOfFile, projectsOfWindow } from '../folders.ts';
import { type Hindrance, showProblem } from '../problems.ts';
import { toolchainOf } from '../settings.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';

/** What a command works on. */
export interface Target {
	/** The project's root. */
	readonly root: string;
	/** The opened folder that holds the project, else the project itself. */
	readonly folder: string;
	/** The file in the editor, where it belongs to the project. */
	readonly file: string | undefined;
	readonly toolchain: Toolchain;
}

/**
 * The project of the active file, else the one of the window, else the one that is picked; with what is
 * needed to run Mainstay there. Says what hinders, and answers undefined then.
 */
export async function commandTarget(): Promise<Target | undefined> {
	const document = window.activeTextEditor?.document;
	const active = document?.uri.scheme === 'file' ? document.uri.fsPath : undefined;
	const own = active === undefined ? undefined : await projectOfFile(active);
	const root = own ?? (await pickProject());
	if (root === undefined) return undefined;
	const toolchain: Toolchain | Hindrance = workspace.isTrusted
		? await toolchainOf(root)
		: { type: 'untrusted' };
	if ('type' in toolchain) {
		await showProblem(toolchain);
		return undefined;
	}
	const file = active !== undefined && isIn(active, root) ? active : undefined;
	return { root, folder: openedFolderOf(root) ?? root, file, toolchain };
}

async function pickProject(): Promise<string | undefined> {
	const roots = await projectsOfWindow();
	if (roots.length === 0) {
		await window.showInformationMessage(l10n.t('Open the folder of a knowledge base first.'));
		return undefined;
	}
	if (roots.length === 1) return roots[0];
	return window.showQuickPick(roots, { placeHolder: l10n.t('Which knowledge base?') });
}
