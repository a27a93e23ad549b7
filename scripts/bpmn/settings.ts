import { ID_PATTERN } from '../../schemas/index.ts';
import type { BpmnImportOptions } from '../../src/diagrams/index.ts';
import { type Document, type DocumentGraph, nearest, phrase, UserError } from '../../src/model/index.ts';
import { type Arguments, textOption } from '../command.ts';
import { findProcess, type OpenDocuments, processesOf } from './documents.ts';

type Given<K extends keyof BpmnImportOptions> = { readonly [P in K]?: NonNullable<BpmnImportOptions[P]> };

/** What the command line and the knowledge base say about the documents to make. */
export function importSettings(args: Arguments, { project, graph }: OpenDocuments): BpmnImportOptions {
	const { config } = project;
	const ids = freeIds(args, graph);
	const owner = textOption(args, 'owner');
	const lang = textOption(args, 'lang');
	const title = textOption(args, 'title');
	if (owner) checkRole(owner, '--owner', [...config.roles.keys()]);
	return {
		config,
		idOf: (number) => ids(number),
		isKnown: (id) => graph.byId.has(id),
		roles: readRoles(textOption(args, 'role'), [...config.roles.keys()]),
		newRoles: args.options['add-roles'] === true ? 'write' : 'comment',
		...(owner ? { owner } : {}),
		...(lang ? { lang } : {}),
		...(title ? { title } : {}),
		...placeOf(args, graph, ids(0)),
	};
}

/** The ids for new processes: `--id` first, then the free ones above the highest of its group. */
function freeIds(args: Arguments, graph: DocumentGraph): (number: number) => string {
	const given = textOption(args, 'id')?.toUpperCase();
	if (given !== undefined && !(ID_PATTERN.test(given) && given.startsWith('PR-'))) {
		throw new UserError('flag-value-not-allowed', phrase`--id must be like PR-GEN-0001, not “${given}”.`);
	}
	if (given && graph.byId.has(given)) {
		throw new UserError(
			'id-taken',
			phrase`${given} exists already.`,
			'Choose another --id, or leave it out.',
		);
	}
	const group = given?.split('-')[1] ?? (textOption(args, 'group') ?? 'GEN').toUpperCase();
	if (!/^[A-Z0-9]{1,8}$/.test(group)) {
		throw new UserError(
			'flag-value-not-allowed',
			phrase`--group must be 1 to 8 letters or digits, not “${group}”.`,
		);
	}
	const start = `PR-${group}-`;
	const used = [...graph.byId.keys(), ...(given ? [given] : [])]
		.filter((id) => id.startsWith(start))
		.map((id) => Number(id.slice(start.length)));
	const highest = Math.max(0, ...used);
	const free = (number: number): string => start + String(highest + 1 + number).padStart(4, '0');
	return (number) => (given ? (number === 0 ? given : free(number - 1)) : free(number));
}

function placeOf(
	args: Arguments,
	graph: DocumentGraph,
	id: string,
): Given<'parent' | 'level' | 'parentPlaceholder'> {
	const written = textOption(args, 'parent');
	if (written === undefined) {
		const placeholder = likelyParent(processesOf(graph), id.split('-')[1] ?? '');
		return placeholder ? { parentPlaceholder: placeholder.id } : {};
	}
	const [parent] = findProcess(graph, written).values();
	const level = Number(parent?.frontmatter['level']);
	if (!parent || level >= 4) {
		throw new UserError(
			'parent-too-deep',
			phrase`${written} has level 4; nothing lies below it.`,
			'Choose its parent.',
		);
	}
	return { parent: parent.id, level: level === 3 ? 4 : 3 };
}

/** A process group, of the same group of ids if there is one; else the value chain. */
function likelyParent(processes: readonly Document[], group: string): Document | undefined {
	const ofLevel = (level: number): Document[] =>
		processes.filter(({ frontmatter }) => frontmatter['level'] === level);
	const groups = ofLevel(2);
	return groups.find(({ id }) => id.split('-')[1] === group) ?? groups[0] ?? ofLevel(1)[0];
}

/** `Sales=sales-clerk; Lager=warehouse-keeper`. */
function readRoles(written: string | undefined, known: readonly string[]): ReadonlyMap<string, string> {
	const roles = new Map<string, string>();
	for (const pair of (written ?? '').split(';').filter((each) => each.trim() !== '')) {
		const at = pair.lastIndexOf('=');
		const [name, key] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
		if (at < 1 || name === '' || key === '') {
			throw new UserError(
				'flag-value-not-allowed',
				phrase`--role must be like "Lane=key", not “${pair.trim()}”.`,
			);
		}
		checkRole(key, '--role', known);
		roles.set(name, key);
	}
	return roles;
}

/** Where mainstay.yaml declares no roles, any key is one. */
function checkRole(key: string, option: string, known: readonly string[]): void {
	if (known.length === 0 || known.includes(key)) return;
	const [best] = nearest(key, known, 1);
	throw new UserError(
		'flag-value-not-allowed',
		phrase`${option}: “${key}” is not among the roles of mainstay.yaml.`,
		best ? phrase`Did you mean ${best}?` : phrase`Roles: ${known.join(', ')}.`,
	);
}
