import type { GlossaryRow } from './entry.ts';
import { FINANCE } from './finance.ts';
import { PROBLEMS } from './problems.ts';
import { PRODUCTION } from './production.ts';
import { SUPPLY } from './supply.ts';
import { SYSTEMS } from './systems.ts';

export interface GlossaryEntry {
	/** Preferred word first, then synonyms and abbreviations. */
	readonly en: readonly string[];
	readonly 'zh-CN': readonly string[];
	readonly 'zh-TW': readonly string[];
}

export type GlossaryField = 'finance' | 'supply' | 'production' | 'systems' | 'problems';

const ROWS: Readonly<Record<GlossaryField, readonly GlossaryRow[]>> = {
	finance: FINANCE,
	supply: SUPPLY,
	production: PRODUCTION,
	systems: SYSTEMS,
	problems: PROBLEMS,
};

const words = (cell: string): string[] => cell.split('|').map((word) => word.trim());

/** The built-in ERP glossary, by field of work. */
export const glossary: Readonly<Record<GlossaryField, readonly GlossaryEntry[]>> = Object.fromEntries(
	Object.entries(ROWS).map(([field, rows]) => [
		field,
		rows.map(([en, simplified, traditional]) => ({
			en: words(en),
			'zh-CN': words(simplified),
			'zh-TW': words(traditional),
		})),
	]),
) as unknown as Readonly<Record<GlossaryField, readonly GlossaryEntry[]>>;

/** A group of words that mean the same; `problem` when using one of them says that something is wrong. */
export interface WordGroup {
	readonly words: readonly string[];
	readonly problem: boolean;
}

/** Every entry of the glossary as a group. */
export function glossaryGroups(): WordGroup[] {
	return Object.entries(glossary).flatMap(([field, entries]) =>
		entries.map((entry) => ({
			words: [...entry.en, ...entry['zh-CN'], ...entry['zh-TW']],
			problem: field === 'problems',
		})),
	);
}
