import { commands, l10n, type QuickPickItem, window } from 'vscode';
import type { Services } from '../services.ts';
import { standingText } from '../status.ts';

/** What the status item offers. */
export async function showMenu({ sessions }: Services): Promise<void> {
	const items: (QuickPickItem & { readonly command: string })[] = [
		{ label: `$(open-preview) ${l10n.t('Open Preview')}`, command: 'mainstay.openPreview' },
		{ label: `$(new-file) ${l10n.t('New Document…')}`, command: 'mainstay.newDocument' },
		{ label: `$(checklist) ${l10n.t('Check Whole Knowledge Base')}`, command: 'mainstay.check' },
		{ label: `$(debug-restart) ${l10n.t('Restart Language Server')}`, command: 'mainstay.restart' },
		{ label: `$(output) ${l10n.t('Show Output')}`, command: 'mainstay.showOutput' },
	];
	const [folder] = sessions.folders();
	const standing = folder === undefined ? undefined : sessions.standing(folder);
	const placeHolder = standing ? standingText(standing) : 'Mainstay';
	const chosen = await window.showQuickPick(items, { placeHolder });
	if (chosen) await commands.executeCommand(chosen.command);
}
