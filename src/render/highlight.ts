import { createRequire } from 'node:module';
import {
	createHighlighterCoreSync,
	type HighlighterCore,
	type LanguageRegistration,
	type ThemedToken,
} from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import { bundledLanguagesInfo } from 'shiki/langs';
import { CODE_NICKNAMES, PLAIN_CODE_NAMES } from '../model/code-languages.ts';
import { escapeText } from '../model/index.ts';
import { classOf, codeTheme } from './code-theme.ts';
import { parameterHtml, plainCode, splitParameters } from './parameters.ts';

export interface HighlightedCode {
	readonly html: string;
	/** The language's own name, for the label; '' for plain text. */
	readonly label: string;
}

/** Colours code of a language; code of an unknown language comes back as plain text. */
export type Highlight = (
	code: string,
	lang: string,
	isParameter: (name: string) => boolean,
) => HighlightedCode;

/** Characters; above, colours cost more time and bytes than they help reading. */
const LONGEST = 40_000;
const LONGEST_LINE = 2_000;

const LANGUAGES = new Map(
	bundledLanguagesInfo.flatMap(({ id, name, aliases = [] }) =>
		[id, ...aliases].map((alias) => [alias, { id, name }] as const),
	),
);

/**
 * Makes a highlighter that loads a grammar when code first asks for it: all of them take 9 MB and a
 * second. Loading is synchronous, so that rendering is.
 */
export function createHighlight(): Highlight {
	const require = createRequire(import.meta.url);
	let highlighter: HighlighterCore | undefined;
	const loaded = new Set<string>();
	const withGrammar = (id: string): HighlighterCore => {
		highlighter ??= createHighlighterCoreSync({
			themes: [codeTheme],
			langs: [],
			engine: createJavaScriptRegexEngine({ forgiving: true }),
		});
		if (!loaded.has(id)) {
			const grammar = require(`shiki/langs/${id}.mjs`) as { default: LanguageRegistration[] };
			highlighter.loadLanguageSync(grammar.default);
			loaded.add(id);
		}
		return highlighter;
	};
	return (code, lang, isParameter) => {
		const language = LANGUAGES.get(CODE_NICKNAMES[lang] ?? lang);
		const label = language?.name ?? (PLAIN_CODE_NAMES.has(lang) ? '' : lang);
		if (!language || code.length > LONGEST) return { html: plainCode(code, isParameter), label };
		return { html: colour(withGrammar(language.id), code, language.id, isParameter), label };
	};
}

interface Run {
	readonly css: string;
	readonly start: number;
	end: number;
}

function colour(
	highlighter: HighlighterCore,
	code: string,
	lang: string,
	isParameter: (name: string) => boolean,
): string {
	const lines = highlighter.codeToTokensBase(code, {
		lang: lang as never,
		theme: 'classes',
		// Limits by length rather than by time: the same text gives the same bytes on any machine.
		tokenizeMaxLineLength: LONGEST_LINE,
		tokenizeTimeLimit: 0,
	});
	const runs = mergedRuns(lines.flat(), code);
	let html = '';
	let next = 0;
	for (const part of splitParameters(code, isParameter)) {
		if (part.parameter !== undefined) {
			html += parameterHtml(code.slice(part.start, part.end), part.parameter);
			continue;
		}
		while (next > 0 && (runs[next - 1]?.end ?? 0) > part.start) next--;
		for (; next < runs.length; next++) {
			const run = runs[next];
			if (!run || run.start >= part.end) break;
			const text = code.slice(Math.max(run.start, part.start), Math.min(run.end, part.end));
			if (text !== '')
				html += run.css === '' ? escapeText(text) : `<span class="${run.css}">${escapeText(text)}</span>`;
		}
	}
	return html;
}

/**
 * Neighbours of one class become one run. Blanks take the class before them, and so do the line ends
 * that no token holds; the runs cover the code without a gap.
 */
function mergedRuns(tokens: readonly ThemedToken[], code: string): Run[] {
	let last: Run = { css: '', start: 0, end: 0 };
	const runs = [last];
	for (const { content, color, offset } of tokens) {
		const css = content.trim() === '' ? last.css : classOf(color);
		last.end = offset;
		if (last.css !== css) {
			last = { css, start: offset, end: offset };
			runs.push(last);
		}
	}
	last.end = code.length;
	return runs;
}
