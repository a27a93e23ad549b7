import type { Root } from 'mdast';
import type { Finding, FrontmatterPositions, SourceFile, Suppression } from '../../model/index.ts';
import { lineTable } from '../../model/lines.ts';
import { suppressionRefused, suppressionWithoutReason } from '../findings.ts';
import { readComment } from './comment.ts';
import { coveredInBody, coveredInFrontmatter } from './lines.ts';

export interface SuppressionReading {
	readonly suppressions: readonly Suppression[];
	readonly findings: readonly Finding[];
}

const NONE: SuppressionReading = { suppressions: [], findings: [] };
const WORD = 'mainstay-ignore';

/** A comment that fills its line: of Markdown (in lists and quotes too), of MDX, of YAML. */
const MARKDOWN = /^[\s>]*<!--\s*mainstay-ignore\b(.*?)-->\s*$/;
const MDX = /^[\s>]*\{\s*\/\*\s*mainstay-ignore\b(.*?)\*\/\s*\}\s*$/;
const YAML = /^\s*#\s*mainstay-ignore\b(.*)$/;

/** In MDX that is no comment, and a finding by itself. */
const HTML = /<!--/;

/** A comment that shares its line, or begins on the line before: it covers nothing, and its writer believes that it does. */
const ELSEWHERE = /(?:<!--|\{\s*\/\*|\s#)\s*mainstay-ignore\b/;

/** Reads which findings the writer of a file ignores, and reports the comments that do not count. */
export function readSuppressions(
	source: SourceFile,
	bodyStart: number,
	positions: FrontmatterPositions,
	tree: Root,
): SuppressionReading {
	if (!source.text.includes(WORD)) return NONE;
	const text = source.text.split(/\r\n|\n|\r/);
	const firstOfBody = bodyStart === 0 ? 1 : lineTable(source.text).point(bodyStart).line;
	const ofBody = /\.mdx$/i.test(source.path) ? MDX : MARKDOWN;
	const inFrontmatter = coveredInFrontmatter(text, positions, firstOfBody - 1);
	const inBody = coveredInBody(tree, (line) => ofBody.test(text[line - 1] ?? ''), text.length);
	const suppressions: Suppression[] = [];
	const findings: Finding[] = [];
	for (const [index, written] of text.entries()) {
		const line = index + 1;
		const ofWhole = line < firstOfBody;
		const comment = (ofWhole ? YAML : ofBody).exec(written)?.[1];
		const lines = comment === undefined ? undefined : (ofWhole ? inFrontmatter : inBody)(line);
		if (
			comment === undefined &&
			isMisplaced(text, index, ofBody === MDX) &&
			(ofWhole ? inFrontmatter : inBody)(line)
		) {
			const start = { line, column: written.indexOf(WORD) + 1 };
			const end = { line, column: start.column + WORD.length };
			const params = { code: '', what: 'place' };
			findings.push({ code: suppressionRefused.code, file: source.path, range: { start, end }, params });
		}
		if (comment === undefined || !lines) continue;
		const column = written.search(/[<{#]/) + 1;
		const range = { start: { line, column }, end: { line, column: written.trimEnd().length + 1 } };
		const { codes, reason } = readComment(comment);
		const report = (code: string, params: Finding['params']): void => {
			findings.push({ code, file: source.path, range, params });
		};
		if (codes.length === 0) report(suppressionRefused.code, { code: '', what: 'form' });
		else if (reason === '') report(suppressionWithoutReason.code, { codes: codes.join(', ') });
		else suppressions.push({ codes, reason, range, lines, ofWhole });
	}
	return { suppressions, findings };
}

function isMisplaced(text: readonly string[], index: number, mdx: boolean): boolean {
	const written = (text[index] ?? '').replace(/(`+).*?\1/g, '');
	if (!written.includes(WORD) || (mdx && HTML.test(written))) return false;
	return (
		ELSEWHERE.test(written) ||
		(/^\s*mainstay-ignore\b/.test(written) && /<!--\s*$/.test(text[index - 1] ?? ''))
	);
}
