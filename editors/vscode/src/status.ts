import { l10n, StatusBarAlignment, ThemeColor, window } from 'vscode';
import type { Sessions, Standing } from './language/sessions.ts';
import { problemText } from './problems.ts';

/** One sentence for the tooltip. */
export function standingText(standing: Standing): string {
	switch (standing.type) {
		case 'starting':
			return l10n.t('Mainstay is starting.');
		case 'running':
			return l10n.t('Mainstay {0} is running on Node.js {1}.', standing.version, standing.node);
		case 'hindered':
			return problemText(standing.problem);
		case 'ended':
			return l10n.t('The language server of Mainstay has ended. The output tells why.');
	}
}

const ICONS: Readonly<Record<Standing['type'], string>> = {
	starting: '$(sync~spin)',
	running: '$(book)',
	hindered: '$(warning)',
	ended: '$(error)',
};

/** From what needs no eye to what does. */
const ORDER: readonly Standing['type'][] = ['running', 'starting', 'ended', 'hindered'];

/** The item in the status bar: the worst standing in its icon, all of them in its tooltip. */
export function createStatus(sessions: Sessions) {
	const item = window.createStatusBarItem('mainstay.status', StatusBarAlignment.Left, 1);
	item.name = 'Mainstay';
	item.command = 'mainstay.showMenu';
	const update = (): void => {
		const all = sessions.folders().flatMap((folder) => {
			const standing = sessions.standing(folder);
			return standing ? [{ folder, standing }] : [];
		});
		const [worst] = all
			.map(({ standing }) => standing.type)
			.sort((a, b) => ORDER.indexOf(b) - ORDER.indexOf(a));
		if (worst === undefined) {
			item.hide();
			return;
		}
		const troubled = worst === 'hindered' || worst === 'ended';
		item.text = `${ICONS[worst]} Mainstay`;
		item.backgroundColor = troubled ? new ThemeColor('statusBarItem.warningBackground') : undefined;
		item.tooltip = all.map(({ folder, standing }) => `${folder}\n${standingText(standing)}`).join('\n\n');
		item.show();
	};
	const listening = sessions.onDidChange(update);
	return {
		dispose: () => {
			listening.dispose();
			item.dispose();
		},
	};
}
