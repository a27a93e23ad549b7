import type { InterfaceLanguage } from '../../../src/model/index.ts';
import type { Surroundings } from '../choices.ts';
import type { Wanted } from '../plan.ts';
import { fill, readTemplate } from '../templates.ts';
import { comment, workflowValues } from './steps.ts';
import { PIPELINE_WORDS } from './words.ts';

/** Releases by their commits: a tag can be moved, a commit cannot. */
const ACTIONS = {
	checkout: 'actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3',
	'setup-node': 'actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e # v6.4.0',
	'configure-pages': 'actions/configure-pages@45bfe0192ca1faeb007ade9deae92b16b8254a0d # v6.0.0',
	'upload-pages': 'actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0',
	'deploy-pages': 'actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0',
} as const;

/** `.github/workflows`: one file that checks, one that publishes to GitHub Pages. */
export function githubFiles(surroundings: Surroundings, language: InterfaceLanguage): readonly Wanted[] {
	const words = PIPELINE_WORDS[language];
	const values = { ...workflowValues(surroundings, language, ACTIONS), format: ' --format github' };
	return [
		{
			path: '.github/workflows/mainstay-check.yml',
			text: fill(readTemplate('ci/github-check.yml'), {
				...values,
				name: words.checkName,
				notes: comment(words.checkNotes),
			}),
		},
		{
			path: '.github/workflows/mainstay-publish.yml',
			text: fill(readTemplate('ci/github-publish.yml'), {
				...values,
				name: words.publishName,
				notes: comment(words.githubNotes),
			}),
		},
	];
}
