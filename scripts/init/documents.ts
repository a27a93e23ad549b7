import { posix } from 'node:path';
import type { InterfaceLanguage } from '../../src/model/index.ts';
import type { Choices, ExampleKind, Remote, Surroundings } from './choices.ts';
import type { Wanted } from './plan.ts';
import { typed } from './runner.ts';
import { fill, onlyFor, readTemplate } from './templates.ts';

/** The examples: one small case that runs through all four kinds. */
const EXAMPLES: readonly { readonly path: string; readonly kind?: ExampleKind }[] = [
	{ path: 'index.md' },
	{ path: 'processes/value-chain.md', kind: 'process' },
	{ path: 'processes/order-to-delivery.md', kind: 'process' },
	{ path: 'runbooks/negative-stock.md', kind: 'runbook' },
	{ path: 'system-logs/negative-stock-incident.md', kind: 'system-log' },
	{ path: 'dev-notes/delivery-stock-check.md', kind: 'dev-note' },
];

const TITLES: Readonly<Record<InterfaceLanguage, string>> = {
	en: 'Operations knowledge base',
	'zh-CN': '运维知识库',
	'zh-TW': '維運知識庫',
};

/** mainstay.yaml and the example documents. `day` is YYYY-MM-DD: the log is three days old. */
export function documentFiles(choices: Choices, surroundings: Surroundings, day: string): readonly Wanted[] {
	const { language, docs, kinds, present } = choices;
	const { prefix, settings } = surroundings;
	const values = valuesOf(choices, surroundings, day);
	const text = (path: string): string => fill(onlyFor(readTemplate(`${language}/${path}`), kinds), values);
	// Documents that are there have keys of their own, which no settings may forbid.
	const vocabulary = present.isKnowledgeBase ? '' : text('vocabulary.yaml').trimEnd();
	const folders = readTemplate(`${language}/kinds.yaml`).trimEnd();
	// A page of somebody's in a folder called runbooks need not be one.
	const kindLines = present.count === 0 ? folders : folders.replace(/^(?!#)/gm, '# ');
	const settingsText = fill(readTemplate(`${language}/mainstay.yaml`), {
		...values,
		vocabulary,
		kinds: kindLines,
	});
	const examples = EXAMPLES.filter(({ kind }) =>
		kind === undefined ? kinds.length > 0 : kinds.includes(kind),
	);
	return [
		{ path: `${prefix}${settings?.file ?? 'mainstay.yaml'}`, text: settingsText, begins: true },
		...examples.map(
			({ path }): Wanted => ({ path: posix.join(prefix, docs, path), text: text(path), begins: true }),
		),
	];
}

function valuesOf(choices: Choices, surroundings: Surroundings, day: string): Record<string, string> {
	const logged = daysBefore(day, 3);
	return {
		title: TITLES[choices.language],
		docs: /^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u.test(choices.docs)
			? choices.docs
			: JSON.stringify(choices.docs),
		schema: schemaLine(surroundings),
		repository: repositoryLines(surroundings),
		run: typed(surroundings.install),
		code: readTemplate('delivery-check.md').trimEnd(),
		year: logged.slice(0, 4),
		'day-3': logged,
		'day-30': daysBefore(day, 30),
	};
}

function daysBefore(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** Where the JSON Schema of mainstay.yaml lies for editors, relative to the project; undefined where it is not installed. */
export function schemaPath({ install, prefix }: Surroundings): string | undefined {
	if (install.listed === undefined || !prefix.startsWith(install.folder)) return undefined;
	const up = prefix.slice(install.folder.length).replace(/[^/]+/g, '..');
	return `${up === '' ? './' : up}node_modules/mainstay/schemas/json/mainstay.schema.json`;
}

function schemaLine(surroundings: Surroundings): string {
	const path = schemaPath(surroundings);
	return path === undefined ? '' : `# yaml-language-server: $schema=${path}`;
}

function repositoryLines({ remote, branch, prefix }: Surroundings): string {
	if (remote === undefined) return '';
	const folder = prefix.replace(/\/$/, '');
	const parts = [
		`url: ${JSON.stringify(remote.url)}`,
		`branch: ${JSON.stringify(branch)}`,
		...providerOf(remote),
		...(folder === '' ? [] : [`folder: ${JSON.stringify(folder)}`]),
	];
	return `\nrepository: {${parts.join(', ')}}`;
}

function providerOf({ pipeline }: Remote): string[] {
	return pipeline === undefined ? [] : [`provider: ${pipeline}`];
}
