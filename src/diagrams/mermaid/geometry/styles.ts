import { declarationsOf, rulesOf } from '../sanitize/css.ts';

/** The properties that decide how large a text is and where it stands. */
const PROPERTIES = ['font-size', 'font-weight', 'text-anchor', 'dominant-baseline', 'display'] as const;
export type TextProperty = (typeof PROPERTIES)[number];
type Values = Partial<Record<TextProperty, string>>;

const INHERITED: ReadonlySet<string> = new Set([
	'font-size',
	'font-weight',
	'text-anchor',
	'dominant-baseline',
]);
const INITIAL: Readonly<Record<TextProperty, string>> = {
	'font-size': '16px',
	'font-weight': '400',
	'text-anchor': 'start',
	'dominant-baseline': 'auto',
	display: 'inline',
};

interface SizingRule {
	readonly selector: string;
	/** A class that the matched element must have, where the selector ends in one: much cheaper to look at. */
	readonly key: string | undefined;
	/** Likewise its tag. */
	readonly tag: string | undefined;
	readonly values: Values;
	readonly important: Values;
}

const sheets = new WeakMap<Element, { text: string; rules: readonly SizingRule[] }>();

/**
 * A property of an element after attributes, the drawing's own `<style>` and inheritance: the part of the
 * cascade that mermaid's output uses (later rules win, `!important` beats, specificity is ignored), because the full
 * one costs seconds in a DOM without a browser.
 */
export function textProperty(element: Element, property: TextProperty): string {
	for (let at: Element | null = element; at; at = at.parentElement) {
		const value = ownValue(at, property);
		if (value !== undefined && value !== 'inherit') return value;
		if (!INHERITED.has(property)) break;
	}
	return INITIAL[property];
}

/** Font size in px; `em` and `%` follow the parent. */
export function fontSizeOf(element: Element): number {
	for (let at: Element | null = element, factor = 1; at; at = at.parentElement) {
		const value = ownValue(at, 'font-size');
		const size = value === undefined ? undefined : Number.parseFloat(value);
		if (size === undefined || !Number.isFinite(size)) continue;
		if (value?.endsWith('rem')) return factor * size * 16;
		if (value?.endsWith('em')) factor *= size;
		else if (value?.endsWith('%')) factor *= size / 100;
		else return factor * size * (value?.endsWith('pt') ? 4 / 3 : 1);
		if (!at.parentElement) return factor * 16;
	}
	return 16;
}

/** What was found out during one measurement, in which the drawing stands still. */
interface Session {
	readonly rules: readonly SizingRule[];
	readonly values: Map<Element, Partial<Record<TextProperty, string | undefined>>>;
}

let session: Session | undefined;

/** Runs one measurement: style sheet and values are looked up once, because every word asks for all above it. */
export function measuring<T>(element: Element, measure: () => T): T {
	if (session) return measure();
	session = { rules: rulesAbove(element), values: new Map() };
	try {
		return measure();
	} finally {
		session = undefined;
	}
}

function ownValue(element: Element, property: TextProperty): string | undefined {
	const known = session?.values.get(element);
	if (known && property in known) return known[property];
	const value = findValue(element, property);
	if (known) known[property] = value;
	else session?.values.set(element, { [property]: value });
	return value;
}

function findValue(element: Element, property: TextProperty): string | undefined {
	const inline = declared(element.getAttribute('style'))[property];
	const { important, values } = sheetValue(element, property);
	return important ?? inline ?? values ?? element.getAttribute(property) ?? undefined;
}

function sheetValue(element: Element, property: TextProperty): { important?: string; values?: string } {
	const found: { important?: string; values?: string } = {};
	for (const rule of session?.rules ?? rulesAbove(element)) {
		const value = rule.values[property];
		const strong = rule.important[property];
		if ((value === undefined && strong === undefined) || !matches(element, rule)) continue;
		if (value !== undefined) found.values = value;
		if (strong !== undefined) found.important = strong;
	}
	return found;
}

function matches(element: Element, rule: SizingRule): boolean {
	if (rule.key !== undefined && !element.classList.contains(rule.key)) return false;
	if (rule.tag !== undefined && element.localName !== rule.tag) return false;
	try {
		return element.matches(rule.selector);
	} catch {
		return false;
	}
}

const NO_RULES: readonly SizingRule[] = [];

function rulesAbove(element: Element): readonly SizingRule[] {
	const svg = element.closest('svg');
	const style = svg?.querySelector('style');
	if (!svg || !style) return NO_RULES;
	const text = style.textContent ?? '';
	const known = sheets.get(svg);
	if (known?.text === text) return known.rules;
	const rules = rulesOf(text).flatMap((rule) => {
		const values: Values = {};
		const important: Values = {};
		for (const { property, value } of rule.declarations) {
			const name = PROPERTIES.find((each) => each === property);
			if (!name) continue;
			const plain = value.replace(/\s*!important$/, '');
			(plain === value ? values : important)[name] = plain;
		}
		if (Object.keys(values).length + Object.keys(important).length === 0) return [];
		return rule.selectors.map((selector) => {
			const last = /[^\s>+~]+$/.exec(selector)?.[0] ?? '';
			const plain = !last.includes(':') && !last.includes('[');
			const key = plain ? /\.([\w-]+)/.exec(last)?.[1] : undefined;
			const tag = plain ? /^[a-z]+\b/i.exec(last)?.[0] : undefined;
			return { selector, key, tag, values, important };
		});
	});
	sheets.set(svg, { text, rules });
	return rules;
}

const inlineStyles = new Map<string, Values>();

function declared(style: string | null): Values {
	if (!style) return {};
	const known = inlineStyles.get(style);
	if (known) return known;
	const values: Values = {};
	for (const { property, value } of declarationsOf(style)) {
		const name = PROPERTIES.find((each) => each === property);
		if (name) values[name] = value.replace(/\s*!important$/, '');
	}
	if (inlineStyles.size > 5000) inlineStyles.clear();
	inlineStyles.set(style, values);
	return values;
}
