import type { Root } from 'mdast';
import { FILE_START, type Finding } from '../../model/index.ts';
import { bodyUnreadable, mdxSyntax } from '../findings.ts';
import { findFrontmatter } from '../frontmatter/block.ts';
import { findBomb } from './bombs.ts';
import { type NativeTree, parseNative, readNative } from './native.ts';
import { readRemark } from './remark.ts';

export interface BodyReading {
	readonly tree: Root;
	readonly findings: readonly Finding[];
}

/**
 * Parses the body of a file. Lines, columns and offsets in the tree are those of the file: the
 * frontmatter is blanked out rather than cut off. Never throws: a text that the parser cannot or should
 * not read becomes one plain paragraph and a finding.
 */
export function parseBody(
	text: string,
	bodyStart: number,
	file: string,
	mdx: boolean,
	ahead?: NativeTree,
): BodyReading {
	// No node of a tree that is there looks at what stands before the body.
	const ready = ahead && !mdx ? readNative(text, ahead) : undefined;
	if (ready) return { tree: ready, findings: [] };
	const body = blankStart(text, bodyStart);
	const bomb = ahead ? undefined : findBomb(body);
	if (bomb) return { tree: plainTree(text, bodyStart), findings: [{ ...bomb, file }] };
	try {
		const tree = (mdx || ahead ? undefined : readNative(body)) ?? readRemark(body, mdx);
		return { tree, findings: [] };
	} catch (error) {
		return { tree: plainTree(text, bodyStart), findings: [failureOf(error, file, mdx)] };
	}
}

/**
 * The part of {@link parseBody} that needs nothing but the text of a Markdown file, for a thread that does only this;
 * undefined where there is none.
 */
export function parseAhead(text: string): NativeTree | undefined {
	const body = blankStart(text, findFrontmatter(text).bodyStart);
	return findBomb(body) ? undefined : parseNative(body);
}

/** The text with as many characters and line ends, but nothing to read before `bodyStart`. */
function blankStart(text: string, bodyStart: number): string {
	if (bodyStart === 0) return text;
	const head = text.slice(0, bodyStart);
	const ends = head.match(/\r\n|\n|\r/g) ?? [];
	const lineEnds = ends.join('');
	return ' '.repeat(head.length - lineEnds.length) + lineEnds + text.slice(bodyStart);
}

/** The body as one paragraph of text, for documents that are not read. */
export function plainTree(text: string, bodyStart: number): Root {
	const value = text.slice(bodyStart).trim();
	return value === ''
		? { type: 'root', children: [] }
		: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] };
}

/** MDX errors know their place; anything else is the parser's own. */
function failureOf(error: unknown, file: string, mdx: boolean): Finding {
	const { reason, message, line, column } = error as Partial<
		Record<'reason' | 'message', string> & Record<'line' | 'column', number>
	>;
	const detail = (reason ?? message ?? String(error)).split('\n')[0]?.slice(0, 200) ?? '';
	if (mdx && line !== undefined && column !== undefined) {
		const place = { line, column };
		return { code: mdxSyntax.code, file, range: { start: place, end: place }, params: { detail } };
	}
	return { code: bodyUnreadable.code, file, range: FILE_START, params: { detail } };
}
