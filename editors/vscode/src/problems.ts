import { commands, env, l10n, window } from 'vscode';
import type { Problem } from './toolchain/toolchain.ts';

/** What hinders Mainstay from running here. */
export type Hindrance = Problem | { readonly type: 'untrusted' };

const INSTALL = 'npm install --save-dev mainstay';

/** One or two sentences: what is wrong, and what to do. */
export function problemText(problem: Hindrance): string {
	switch (problem.type) {
		case 'untrusted':
			return l10n.t('Mainstay runs the program of the folder, so it waits until you trust this workspace.');
		case 'not-installed':
			return l10n.t('Mainstay is not installed in this folder. Install it with: {0}', INSTALL);
		case 'server-path-wrong':
			return l10n.t(
				'The setting mainstay.server.path names no Mainstay: {0}. Give its package folder or script.',
				problem.path,
			);
		case 'node-path-wrong':
			return l10n.t('The setting mainstay.node.path names no Node.js: {0}.', problem.path);
		case 'no-node':
			return l10n.t(
				'Mainstay needs Node.js {0} or later and found none. Install it, or set mainstay.node.path.',
				problem.needs,
			);
		case 'node-too-old':
			return l10n.t(
				'Mainstay needs Node.js {0} or later; {1} is {2}. Install a later one, or set mainstay.node.path.',
				problem.needs,
				problem.path,
				problem.version,
			);
	}
}

/** Says it in a message with the next step as a button. */
export async function showProblem(problem: Hindrance): Promise<void> {
	const step = nextStep(problem);
	const chosen = await window.showWarningMessage(problemText(problem), step.title);
	if (chosen === step.title) await step.run();
}

interface NextStep {
	readonly title: string;
	readonly run: () => Thenable<unknown>;
}

function nextStep(problem: Hindrance): NextStep {
	switch (problem.type) {
		case 'untrusted':
			return {
				title: l10n.t('Manage Workspace Trust'),
				run: () => commands.executeCommand('workbench.trust.manage'),
			};
		case 'not-installed':
			return { title: l10n.t('Copy Command'), run: () => env.clipboard.writeText(INSTALL) };
		case 'server-path-wrong':
			return openSetting('mainstay.server.path');
		default:
			return openSetting('mainstay.node.path');
	}
}

function openSetting(name: string): NextStep {
	return {
		title: l10n.t('Open Settings'),
		run: () => commands.executeCommand('workbench.action.openSettings', name),
	};
}
