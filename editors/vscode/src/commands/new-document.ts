import { resolve } from 'node:path';
import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import { runMainstay } from '../run.ts';
import type { Services } from '../services.ts';
import { messageLocale } from '../settings.ts';
import { commandTarget } from './target.ts';

interface KindItem extends QuickPickItem {
	/** The kind's name on the command line. */
	readonly name: string;
}

function kindItems(): readonly KindItem[] {
	return [
		{ name: 'runbook', label: l10n.t('Runbook'), detail: l10n.t('How to deal with an exception') },
		{ name: 'process', label: l10n.t('Process'), detail: l10n.t('Who does what, in which order') },
		{
			name: 'system-log',
			label: l10n.t('System log'),
			detail: l10n.t('What was done to a system, and when'),
		},
		{
			name: 'dev-note',
			label: l10n.t('Development note'),
			detail: l10n.t('What was customised, and why the standard did not do'),
		},
		{ name: 'page', label: l10n.t('Page'), detail: l10n.t('Anything else') },
	];
}

/** Asks for kind, title and group, writes the document from its template, and opens it. */
export async function newDocument({ output }: Services): Promise<void> {
	const target = await commandTarget();
	if (!target) return;
	const answers = await ask();
	if (!answers) return;
	const { kind, title, group } = answers;
	const args = ['new', '--project', target.root, '--locale', messageLocale()];
	if (group !== '') args.push('--group', group);
	const { code, stdout, stderr } = await runMainstay(
		target.toolchain,
		[...args, '--', kind, title],
		target.root,
	);
	const written = stdout.trim();
	if (code !== 0 || written === '') {
		output.error(stderr.trim());
		window.showErrorMessage(stderr.trim().split('\n')[0] || l10n.t('The document could not be written.'));
		return;
	}
	await window.showTextDocument(Uri.file(resolve(target.root, written)));
}

async function ask(): Promise<{ kind: string; title: string; group: string } | undefined> {
	const item = await window.showQuickPick(kindItems(), { placeHolder: l10n.t('Which kind of document?') });
	if (!item) return undefined;
	const title = await window.showInputBox({
		prompt: l10n.t('Title'),
		validateInput: (text) =>
			text.trim() === '' ? l10n.t('Readers find a document by its title.') : undefined,
	});
	if (title === undefined) return undefined;
	if (item.name === 'page') return { kind: item.name, title: title.trim(), group: '' };
	const group = await window.showInputBox({
		prompt: l10n.t('Middle part of the id, such as INV; leave it empty for the usual one'),
		validateInput: (text) =>
			/^[A-Za-z0-9]{0,8}$/.test(text.trim()) ? undefined : l10n.t('At most 8 letters or digits.'),
	});
	return group === undefined ? undefined : { kind: item.name, title: title.trim(), group: group.trim() };
}
