import type { CompletionItem } from 'vscode-languageserver';
import type { FieldFacts } from '../../../schemas/index.ts';
import type { placesOf } from '../../../src/fixes/index.ts';
import type { Tongue } from '../tongue.ts';
import type { YamlCursor } from '../yaml-cursor.ts';
import { type KeyOffer, keyItems, type Offer, offerItems } from './items.ts';

type Path = readonly (string | number)[];

/** What is known of a YAML text: its schema and what its values may be. */
export interface YamlWorld {
	readonly text: string;
	readonly places: ReturnType<typeof placesOf>;
	readonly snippets: boolean;
	readonly tongue: Tongue;
	factsAt(path: Path): FieldFacts | undefined;
	/** Needed because of what else is written. */
	isRequired(path: Path): boolean;
	valuesAt(path: Path, facts: FieldFacts | undefined): Offer[];
	/** Keys that are offered besides those of the schema. */
	moreKeys?(path: Path): readonly KeyOffer[];
}

/** Completion at a cursor of a YAML text; offsets count in the whole text. */
export function yamlItems(cursor: YamlCursor, world: YamlWorld): CompletionItem[] {
	const facts = world.factsAt(cursor.path);
	if (cursor.role === 'key' && facts?.shape === 'list') return listItems(cursor, world, facts);
	if (cursor.role === 'key') return keysAt(cursor, world, '');
	// Nothing but white space, or a word, where a map belongs: its first key.
	const isMapDue = facts?.shape === 'map' && facts.values.length === 0;
	if (isMapDue && !cursor.isQuoted && isOnOwnLine(cursor, world)) {
		return [...keysAt(cursor, world, ''), ...offers(cursor, world, cursor.path, facts)];
	}
	return offers(cursor, world, cursor.path, facts);
}

function keysAt(cursor: YamlCursor, world: YamlWorld, lead: string): CompletionItem[] {
	const facts = world.factsAt(cursor.path);
	const keys = (facts?.keys ?? []).flatMap(({ key, required }): KeyOffer[] => {
		const path = [...cursor.path, key];
		const own = world.factsAt(path);
		if (!own) return [];
		const entry = own.shape === 'list' ? world.factsAt([...path, 0]) : undefined;
		return [{ key, facts: own, isRequired: required || world.isRequired(path), entry }];
	});
	const { text, places, snippets } = world;
	return keyItems(
		[...keys, ...(world.moreKeys?.(cursor.path) ?? [])],
		{
			cursor,
			range: places.range(cursor.start, cursor.end),
			hasColon: /^[ \t]*:/.test(text.slice(cursor.end)),
			indent: indentAt(text, cursor.start),
			snippets,
			lead,
		},
		world.tongue,
	);
}

/** A word below a key whose value is a list: an entry of it, with its dash. */
function listItems(cursor: YamlCursor, world: YamlWorld, facts: FieldFacts): CompletionItem[] {
	const entry = world.factsAt([...cursor.path, 0]);
	if (entry?.shape === 'map' && entry.keys.length > 0) {
		return keysAt({ ...cursor, path: [...cursor.path, 0], siblings: [] }, world, '- ');
	}
	return itemsOf(cursor, world, world.valuesAt([...cursor.path, 0], entry ?? facts), (value) => `- ${value}`);
}

function offers(
	cursor: YamlCursor,
	world: YamlWorld,
	path: Path,
	facts: FieldFacts | undefined,
): CompletionItem[] {
	const own = world.valuesAt(path, facts);
	if (facts?.shape !== 'list' || cursor.isQuoted)
		return itemsOf(cursor, world, own, (value) => quoted(value, cursor));
	// Behind the key of a list: one entry in brackets.
	const entries = world.valuesAt([...path, 0], world.factsAt([...path, 0]));
	return [
		...itemsOf(cursor, world, own, (value) => quoted(value, cursor)),
		...itemsOf(cursor, world, entries, (value) => `[${quoted(value, cursor)}]`),
	];
}

function itemsOf(
	cursor: YamlCursor,
	{ places }: YamlWorld,
	some: readonly Offer[],
	wrap: (value: string) => string,
): CompletionItem[] {
	return offerItems(some, places.range(cursor.start, cursor.end), wrap);
}

/** A value as YAML must have it; inside quotes it stands as it is. */
function quoted(value: string, { isQuoted, inFlow }: YamlCursor): string {
	const isPlain = !/^[\s&*!|>{["'%@`#?-]|[:#]\s|:$|\s$/.test(value) && !(inFlow && /[[\]{},]/.test(value));
	return isQuoted || isPlain ? value : JSON.stringify(value);
}

function isOnOwnLine({ start }: YamlCursor, { text }: YamlWorld): boolean {
	return /(?:^|\n)[ \t]*(?:- +)*$/.test(text.slice(0, start)) || /[{,[]\s*$/.test(text.slice(0, start));
}

/** The column of a key as white space; the dash of its entry counts as two. */
function indentAt(text: string, start: number): string {
	const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
	return line.replace(/[^\s]/g, ' ');
}
