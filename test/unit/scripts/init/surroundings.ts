import type { Choices, Surroundings } from '../../../../scripts/init/choices.ts';

/** An empty folder in a new repository; tests spread their own over it. */
export const SURROUNDINGS: Surroundings = {
	prefix: '',
	isRepository: true,
	branch: 'main',
	hooksFolder: '.git/hooks',
	pipelines: [],
	install: { manager: 'npm', folder: '', locked: false },
	distTaken: false,
	files: new Map(),
	version: '1.2.3',
};

export const CHOICES: Choices = {
	language: 'en',
	docs: 'docs',
	kinds: ['process', 'runbook', 'system-log', 'dev-note'],
	present: { count: 0, isKnowledgeBase: false },
	hook: 'git',
	pipelines: ['github', 'gitlab', 'gitea'],
	editor: true,
};

export const LISTED = { manager: 'npm', folder: '', locked: true, listed: '^1.2.3' } as const;
