import type { DiagramFailure } from '../../model/index.ts';
import { MOST_EDGES } from './settings.ts';
import type { PreparedSource } from './source.ts';
import { type Unclosed, unclosedBefore } from './unclosed.ts';

/** What is said where the diagram ends too early. */
const END = 'unexpected end of the diagram';

/** A place in the fence, 1-based. */
interface Place {
	readonly line: number;
	readonly column?: number;
}

/** The parts of jison's and chevrotain's errors that say where and what; both count in the text mermaid reads. */
interface ParserError {
	readonly message?: unknown;
	readonly hash?: {
		readonly text?: unknown;
		readonly token?: unknown;
		readonly expected?: unknown;
		/** Of the last token that was right. Columns from 0. */
		readonly loc?: { readonly last_line?: unknown; readonly last_column?: unknown };
	};
	readonly result?: {
		readonly lexerErrors?: readonly {
			readonly line?: unknown;
			readonly column?: unknown;
			readonly message?: unknown;
		}[];
		readonly parserErrors?: readonly {
			readonly token?: {
				readonly startLine?: unknown;
				readonly startColumn?: unknown;
				readonly image?: unknown;
			};
			readonly previousToken?: { readonly endLine?: unknown };
		}[];
	};
}

/**
 * What a writer needs to know of an error that mermaid threw while reading a fence: the place inside the
 * fence and the first thing that is wrong there.
 */
export function syntaxFailure(error: unknown, prepared: PreparedSource): DiagramFailure {
	const found = asParserError(error);
	const message = messageOf(error);
	if (/Edge limit exceeded/i.test(message)) {
		return { reason: 'refused', message: `more than ${MOST_EDGES} connections` };
	}
	if (/No diagram type detected|Diagram .* not found/i.test(message)) {
		return { reason: 'syntax', message: 'unknown diagram type', line: prepared.lines[0] ?? 1 };
	}
	const place = placeOf(found, message, prepared);
	const said = saidOf(found, message);
	const open = unclosedAt(place, said, prepared);
	if (open)
		return {
			reason: 'syntax',
			message: `\`${open.mark}\` is not closed`,
			line: open.line,
			column: open.column,
		};
	return { reason: 'syntax', message: said, ...place };
}

/** What was left open above the place where mermaid stopped: there it is to be closed. */
function unclosedAt(
	place: Place | undefined,
	said: string,
	{ original }: PreparedSource,
): Unclosed | undefined {
	const { line, column } = place ?? {};
	if (said === END) return unclosedBefore(original, undefined);
	return line !== undefined && column !== undefined ? unclosedBefore(original, { line, column }) : undefined;
}

/** The first line of what any error says, short enough for one line of a terminal. */
export function messageOf(error: unknown): string {
	return shorten(error instanceof Error ? error.message : String(asParserError(error).message ?? error));
}

function placeOf(error: ParserError, message: string, prepared: PreparedSource): Place | undefined {
	const { hash, result } = error;
	if (isCount(hash?.loc?.last_line) && isCount(hash.loc.last_column)) {
		return placeAfter(hash.loc.last_line, hash.loc.last_column, String(hash.text ?? ''), prepared);
	}
	const lexer = result?.lexerErrors?.[0];
	if (isCount(lexer?.line)) return inFence(lexer.line, lexer.column, prepared);
	const { token, previousToken } = result?.parserErrors?.[0] ?? {};
	if (isCount(token?.startLine)) return inFence(token.startLine, token.startColumn, prepared);
	// The end of the text has no place of its own.
	if (isCount(previousToken?.endLine)) return inFence(previousToken.endLine, undefined, prepared);
	const written = /\bline:?\s+(\d+)(?:\D{1,10}column:?\s+(\d+))?/i.exec(message);
	if (written) return inFence(Number(written[1]), written[2] && Number(written[2]), prepared);
	const quoted = /["'`(]{1,2}([^"'`()]{1,80})["'`)]{1,2}/.exec(message)?.[1];
	return lineWith(String(hash?.text ?? ''), prepared) ?? lineWith(quoted ?? '', prepared);
}

/** Jison tells the last token that was right; the wrong one is the next place where its text stands. */
function placeAfter(line: number, column: number, text: string, prepared: PreparedSource): Place {
	const at = inFence(line, undefined, prepared);
	if (text.trim() === '') {
		const end = (prepared.original[at.line - 1] ?? '').trimEnd().length;
		return { line: at.line, column: end + 1 };
	}
	const wanted = text.split('\n', 1)[0]?.trim() ?? '';
	for (let next = line; next <= prepared.lines.length; next++) {
		const place = inFence(next, undefined, prepared);
		const found = (prepared.original[place.line - 1] ?? '').indexOf(wanted, next === line ? column : 0);
		if (found !== -1) return { line: place.line, column: found + 1 };
	}
	return at;
}

function inFence(line: number, column: unknown, prepared: PreparedSource): Place {
	const { lines } = prepared;
	const place = lines[Math.min(Math.max(line, 1), lines.length) - 1] ?? 1;
	return isCount(column) && column > 0 && line <= lines.length ? { line: place, column } : { line: place };
}

/** The one line that a text stands in. */
function lineWith(text: string, { original }: PreparedSource): Place | undefined {
	const wanted = text.trim();
	if (wanted === '') return undefined;
	const exact = original.findIndex((line) => line.trim() === wanted);
	if (exact !== -1) return { line: exact + 1 };
	const holding = original.flatMap((line, index) => (line.includes(wanted) ? [index + 1] : []));
	const [only] = holding;
	return only !== undefined && holding.length === 1 ? { line: only } : undefined;
}

function saidOf(error: ParserError, message: string): string {
	const { hash, result } = error;
	if (hash?.token !== undefined && hash.token !== null) {
		return unexpected(String(hash.text ?? hash.token), String(hash.token), hash.expected);
	}
	const lexer = result?.lexerErrors?.[0];
	const character = /->([\s\S]+?)<-/.exec(String(lexer?.message ?? ''))?.[1];
	if (character !== undefined) return unexpected(character, 'CHARACTER', undefined);
	const token = result?.parserErrors?.[0]?.token;
	if (token) {
		const image = String(token.image ?? '');
		return unexpected(image, image === '' ? 'EOF' : 'TOKEN', undefined);
	}
	return (
		shorten(
			message.replace(/^(?:Error|Parse error|Lexical error on line \d+)[.:]\s*/i, '').replace(/\.$/, ''),
		) || message
	);
}

function unexpected(text: string, token: string, expected: unknown): string {
	if (token === 'EOF' || token === '1') return END;
	if (text.trim() === '') return 'unexpected end of line';
	const names = Array.isArray(expected) && expected.length <= 3 ? `, expected ${expected.join(' ')}` : '';
	return `unexpected \`${shorten(text.trim()).slice(0, 40)}\`${names}`;
}

function shorten(text: string): string {
	const first = text.split('\n').find((line) => line.trim() !== '') ?? text;
	return first.length > 160 ? `${first.slice(0, 159)}…` : first.trim();
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function asParserError(error: unknown): ParserError {
	return typeof error === 'object' && error !== null ? (error as ParserError) : {};
}
