import { isIgnorable } from '../../../src/compiler/suppressions.ts';
import { applyEdits, placesOf } from '../../../src/fixes/index.ts';
import { lineEndOf } from '../../../src/fixes/places.ts';
import type { Document, Finding, TextEdit } from '../../../src/model/index.ts';
import { recompiled } from '../../fix/recompile.ts';
import type { Spot } from '../spot.ts';

/** Lines above a finding that are tried as the place of the comment. */
const MOST_LINES = 60;

/** Stands for the writer's reason while the place is tried. */
const ANY_REASON = 'reason';

/**
 * The comment that ignores a finding, its reason left for the writer: until it is given, a finding asks for it. The
 * nearest place where the comment covers the finding and changes nothing else; undefined where there is none.
 */
export function suppressionOf(spot: Spot, finding: Finding): TextEdit | undefined {
	const { view, path, text, document } = spot;
	const source = view.sources.get(path);
	if (!source || !document || !isIgnorable(finding.code)) return undefined;
	const lines = text.split(/\r\n|\n|\r/);
	const { line } = finding.range.start;
	const bodyLine = firstOfBody(lines);
	const isOfWhole = bodyLine > 1 && line === 1;
	const first = isOfWhole ? 2 : line;
	for (let at = first; at >= Math.max(1, first - MOST_LINES); at--) {
		const inFrontmatter = at > 1 && at < bodyLine;
		if (!isPlace(lines, at, bodyLine)) continue;
		const edit = commentAt(at, lines, finding.code, inFrontmatter, text, path, ANY_REASON);
		const after = recompiled({ ...source, text: applyEdits(text, [edit]) }, view.config).document;
		if (covers(after, finding, isOfWhole) && isOtherwiseSame(document, after)) {
			return commentAt(at, lines, finding.code, inFrontmatter, text, path, '');
		}
	}
	return undefined;
}

/** The first line behind the frontmatter; 1 without one. */
function firstOfBody(lines: readonly string[]): number {
	if (lines[0] !== '---') return 1;
	const closing = lines.findIndex((line, index) => index > 0 && /^---[ \t]*$/.test(line));
	return closing === -1 ? 1 : closing + 2;
}

/** In a body a comment needs a block of its own: an empty line, or the start of something, above it. */
function isPlace(lines: readonly string[], at: number, bodyLine: number): boolean {
	if (at > 1 && at < bodyLine) return true;
	const above = lines[at - 2] ?? '';
	return at === bodyLine || /^[\s>]*(?::::.*)?$/.test(above);
}

function commentAt(
	line: number,
	lines: readonly string[],
	code: string,
	inFrontmatter: boolean,
	text: string,
	file: string,
	reason: string,
): TextEdit {
	const indent = /^[ \t]*(?:> ?)*/.exec(lines[line - 1] ?? '')?.[0] ?? '';
	const words = `mainstay-ignore ${code}: ${reason}`;
	const comment = inFrontmatter
		? `# ${words}`
		: /\.mdx$/i.test(file)
			? `{/* ${words} */}`
			: `<!-- ${words} -->`;
	const start = placesOf(text).offset({ line, column: 1 });
	const range = placesOf(text).range(start, start);
	return { file, range, newText: `${indent}${comment}${lineEndOf(text)}` };
}

function covers({ suppressions = [] }: Document, { code, range }: Finding, isOfWhole: boolean): boolean {
	const line = range.start.line + 1;
	return suppressions.some(
		({ codes, lines, ofWhole }) =>
			codes.includes(code) && ((lines[0] <= line && line <= lines[1]) || (ofWhole && isOfWhole)),
	);
}

function isOtherwiseSame(before: Document, after: Document): boolean {
	const facts = (document: Document): string =>
		JSON.stringify([
			document.id,
			document.frontmatter,
			document.anchors,
			document.references.map(({ target }) => target),
			document.procedure.map(({ id }) => id),
			document.fences.length,
			document.sections.map(({ text }) => text.replace(/\s+/g, '')),
		]);
	return facts(before) === facts(after);
}
