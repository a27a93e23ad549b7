import type { DocumentKind, InterfaceLanguage } from '../../src/model/index.ts';

/** The kinds of which a new knowledge base gets an example. */
export const EXAMPLE_KINDS = [
	'process',
	'runbook',
	'system-log',
	'dev-note',
] as const satisfies DocumentKind[];
export type ExampleKind = (typeof EXAMPLE_KINDS)[number];

export const PIPELINES = ['github', 'gitlab', 'gitea'] as const;
export type Pipeline = (typeof PIPELINES)[number];

export const HOOKS = ['git', 'lefthook', 'husky', 'none'] as const;
export type Hook = (typeof HOOKS)[number];

/** What is wanted, by flags, by answers, or by what the folder shows. */
export interface Choices {
	/** Of the documents, the settings' labels and the summary. */
	readonly language: InterfaceLanguage;
	/** Folder of the documents, relative to the project; `.` for the project itself. */
	readonly docs: string;
	/** Kinds of which there will be an example. */
	readonly kinds: readonly ExampleKind[];
	/** Documents that the folder has already. */
	readonly present: PresentDocuments;
	readonly hook: Hook;
	readonly pipelines: readonly Pipeline[];
	readonly editor: boolean;
}

export interface PresentDocuments {
	/** Markdown files. */
	readonly count: number;
	/** Some of them name one of Mainstay's kinds. */
	readonly isKnowledgeBase: boolean;
}

/** How a project installs what it depends on. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'yarn-classic';

export interface Installation {
	readonly manager: PackageManager;
	/** Folder of the lockfile, else of package.json, relative to the top: '' or `web/`. */
	readonly folder: string;
	readonly locked: boolean;
	/** What package.json says of Mainstay: `^1.2.0`, `file:…`; undefined where it is not named. */
	readonly listed?: string;
}

export interface Remote {
	/** https, without credentials. */
	readonly url: string;
	readonly pipeline?: Pipeline;
}

/**
 * What was there before. The top is the root of the git repository, outside one the project itself;
 * every path is relative to it, with `/`.
 */
export interface Surroundings {
	/** Path of the project below the top: '' or `erp/kb/`. */
	readonly prefix: string;
	readonly isRepository: boolean;
	/** The branch that the others are merged into. */
	readonly branch: string;
	readonly remote?: Remote;
	/** Where git looks for hooks; undefined where they are not this repository's own. */
	readonly hooksFolder?: string;
	/** The hooks folder that git shares among repositories. */
	readonly sharedHooks?: string;
	readonly hookManager?: 'lefthook' | 'husky';
	readonly pipelines: readonly Pipeline[];
	readonly install: Installation;
	/** What mainstay.yaml says already, and the name it has. */
	readonly settings?: { readonly file: string; readonly docs: string; readonly language: InterfaceLanguage };
	/** The folder that a build would write is something else's. */
	readonly distTaken: boolean;
	/** Texts of the files that a plan may touch, as far as they are there. */
	readonly files: ReadonlyMap<string, string>;
	/** Version of Mainstay. */
	readonly version: string;
}
