import type { ModdleElement } from 'bpmn-moddle';
import type { DocumentId, Frontmatter } from '../../../model/index.ts';
import { PROCESS_FIELDS } from '../vocabulary.ts';
import { isKindOf, listOf, textOf } from './access.ts';
import type { Surroundings } from './document.ts';
import type { PlannedPart } from './plan.ts';
import type { WrittenSteps } from './steps.ts';
import type { ScopeDraft } from './types.ts';

const LONGEST_SUMMARY = 200;

/** The frontmatter of a part but its steps: what the file says, else placeholders, each with a note. */
export function headFields(
	part: PlannedPart,
	title: string,
	scope: ScopeDraft,
	steps: WrittenSteps,
	surroundings: Surroundings,
): Frontmatter {
	const { options, lang, ledger, words, idOf } = surroundings;
	const own = ownFields(part, surroundings);
	const said = scope.texts[0]?.split(/(?<=[。！？.!?])\s*/u)[0]?.trim() ?? '';
	const isSaid = said !== '' && said.length <= LONGEST_SUMMARY;
	const summary = own['summary'] ?? (isSaid ? said : words.summary(title));
	if (own['summary'] === undefined && !isSaid) ledger.say('summary-placeholder', '', title);
	return {
		id: idOf(part),
		kind: 'process',
		title,
		summary,
		owner: ownerOf(part, own['owner'], title, steps, surroundings),
		...(lang === options.config.languages[0] ? {} : { lang }),
		status: 'draft',
		...picked(own, ['modules', 'systems', 'stage', 'phase']),
		...placeOf(part, title, surroundings),
		...picked(own, ['order', 'trigger']),
		...listed('inputs', own['inputs'] ?? scope.inputs),
		...listed('outputs', own['outputs'] ?? scope.outputs),
		...picked(own, ['controls', 'kpis', 'keywords']),
	};
}

/** Only for the process that a file of ours was made from. */
function ownFields({ role }: PlannedPart, { fields }: Surroundings): Frontmatter {
	return role === 'main' ? picked(fields, PROCESS_FIELDS) : {};
}

function picked(from: Frontmatter, keys: readonly string[]): Frontmatter {
	return Object.fromEntries(keys.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
}

function listed(key: string, value: unknown): Frontmatter {
	return Array.isArray(value) && value.length > 0 ? { [key]: value } : {};
}

/** A process below the given parent; the parts it opens lie below it, two levels being all there is for them. */
function placeOf(
	part: PlannedPart,
	title: string,
	surroundings: Surroundings,
): { readonly level: number; readonly parent?: DocumentId } {
	const { options, ledger, idOf } = surroundings;
	let root = part;
	while (root.inside) root = root.inside;
	if (root !== part) {
		const above = placeOf(root, '', surroundings);
		return above.level < 4
			? { level: 4, parent: idOf(root) }
			: { level: 4, ...(above.parent ? { parent: above.parent } : {}) };
	}
	const own = ownFields(part, surroundings);
	const ownLevel = [1, 2, 3, 4].find((each) => each === own['level']);
	const ownParent = own['parent'];
	const known = typeof ownParent === 'string' && options.isKnown(ownParent) ? ownParent : undefined;
	const given = options.parent ?? known;
	const parent = given ?? options.parentPlaceholder;
	if ((ownLevel === 1 && !options.parent) || !parent) return { level: 1 };
	if (!given && title !== '') ledger.say('parent-placeholder', parent, title);
	return { level: options.level ?? ownLevel ?? 3, parent };
}

/** A known role in any case, as a document must have one. */
function ownerOf(
	part: PlannedPart,
	own: unknown,
	title: string,
	{ steps }: WrittenSteps,
	{ options, roles, ledger }: Surroundings,
): string {
	if (options.owner) return options.owner;
	if (typeof own === 'string' && roles.isKnown(own)) return own;
	const inSteps = steps
		.map((step) => step['role'])
		.find((role) => typeof role === 'string' && roles.isKnown(role));
	const [declared] = options.config.roles.keys();
	const owner =
		typeof inSteps === 'string' ? inSteps : (declared ?? roles.newRoles[0]?.key ?? 'process-owner');
	// Whoever settles the owner of the process settles that of its parts.
	if (!part.inside) ledger.say('owner-placeholder', owner, title);
	return owner;
}

/** The title of a part: as given, else the file's name for it. */
export function titleOf(part: PlannedPart, { options, words, parts }: Surroundings): string {
	const { container, pool } = part;
	if (part === parts[0] && options.title) return options.title;
	if (part.element) return textOf(part.element, 'name') || startName(container) || words.names.subprocess;
	const own = textOf(container, 'name') || (pool ? textOf(pool, 'name') : '');
	if (own !== '') return own;
	const around = (container.$parent ? textOf(container.$parent, 'name') : '') || words.title;
	const number = parts.filter(({ element }) => !element).indexOf(part) + 1;
	return number > 1 ? `${around} (${number})` : around;
}

/** What sets off a subprocess without a name. */
function startName(container: ModdleElement): string {
	const starts = listOf(container, 'flowElements').filter((element) => isKindOf(element, 'StartEvent'));
	return starts.map((start) => textOf(start, 'name')).find((name) => name !== '') ?? '';
}
