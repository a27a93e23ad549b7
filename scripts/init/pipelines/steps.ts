import type { InterfaceLanguage } from '../../../src/model/index.ts';
import type { Surroundings } from '../choices.ts';
import { callOf } from './call.ts';
import { PIPELINE_WORDS } from './words.ts';

/** Values that the workflows of GitHub and Gitea share. */
export function workflowValues(
	surroundings: Surroundings,
	language: InterfaceLanguage,
	actions: Readonly<Record<string, string>>,
): Record<string, string> {
	const { folder, install, run, project } = callOf(surroundings, language);
	const words = PIPELINE_WORDS[language];
	const within = folder === '' ? '' : `        working-directory: ${JSON.stringify(folder)}`;
	return {
		...actions,
		branch: JSON.stringify(surroundings.branch),
		run,
		project,
		folder: within,
		install:
			install.length === 0
				? ''
				: [
						`      - name: ${words.install}`,
						'        run: |',
						...install.map((command) => `          ${command}`),
						...(within === '' ? [] : [within]),
					].join('\n'),
		'check-change': words.checkChange,
		'check-all': words.checkAll,
		build: words.build,
	};
}

/** A comment in YAML. */
export function comment(lines: readonly string[]): string {
	return lines.map((line) => `# ${line}`).join('\n');
}
