import { slug } from 'github-slugger';

/** Gives every element of a page an id of its own. */
export interface AnchorIds {
	/** An id made from a text, as GitHub makes it; Chinese stays Chinese. */
	derive(text: string): string;
	/** The id as written, with a number when the page has it already. */
	claim(id: string): string;
	/** Whether the id as written was still free; takes it. */
	take(id: string): boolean;
	readonly all: readonly string[];
}

/** Letters and digits of any script, `-`, `_` and `.`. */
const ID = '[\\p{L}\\p{N}\\p{M}\\-_.]+';

/** `{#id}` at the end of a heading's text. */
const EXPLICIT = new RegExp(`[ \\t]*\\{#(${ID})\\}[ \\t]*$`, 'u');

const WRITTEN = new RegExp(`\\{#(${ID})[ \\t}]`, 'gu');

export const PLAIN_ID: RegExp = new RegExp(`^${ID}$`, 'u');

/** Splits a heading's last text from the id it ends with. */
export function explicitId(text: string): { id: string; rest: string } | undefined {
	const match = text.endsWith('}') || text.trimEnd().endsWith('}') ? EXPLICIT.exec(text) : null;
	return match ? { id: match[1] ?? '', rest: text.slice(0, match.index) } : undefined;
}

/**
 * Ids that authors wrote keep their form, wherever in the text they stand: an id derived from a heading
 * gives way to them. `reserved` are more such ids, for instance those of process steps.
 */
export function anchorIds(text: string, reserved: readonly string[]): AnchorIds {
	const written = new Set(reserved);
	if (text.includes('{#')) for (const match of text.matchAll(WRITTEN)) written.add(match[1] ?? '');
	const all: string[] = [];
	const taken = new Set<string>();
	const next = new Map<string, number>();
	const take = (id: string): boolean => {
		if (taken.has(id)) return false;
		taken.add(id);
		all.push(id);
		return true;
	};
	/** Counts on from the last number given, so that a thousand equal headings stay cheap. */
	const numbered = (id: string, isFree: (id: string) => boolean): string => {
		let number = next.get(id) ?? 1;
		while (!isFree(`${id}-${number}`)) number++;
		next.set(id, number + 1);
		take(`${id}-${number}`);
		return `${id}-${number}`;
	};
	return {
		all,
		take,
		derive(heading) {
			const base = slugOf(heading.trim()) || 'section';
			const isFree = (id: string): boolean => !taken.has(id) && !written.has(id);
			if (!isFree(base)) return numbered(base, isFree);
			take(base);
			return base;
		},
		claim: (id) => (take(id) ? id : numbered(id, (other) => !taken.has(other))),
	};
}

/** Characters of which the slug drops none: most headings hold no others. */
const KEPT = /^[\w \u4e00-\u9fef-]*$/;

function slugOf(text: string): string {
	if (!KEPT.test(text)) return slug(text);
	const lower = /[A-Z]/.test(text) ? text.toLowerCase() : text;
	return lower.includes(' ') ? lower.replaceAll(' ', '-') : lower;
}
