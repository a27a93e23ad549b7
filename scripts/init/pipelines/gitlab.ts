import { parse } from 'yaml';
import type { InterfaceLanguage } from '../../../src/model/index.ts';
import type { Surroundings } from '../choices.ts';
import type { Wanted } from '../plan.ts';
import { fill, readTemplate } from '../templates.ts';
import { callOf, shellWord } from './call.ts';
import { comment } from './steps.ts';
import { PIPELINE_WORDS } from './words.ts';

const FILE = '.gitlab/mainstay.gitlab-ci.yml';
const ROOT = '.gitlab-ci.yml';
const INCLUDE = `  - local: ${FILE}`;

/** A file with the jobs, and `.gitlab-ci.yml` that includes it; where one is there, its owner adds the line. */
export function gitlabFiles(surroundings: Surroundings, language: InterfaceLanguage): readonly Wanted[] {
	const words = PIPELINE_WORDS[language];
	const present = readRoot(surroundings.files.get(ROOT));
	const { folder, install, run, project } = callOf(surroundings, language);
	const commands = [...(folder === '' ? [] : [`cd ${shellWord(folder)}`]), ...install];
	const values = {
		run,
		project,
		install: commands.map((command) => `    - ${command}`).join('\n'),
		'test-stage': stageOf(present.stages, 'test', 0),
		'deploy-stage': stageOf(present.stages, 'deploy', -1),
	};
	const pages = {
		...values,
		'publish-notes': comment(words.gitlabNotes),
	};
	return [
		{
			path: FILE,
			text: fill(readTemplate('ci/gitlab.yml'), {
				...values,
				notes: comment(words.checkNotes),
				publish: present.hasPages ? '' : fill(readTemplate('ci/gitlab-pages.yml'), pages).trimEnd(),
			}),
		},
		{
			path: ROOT,
			text: `include:\n${INCLUDE}\n`,
			byHand: {
				lines: [present.hasInclude ? 'include: # …' : 'include:', INCLUDE],
				done: new RegExp(FILE.replaceAll('.', '\\.')),
			},
		},
	];
}

interface Root {
	readonly stages: readonly string[];
	/** A job of that name publishes something already; two would become one. */
	readonly hasPages: boolean;
	readonly hasInclude: boolean;
}

/** What an existing pipeline says. A text that is no YAML says nothing: GitLab will tell its owner. */
function readRoot(text: string | undefined): Root {
	const read = text === undefined ? undefined : parsed(text);
	const stages = read?.['stages'];
	return {
		stages: Array.isArray(stages) ? stages.filter((each) => typeof each === 'string') : [],
		hasPages: read?.['pages'] !== undefined,
		hasInclude: read?.['include'] !== undefined,
	};
}

function parsed(text: string): Record<string, unknown> | undefined {
	try {
		// `!reference` and other tags of GitLab's are of no interest here.
		const value: unknown = parse(text, { logLevel: 'silent' });
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}

/** The usual stage, or where a pipeline has others, the first or the last of them. */
function stageOf(stages: readonly string[], usual: string, place: 0 | -1): string {
	return stages.length === 0 || stages.includes(usual) ? usual : JSON.stringify(stages.at(place) ?? usual);
}
