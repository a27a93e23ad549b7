import { commands, env, l10n, ProgressLocation, Uri, ViewColumn, window, workspace } from 'vscode';
import { pageAddress } from '../preview/page.ts';
import type { Preview } from '../preview/server.ts';
import type { Services } from '../services.ts';
import { commandTarget, type Target } from './target.ts';

/** Serves the project's site and shows the page of the active document. */
export async function openPreview({ previews, output }: Services): Promise<void> {
	const target = await commandTarget();
	if (!target) return;
	const preview = await started(previews, target).catch((error: unknown) => {
		const message = error instanceof Error ? error.message : String(error);
		output.error(message);
		window.showErrorMessage(l10n.t('The preview could not be started: {0}', message));
	});
	if (preview) await show(await pageAddress(preview.url, target.root, target.file));
}

/** Undefined when the user does not want to wait for it. */
async function started(
	previews: Services['previews'],
	{ root, toolchain }: Target,
): Promise<Preview | undefined> {
	const progress = {
		location: ProgressLocation.Notification,
		title: l10n.t('Starting the preview'),
		cancellable: true,
	};
	return window.withProgress(progress, async (_report, token) => {
		token.onCancellationRequested(() => previews.stop(root));
		const preview = await previews.open(root, toolchain).catch((error: unknown) => {
			if (token.isCancellationRequested) return undefined;
			throw error;
		});
		return token.isCancellationRequested ? undefined : preview;
	});
}

async function show(address: string): Promise<void> {
	// A window on another machine reaches the server through a forwarded port.
	const uri = await env.asExternalUri(Uri.parse(address, true));
	const inEditor = workspace.getConfiguration('mainstay').get<string>('preview.browser') !== 'external';
	const options = { viewColumn: ViewColumn.Beside, preserveFocus: true };
	const shown =
		inEditor &&
		(await commands.executeCommand('simpleBrowser.api.open', uri, options).then(
			() => true,
			() => false,
		));
	if (!shown) await env.openExternal(uri);
}
