import { ID_PATTERN } from '../../../schemas/fields/id.ts';
import type { CompileConfig, Document, Frontmatter } from '../../model/index.ts';
import { sourceLine } from '../places.ts';

/** A list of texts in the frontmatter. */
export interface TextList {
	readonly pointer: string;
	/** Its field, without what that is part of. */
	readonly field: string;
	readonly entries: readonly unknown[];
}

/** Calls `found` for every list of texts, and looks into maps and lists of maps for more. */
export function eachTextList(value: Frontmatter, found: (list: TextList) => void, parent = ''): void {
	for (const field in value) {
		const inner = value[field];
		if (typeof inner !== 'object' || inner === null) continue;
		if (!Array.isArray(inner)) eachTextList(inner as Frontmatter, found, `${parent}/${field}`);
		else if (typeof inner[0] === 'string') found({ pointer: `${parent}/${field}`, field, entries: inner });
		else
			for (const [index, item] of inner.entries())
				if (holdsMore(item)) eachTextList(item, found, `${parent}/${field}/${index}`);
	}
}

/** Most maps in lists, the steps of a process, hold nothing but texts. */
function holdsMore(item: unknown): item is Frontmatter {
	if (typeof item !== 'object' || item === null) return false;
	for (const field in item) if (typeof (item as Frontmatter)[field] === 'object') return true;
	return false;
}

/** Lists whose entries are words, keys or ids: what has a comma in it is several of them. */
const WORDS: ReadonlySet<string> = new Set([
	...['modules', 'systems', 'roles', 'readers', 'lanes', 'keywords', 'releases', 'tables', 'controls'],
	...['related', 'supersedes', 'processes', 'runbooks', 'customisations'],
]);

/** An entry that is several ones in truth. */
export interface Joined {
	readonly by: 'comma' | 'dash';
	readonly parts: readonly string[];
}

/** What an entry of a list was meant to be, where a comma or a dash did not part it from the next. */
export function joinedEntry(
	document: Document,
	text: string,
	field: string,
	pointer: string,
	entry: string,
): Joined | undefined {
	if (entry.includes(' - ')) {
		const { start, end } = document.positions[pointer]?.value ?? {};
		if (!start || !end || start.line === end.line) return undefined;
		if (/^["']/.test(sourceLine(text, start.line).slice(start.column - 1))) return undefined;
		const isDash = /^\s*- /.test(sourceLine(text, start.line + 1));
		return isDash ? { by: 'dash', parts: entry.split(' - ') } : undefined;
	}
	if (!/[，、]/.test(entry) || !WORDS.has(field)) return undefined;
	const parts = entry.split(/[，、]/).map((part) => part.trim());
	if (parts.some((part) => part === '')) return undefined;
	// A keyword in quotes was meant to have its comma.
	return isQuoted(document, text, pointer) ? undefined : { by: 'comma', parts };
}

function isQuoted({ positions }: Document, text: string, pointer: string): boolean {
	const start = positions[pointer]?.value.start;
	return start === undefined || /^["']/.test(sourceLine(text, start.line).slice(start.column - 1));
}

/** Whether each part is an entry by itself: an id, or a key that mainstay.yaml declares. */
export function areEntries(parts: readonly string[], field: string, config: CompileConfig): boolean {
	const vocabulary = VOCABULARY[field];
	if (vocabulary) return parts.every((part) => config[vocabulary].has(part));
	return parts.every((part) => ID_PATTERN.test(part));
}

const VOCABULARY: Readonly<Record<string, 'modules' | 'systems' | 'roles'>> = {
	modules: 'modules',
	systems: 'systems',
	roles: 'roles',
	readers: 'roles',
	lanes: 'roles',
};
