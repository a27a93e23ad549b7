import type { Code, FootnoteDefinition, Html, Link, ListItem, Nodes, Paragraph, Parents } from 'mdast';
import { DIRECTIVE_NAMES } from '../tree.ts';

/**
 * In a text the two parsers differ by: characters that one of them replaces, blanks that only JavaScript knows, marks
 * of emphasis that touch each other, an escape or half of a character.
 */
const DIFFERS =
	/[\0\ufeff]|\r(?!\n)|\[[^\S \r\n]|[*~]_|_[*~]|\*~|~\*|\\.[*_~]|[*_~][\ud800-\udfff]|[\ud800-\udfff][*_~]/;

/** Whether the compiled parser may read a text at all. */
export function mayBeReadAlike(body: string): boolean {
	return !DIFFERS.test(body) && body.isWellFormed() && (!body.includes(':::') || areDirectivesPlain(body));
}

const ATTRIBUTE = '(?:#[A-Za-z][\\w-]*|[a-z]+=(?:"[^"{}\\n]*"|[\\w-]+))';
const OPENS = new RegExp(
	`^(:{3,})(?:${DIRECTIVE_NAMES.join('|')})(?:\\[[^\\]\\[\\n]*\\])?(?:\\{(?:${ATTRIBUTE}(?: +${ATTRIBUTE})*)?\\})? *$`,
);

/** Whether each directive is opened and closed at the margin, one in another by fewer colons, and none in a fence. */
function areDirectivesPlain(body: string): boolean {
	if (/\\\r?\n:|^[ \t]*::(?!:)/m.test(body)) return false;
	const open: number[] = [];
	let fence = '';
	for (const line of body.split(/\r?\n/)) {
		const [, found, info = ''] = FENCE.exec(line) ?? [];
		if (found) {
			// What is nearly a fence, or one of other marks in it, is no matter for a look at lines.
			if (fence ? found !== fence || /\S/.test(info) : info.includes(found.charAt(0))) return false;
			fence = fence ? '' : found;
		}
		if (!line.includes(':::')) continue;
		const marks = OPENS.exec(line)?.[1]?.length;
		if (fence) return false;
		if (marks !== undefined) {
			if (marks >= (open.at(-1) ?? Number.POSITIVE_INFINITY)) return false;
			open.push(marks);
		} else if (!/^:+ *$/.test(line) || line.trimEnd().length !== open.pop()) return false;
	}
	return open.length === 0;
}

const FENCE = /^[ \t]*(?:(?:[-+*>]|\d+[.)])[ \t]*)*(`{3,}|~{3,})(.*)/;

/** Whether remark makes the same of this node, whatever stands inside it. */
export function isReadAlike(node: Nodes, parent: Parents, body: string): boolean {
	const isNested = parent.type !== 'root' && parent.type !== 'containerDirective';
	switch (node.type) {
		case 'text':
			return (
				!LOOKALIKE.test(sliceOf(node, body)) && (parent.type === 'link' || !ADDRESSLIKE.test(node.value))
			);
		case 'paragraph':
			return isParagraphPlain(node, parent, isNested);
		case 'code':
			return isCodePlain(node, parent, body);
		case 'html':
			return isHtmlPlain(node, parent, isNested);
		case 'blockquote':
			return node.children.length > 0 && node.children.every(({ type }) => !CONTAINERS.has(type));
		case 'footnoteDefinition':
			return parent.type === 'root' && isFootnotePlain(node, body);
		case 'footnoteReference':
			return !/\s/.test(sliceOf(node, body));
		case 'definition':
			return parent.type === 'root' && isDefinitionPlain(node, body);
		case 'containerDirective':
			return node.children.length > 0;
		case 'listItem':
			return node.children.length > 0 && isTaskPlain(node, body);
		case 'tableRow':
			return !/^(?:<|:::)/.test(sliceOf(node, body));
		case 'textDirective':
			return node.children.length === 0 && Object.keys(node.attributes ?? {}).length === 0;
		case 'leafDirective':
			return false;
		case 'image':
			return !node.title?.includes('\n');
		case 'link':
			return !node.title?.includes('\n') && (!isBareAddress(node, body) || isCertain(node, parent, body));
		default:
			return true;
	}
}

/** Text that is written nearly like a tag, a link, a footnote, a task or a table. */
const LOOKALIKE = /^\[[ xX]\]|<[a-z/!?]|\]\(|\[\^|\n[|:-][-|: ]*(?:\r?\n|$)/i;

/** Text that is nearly an address. */
const ADDRESSLIKE = /https?:\/\/|www\.|[^\s@]@[^\s@]*\./i;

const PHRASING: ReadonlySet<string> = new Set([
	'paragraph',
	'heading',
	'tableCell',
	'emphasis',
	'strong',
	'delete',
	'link',
	'linkReference',
]);

const TAG =
	/^<(?:\/?[A-Za-z][A-Za-z0-9-]*(?: +[A-Za-z_:][\w:.-]*(?:="[^"\n]*"|='[^'\n]*')?)* *\/?|!--[^-\n]*--)>$/;

const DEFINITION = /^\[[!-Z_-~](?:[ -Z^-~]*[!-Z^-~])?\]: [^\s"'|()<>]+(?: "[^"\\\n]*")?$/;

/** The text of a node as it is written. */
export function sliceOf({ position }: Nodes, body: string): string {
	return body.slice(position?.start.offset, position?.end.offset);
}

const CONTAINERS: ReadonlySet<string> = new Set([
	'blockquote',
	'list',
	'footnoteDefinition',
	'containerDirective',
]);

/** In a sentence single tags; as a block at the margin only. */
function isHtmlPlain({ value }: Html, parent: Parents, isNested: boolean): boolean {
	return PHRASING.has(parent.type) ? TAG.test(value) : !isNested && !/^<!\[|\s$/.test(value);
}

function isCodePlain(node: Code, parent: Parents, body: string): boolean {
	const lines = sliceOf(node, body).split(/\r?\n/);
	const [first = '', last = ''] = [lines[0], lines.at(-1)];
	const marks = /^(?:`{3,}|~{3,})/.exec(first)?.[0];
	if (marks === undefined) return parent.type === 'root' && isIndentedPlain(node, body);
	if (/\s{2}|\s$|[^\S ]|&/.test(first)) return false;
	if (parent.type === 'root') return true;
	const closing = parent.type === 'blockquote' ? /^[ \t]*> ?/ : /^[ \t>]+/;
	return lines.length > 1 && last.replace(closing, '') === marks;
}

