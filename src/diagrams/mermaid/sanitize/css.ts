import { FUNCTIONS, PROPERTIES } from './allowed.ts';

export interface Declaration {
	readonly property: string;
	readonly value: string;
}

/** Selectors as written and what they set. */
export interface CssRule {
	readonly selectors: readonly string[];
	readonly declarations: readonly Declaration[];
}

const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)/g;
/** Nothing else appears in the selectors of drawings; escapes, strings with markup and nesting do not. */
const SELECTOR = /^[\w\s.#*>+~:()[\]="'^$|-]+$/;

/**
 * Whether a value only names colours, numbers, keywords and parts of the same drawing: a function that could
 * load something, an escape that could hide one, or markup make it unsafe.
 */
export function isSafeValue(value: string): boolean {
	if (/[\\<>@{};]|\/\*|&(?!amp;)|expression|javascript:/i.test(value)) return false;
	for (const [, name = ''] of value.matchAll(/([\w-]*)\(/g)) {
		if (name !== '' && !FUNCTIONS.has(name) && !FUNCTIONS.has(name.toLowerCase())) return false;
	}
	return [...value.matchAll(/url\(/gi)].length === [...value.matchAll(LOCAL_URL)].length;
}

export const LOCAL_URL = /url\(\s*(["']?)#([\w:.-]+)\1\s*\)/gi;

/** The safe declarations of a `style` attribute or rule body, in order. */
export function declarationsOf(body: string): Declaration[] {
	return splitOutside(body.replace(COMMENT, ''), ';').flatMap((part) => {
		const colon = part.indexOf(':');
		if (colon === -1) return [];
		const property = part.slice(0, colon).trim().toLowerCase();
		const value = part.slice(colon + 1).trim();
		return PROPERTIES.has(property) && value !== '' && isSafeValue(value) ? [{ property, value }] : [];
	});
}

export function writeDeclarations(declarations: readonly Declaration[]): string {
	return declarations.map(({ property, value }) => `${property}:${value}`).join(';');
}

/** The plain rules of a style sheet. At-rules are left out with all they hold. */
export function rulesOf(sheet: string): CssRule[] {
	const text = sheet.replace(COMMENT, '');
	const rules: CssRule[] = [];
	let at = 0;
	while (at < text.length) {
		const open = text.indexOf('{', at);
		if (open === -1) break;
		const head = text.slice(at, open);
		const close = closingBrace(text, open);
		// `@import …;` and `@charset …;` stand before the rule that follows them.
		const selector = head.slice(head.lastIndexOf(';') + 1).trim();
		if (!selector.startsWith('@')) rules.push(...ruleOf(selector, text.slice(open + 1, close)));
		at = close + 1;
	}
	return rules;
}

function ruleOf(selector: string, body: string): CssRule[] {
	const selectors = splitOutside(selector, ',').filter((each) => SELECTOR.test(each));
	const declarations = body.includes('{') ? [] : declarationsOf(body);
	return selectors.length > 0 && declarations.length > 0 ? [{ selectors, declarations }] : [];
}

export function writeRules(rules: readonly CssRule[]): string {
	return rules
		.map(({ selectors, declarations }) => `${selectors.join(',')}{${writeDeclarations(declarations)}}`)
		.join('');
}

function closingBrace(text: string, open: number): number {
	let depth = 0;
	for (let at = open; at < text.length; at++) {
		if (text[at] === '{') depth++;
		else if (text[at] === '}' && --depth === 0) return at;
	}
	return text.length;
}

/** Splits at a separator that stands outside brackets and quotes; parts are trimmed, empty ones left out. */
function splitOutside(text: string, separator: string): string[] {
	const parts: string[] = [];
	let depth = 0;
	let quote = '';
	let start = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? '';
		if (quote !== '') quote = character === quote ? '' : quote;
		else if (character === '"' || character === "'") quote = character;
		else if (character === '(' || character === '[') depth++;
		else if (character === ')' || character === ']') depth--;
		else if (character === separator && depth <= 0) {
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	return [...parts, text.slice(start)].map((part) => part.trim()).filter(Boolean);
}
