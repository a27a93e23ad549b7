import { parse as parseYaml } from 'yaml';
import { SETTINGS, SUBJECTS } from './settings.ts';

/** A fence made ready for mermaid. */
export interface PreparedSource {
	/** Frontmatter with the allowed settings, then the body. */
	readonly text: string;
	/** Lines of the fence as written. */
	readonly original: readonly string[];
	/** Line of the fence (1-based) for each line as mermaid counts them. */
	readonly lines: readonly number[];
	/** Whether there is nothing but configuration and comments. */
	readonly empty: boolean;
}

type Settings = Record<string, unknown>;

const DIRECTIVE = /%%\{\s*(\w+)\s*(?::\s*([\s\S]*?))?\s*\}%%/g;
const COMMENT = /^\s*%%(?!\{)[^\n]+\n?/gm;
const CLICK = /^(\s*(?:click|link)\s+\S+\s+(?:href\s+)?")([^"]+)(")/gm;

/** Mermaid's own grammar knows no scheme of ours: targets travel as addresses that no server answers. */
const CARRIER = 'https://target.invalid/';

/**
 * Takes the configuration out of a fence (frontmatter and `%%{init: …}%%`), puts back what the allow-list
 * knows, and hides `click` targets from mermaid's address checks. What cannot be read is left out, as
 * mermaid does.
 */
export function prepareSource(source: string): PreparedSource {
	const text = source.replace(/\r\n?/g, '\n');
	const header = /^[ \t]*---[ \t]*\n([\s\S]*?)\n[ \t]*---[ \t]*(?:\n|$)/.exec(text);
	const front = readFront(header?.[1]);
	const config: Settings = { ...allowed(front['config']) };
	if (typeof front['displayMode'] === 'string')
		config['gantt'] = { ...asSettings(config['gantt']), displayMode: front['displayMode'] };
	for (const [, name, value] of text.matchAll(DIRECTIVE)) merge(config, readDirective(name, value));
	const start = header ? header[0].length : 0;
	const body = blank(text.slice(start), DIRECTIVE).replace(
		CLICK,
		(_, before, target, after) => before + carry(target) + after,
	);
	const title = typeof front['title'] === 'string' ? front['title'] : undefined;
	return {
		text: frontmatter(title, config) + body,
		original: text.split('\n'),
		lines: keptLines(text.slice(start), text.slice(0, start).split('\n').length),
		empty: blank(body, COMMENT).trim() === '',
	};
}

/** What a `click` target looks like to mermaid. */
export function carry(target: string): string {
	return CARRIER + Buffer.from(target).toString('hex');
}

/** The target as written, from an address in the drawing; undefined for other addresses. */
export function carried(href: string): string | undefined {
	if (!href.startsWith(CARRIER)) return undefined;
	const hex = href.slice(CARRIER.length);
	return /^(?:[\da-f]{2})+$/.test(hex) ? Buffer.from(hex, 'hex').toString() : undefined;
}

/** Removes matches but keeps their line ends, so that lines stay where they are. */
function blank(text: string, pattern: RegExp): string {
	return text.replace(pattern, (match) => match.replace(/[^\n]/g, ''));
}

/** Mermaid drops directives, comment lines and leading blank lines before it counts. */
function keptLines(body: string, firstLine: number): number[] {
	const dropped: boolean[] = new Array(body.length).fill(false);
	const withoutDirectives = body.replace(DIRECTIVE, (match, ...rest) => {
		const offset = rest.find((each): each is number => typeof each === 'number') ?? 0;
		dropped.fill(true, offset, offset + match.length);
		return '\u0000'.repeat(match.length);
	});
	for (const match of withoutDirectives.replace(/\u0000/g, ' ').matchAll(COMMENT)) {
		dropped.fill(true, match.index, match.index + match[0].length);
	}
	const lines: number[] = [];
	let line = firstLine;
	let started = false;
	let fresh = true;
	for (let at = 0; at < body.length; at++) {
		const character = body[at] ?? '';
		if (!dropped[at] && (started || /\S/.test(character))) {
			if (fresh) lines.push(line);
			started = true;
			fresh = character === '\n';
		}
		if (character === '\n') line++;
	}
	return lines;
}

function frontmatter(title: string | undefined, config: Settings): string {
	if (title === undefined && Object.keys(config).length === 0) return '';
	const head = title === undefined ? '' : `title: ${JSON.stringify(title)}\n`;
	return `---\n${head}config: ${JSON.stringify(config)}\n---\n`;
}

function readFront(text: string | undefined): Settings {
	if (text === undefined) return {};
	try {
		return asSettings(parseYaml(text, { maxAliasCount: 0, schema: 'core' }));
	} catch {
		return {};
	}
}

function readDirective(name: string | undefined, value: string | undefined): Settings {
	if (name === 'wrap') return { wrap: true };
	if ((name !== 'init' && name !== 'initialize') || value === undefined) return {};
	try {
		return allowed(JSON.parse(value.replace(/'/g, '"')));
	} catch {
		return {};
	}
}

/** The settings that only move things: of the top level, and inside the section of a diagram type. */
function allowed(value: unknown): Settings {
	const safe: Settings = {};
	for (const [key, setting] of Object.entries(asSettings(value))) {
		if (SUBJECTS.has(key)) safe[key] = plain(setting);
		else if (SETTINGS.has(key) && isScalar(setting)) safe[key] = setting;
	}
	return safe;
}

function plain(section: unknown): Settings {
	return Object.fromEntries(
		Object.entries(asSettings(section)).filter(
			([key, value]) => isScalar(value) && !/html|css|font|colou?r|theme|look|secur|url|icon/i.test(key),
		),
	);
}

/** Numbers stay where a drawing can still be drawn. */
function isScalar(value: unknown): boolean {
	if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= 5000;
	return typeof value === 'boolean' || (typeof value === 'string' && /^[\w .,:%/-]{0,80}$/.test(value));
}

function merge(into: Settings, from: Settings): void {
	for (const [key, value] of Object.entries(from)) {
		into[key] = isScalar(value) ? value : { ...asSettings(into[key]), ...asSettings(value) };
	}
}

function asSettings(value: unknown): Settings {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Settings) : {};
}