/** Between blank lines, with nothing behind it that could be one more blank line of it. */
function isIndentedPlain({ position }: Code, body: string): boolean {
	const end = position?.end.offset ?? 0;
	return !body.includes('\r') && /^\n\n\S|^\n?$/.test(body.slice(end, end + 3));
}

/** In lists and quotes the columns behind what is nearly code, a tag or a link are counted differently. */
function isParagraphPlain(node: Paragraph, parent: Parents, isNested: boolean): boolean {
	const { children, position, data } = node;
	if (children.length === 0) return data !== undefined;
	const [first] = children;
	if (first?.type === 'text' && /^(?:[-+*]|\d+[.)])(?:\s|$)/.test(first.value)) return false;
	const isOneLine = position?.start.line === position?.end.line;
	if (!isOneLine && isNested && hasText(node, /[`<]|\[(?!!)/)) return false;
	const siblings: readonly Nodes[] = parent.children;
	const next = siblings[siblings.indexOf(node) + 1];
	// What looked like a table at first may cut a paragraph in two.
	return next?.type !== 'paragraph' || next.position?.start.line !== (position?.end.line ?? 0) + 1;
}

function hasText(node: Nodes, pattern: RegExp): boolean {
	if (node.type === 'text') return pattern.test(node.value);
	return 'children' in node && node.children.some((child) => hasText(child, pattern));
}

function isDefinitionPlain(node: Nodes, body: string): boolean {
	return DEFINITION.test(sliceOf(node, body)) && standsApart(node, body);
}

function isFootnotePlain(node: FootnoteDefinition, body: string): boolean {
	return (
		node.position?.start.column === 1 &&
		/^\[\^[\w-]+\]: \S/.test(sliceOf(node, body)) &&
		node.children.every(({ type }) => type === 'paragraph') &&
		standsApart(node, body)
	);
}

/** A blank line or another definition follows. */
function standsApart({ position }: Nodes, body: string): boolean {
	const end = position?.end.offset ?? 0;
	return /^(?:\r?\n(?:\r?\n|\[|$)|$)/.test(body.slice(end, end + 4));
}

function isTaskPlain(item: ListItem, body: string): boolean {
	const start = item.position?.start.offset ?? 0;
	const written = body.slice(start, start + 20);
	if (typeof item.checked !== 'boolean') return !/^(?:[-+*]|\d+[.)])\s+\[[ xX]\]/.test(written);
	const [first] = item.children;
	return (
		first?.type === 'paragraph' &&
		first.children[0]?.type === 'text' &&
		/^(?:[-+*]|\d+[.)]) \[[ xX]\] \S/.test(written)
	);
}

function isBareAddress({ position }: Link, body: string): boolean {
	const first = position ? body.charAt(position.start.offset ?? 0) : '';
	return first !== '[' && first !== '<';
}

const WEB = /^(?:https?:\/\/|www\.)[A-Za-z0-9][!-{}~]*$/;
const MAIL = /^[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9][A-Za-z0-9-]*)+$/;

/** Both find addresses of plain letters that stand between spaces, in a text without brackets. */
function isCertain({ position }: Link, parent: Parents, body: string): boolean {
	const start = position?.start.offset;
	const end = position?.end.offset;
	if (start === undefined || end === undefined) return false;
	const address = body.slice(start, end);
	return (
		(WEB.test(address) || MAIL.test(address)) &&
		/^[ \n(]?$/.test(body.charAt(start - 1)) &&
		/^(?:[ \r\n]|[).,:;!?]+(?:[ \r\n]|$)|$)/.test(body.slice(end, end + 4)) &&
		!body.slice(parent.position?.start.offset, start).includes('[')
	);
}
