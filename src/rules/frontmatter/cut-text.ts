import { frontmatterTexts } from '../../../schemas/texts.ts';
import { type Document, defineRule, type Report, type SourceRange } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { readablePath, sourceLine } from '../places.ts';

/** What follows a text: a comment has a blank behind its sign, a number or a channel has none. */
const CUT = /^[ \t]+(#[^\s#!].*?)[ \t]*$/;

/** All that follows a key: a number of something, hardly a comment. */
const NUMBER_ALONE = /^[ \t]*:[ \t]+(#[\w-]*\d[\w-]*)[ \t]*$/;

export const cutText = defineRule({
	code: 'MS123',
	rule: 'frontmatter-cut-text',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Text is cut at #', 'zh-CN': '文字在 # 处被截断' },
	message: {
		en: ({ path, lost, quoted }) =>
			`YAML takes \`${lost}\` for a comment, so it is no part of \`${path}\`. Put the whole text in quotes: \`${quoted}\`.`,
		'zh-CN': ({ path, lost, quoted }) =>
			`YAML 把 \`${lost}\` 当成注释，\`${path}\` 里就没有它。请给整段文字加引号：\`${quoted}\`。`,
	},
	why: {
		en: 'A `#` behind a blank begins a comment in YAML: the rest of the line is lost without a word.',
		'zh-CN': '在 YAML 里，空格后面的`#`开始一段注释：这一行余下的内容会悄悄丢失。',
	},
	mend: {
		en: 'Quote the text. Where a comment is meant, put a blank behind its `#`.',
		'zh-CN': '给文字加引号。如果本来就是注释，请在 `#` 后面加一个空格。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': runbookExample('impact: "See ticket #12"') } },
			{ files: { 'docs/a.md': runbookExample('impact: Deliveries stop. # ask sales') } },
		],
		bad: [
			{ files: { 'docs/a.md': runbookExample('impact: See ticket #12') }, at: 'docs/a.md:11:20' },
			{
				files: { 'docs/a.md': runbookExample('escalation:\n  - to: dba\n    channel: Slack #erp') },
				at: 'docs/a.md:13:20',
			},
			{ files: { 'docs/a.md': runbookExample('impact: #12') }, at: 'docs/a.md:11:9' },
		],
	},
	check({ document, source, report }) {
		const closing = closingWithSign(source.text);
		if (closing === -1) return;
		const lines = source.text.slice(0, closing).split(/\r\n|\n|\r/);
		for (const { value, pointer } of frontmatterTexts(document.kind, document.frontmatter)) {
			const range = document.positions[pointer]?.value;
			if (!range) continue;
			const { line, column } = range.end;
			const written = lines[line - 1] ?? '';
			const kept = written.slice(0, column - 1);
			const lost = CUT.exec(written.slice(column - 1))?.[1];
			if (lost === undefined || !kept.endsWith(value.slice(-1)) || isOther(range, kept)) continue;
			report(cut(document, pointer, range, column - 1 + written.slice(column - 1).indexOf('#'), lost, value));
		}
		for (const pointer of Object.keys(document.positions)) {
			const { key } = document.positions[pointer] ?? {};
			const written = lines[(key?.end.line ?? 0) - 1] ?? '';
			const number = numberBehind(document, written, pointer);
			if (number === undefined || !key) continue;
			const column = written.indexOf('#', key.end.column - 1);
			const start = { line: key.end.line, column: column + 1 };
			report(cut(document, pointer, { start, end: start }, column, number, ''));
		}
	},
});

/** The number that stands where a value belongs, and that YAML takes for a comment. */
export function commentAlone(document: Document, text: string, pointer: string): string | undefined {
	const line = document.positions[pointer]?.key?.end.line;
	return line === undefined ? undefined : numberBehind(document, sourceLine(text, line), pointer);
}

/** The same where the line of the key is at hand. */
function numberBehind(document: Document, line: string, pointer: string): string | undefined {
	const { key, value } = document.positions[pointer] ?? {};
	if (!key || !value || value.start.line !== value.end.line || value.start.column !== value.end.column)
		return undefined;
	return NUMBER_ALONE.exec(line.slice(key.end.column - 1))?.[1];
}

/** Where the frontmatter ends in which a comment may stand; -1 for nearly all, by a look at its own lines only. */
function closingWithSign(text: string): number {
	if (!text.startsWith('---')) return -1;
	const closing = text.indexOf('\n---', 3);
	return closing === -1 || text.lastIndexOf(' #', closing) === -1 ? -1 : closing;
}

/** Behind a closing quote stands a comment, whatever it looks like; brackets that stay open have their own finding. */
function isOther({ start, end }: SourceRange, kept: string): boolean {
	if (start.line !== end.line) return false;
	return /^["']/.test(kept.slice(start.column - 1)) || /[[{]/.test(kept.slice(0, start.column - 1));
}

/** `from`: the column before which the kept part ends, 0-based. */
function cut(
	document: Document,
	pointer: string,
	{ start, end }: SourceRange,
	from: number,
	lost: string,
	value: string,
): Report {
	const whole = { start, end: { line: end.line, column: from + lost.length + 1 } };
	const text = value === '' ? lost : `${value} ${lost}`;
	const quoted = /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
	// A number is no comment; of words only their writer knows.
	const isCertain = /^#\d/.test(lost) && start.line === end.line;
	return {
		range: { start: { line: end.line, column: from + 1 }, end: whole.end },
		params: { path: readablePath(pointer), lost, quoted },
		suggestions: [{ value: quoted }],
		...(isCertain && { fix: [{ file: document.file, range: whole, newText: quoted }] }),
	};
}
