import { frontmatterReferences, validateFrontmatter } from '../../../../schemas/index.ts';
import type { CompileConfig, DocumentId, Frontmatter } from '../../../model/index.ts';
import type { Ledger } from './notes.ts';

/**
 * Takes out what the schema of processes, the vocabularies or the set of documents would not accept, each
 * with a note, so that what is written passes the checks.
 */
export function settled(
	frontmatter: Frontmatter,
	config: CompileConfig,
	isKnown: (id: DocumentId) => boolean,
	ledger: Ledger,
): Frontmatter {
	const { value, issues } = validateFrontmatter('process', frontmatter, config);
	for (const { type, pointer, received } of issues) {
		if (type !== 'missing') ledger.say('bad-own-fact', received, pointer);
	}
	const terms = issues.filter(({ type }) => type === 'unknown-term').map(({ pointer }) => pointer);
	const dead = frontmatterReferences('process', value).filter(({ target }) => !isKnown(target));
	for (const { target, pointer } of dead) ledger.say('unknown-reference', target, pointer);
	const clean = structuredClone(value) as Record<string, unknown>;
	const undeclared = undeclaredControls(clean);
	for (const { pointer, control } of undeclared) ledger.say('unknown-reference', control, pointer);
	const all = [...terms, ...dead.map(({ pointer }) => pointer), ...undeclared.map(({ pointer }) => pointer)];
	// From the end, so that the places before keep their numbers.
	for (const pointer of all.sort(byPlace).toReversed()) remove(clean, pointer.split('/').slice(1));
	return clean;
}

function undeclaredControls(frontmatter: Frontmatter): { pointer: string; control: string }[] {
	const { controls, steps } = frontmatter as {
		controls?: readonly { id?: string }[];
		steps?: readonly { controls?: readonly string[] }[];
	};
	const declared = new Set((controls ?? []).map(({ id }) => id));
	return (steps ?? []).flatMap((step, at) =>
		(step.controls ?? []).flatMap((control, index) =>
			declared.has(control) ? [] : [{ pointer: `/steps/${at}/controls/${index}`, control }],
		),
	);
}

function byPlace(a: string, b: string): number {
	return a.localeCompare(b, 'en', { numeric: true });
}

/** Removes a value, and the list that held it when it was the last one. */
function remove(holder: unknown, [key = '', ...rest]: readonly string[]): void {
	if (typeof holder !== 'object' || holder === null) return;
	if (Array.isArray(holder)) {
		if (rest.length === 0) holder.splice(Number(key), 1);
		else remove(holder[Number(key)], rest);
		return;
	}
	const map = holder as Record<string, unknown>;
	if (!Object.hasOwn(map, key)) return;
	if (rest.length > 0) remove(map[key], rest);
	const value = map[key];
	if (rest.length === 0 || (Array.isArray(value) && value.length === 0)) delete map[key];
}
