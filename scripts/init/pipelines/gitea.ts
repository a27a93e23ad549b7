import type { InterfaceLanguage } from '../../../src/model/index.ts';
import type { Surroundings } from '../choices.ts';
import type { Wanted } from '../plan.ts';
import { fill, readTemplate } from '../templates.ts';
import { comment, workflowValues } from './steps.ts';
import { PIPELINE_WORDS } from './words.ts';

/** The newest releases that every runner of Gitea and Forgejo in use can carry out (Node 20). */
const ACTIONS = {
	checkout: 'actions/checkout@08eba0b27e820071cde6df949e0beb9ba4906955 # v4.3.0',
	'setup-node': 'actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0',
} as const;

/** `.gitea/workflows`: one file that checks, one that copies the site to a web server. */
export function giteaFiles(surroundings: Surroundings, language: InterfaceLanguage): readonly Wanted[] {
	const words = PIPELINE_WORDS[language];
	// Gitea shows no annotations: people read the log.
	const values = { ...workflowValues(surroundings, language, ACTIONS), format: '' };
	return [
		{
			path: '.gitea/workflows/mainstay-check.yml',
			text: fill(readTemplate('ci/github-check.yml'), {
				...values,
				name: words.checkName,
				notes: comment(words.checkNotes),
			}),
		},
		{
			path: '.gitea/workflows/mainstay-publish.yml',
			text: fill(readTemplate('ci/gitea-publish.yml'), {
				...values,
				name: words.publishName,
				notes: comment(words.giteaNotes),
				copy: words.copy,
			}),
		},
	];
}
