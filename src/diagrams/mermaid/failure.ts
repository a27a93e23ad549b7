import type { DiagramFailure } from '../../model/index.ts';
import { MOST_EDGES } from './settings.ts';

/** A place as mermaid counts it: 1-based, in the text without comments and configuration. */
interface Place {
	readonly line: number;
	readonly column?: number;
}

/** The parts of jison's and chevrotain's errors that say where and what. */
interface ParserError {
	readonly message?: unknown;
	readonly hash?: {
		readonly text?: unknown;
		readonly token?: unknown;
		readonly line?: unknown;
		readonly expected?: unknown;
		readonly loc?: { readonly first_line?: unknown; readonly first_column?: unknown };
	};
	readonly result?: {
		readonly lexerErrors?: readonly { readonly line?: unknown; readonly column?: unknown; readonly message?: unknown }[];
		readonly parserErrors?: readonly {
			readonly message?: unknown;
			readonly token?: { readonly startLine?: unknown; readonly startColumn?: unknown; readonly image?: unknown };
			readonly previousToken?: { readonly endLine?: unknown; readonly endColumn?: unknown };
		}[];
	};
}

/**
 * What a writer needs to know of an error that mermaid threw while reading a fence: the line inside the
 * fence and the first thing that is wrong there.
 */
export function syntaxFailure(error: unknown, lines: readonly number[]): DiagramFailure {
	const found = asParserError(error);
	const message = messageOf(error);
	if (/Edge limit exceeded/i.test(message)) {
		return { reason: 'refused', message: `more than ${MOST_EDGES} connections` };
	}
	if (/No diagram type detected|Diagram .* not found/i.test(message)) {
		return { reason: 'syntax', message: 'unknown diagram type', line: lines[0] ?? 1 };
	}
	const place = placeOf(found, message);
	const said = saidOf(found, message);
	if (!place) return { reason: 'syntax', message: said };
	const line = lines[Math.min(place.line, lines.length) - 1] ?? 1;
	return place.column === undefined || place.line > lines.length
		? { reason: 'syntax', message: said, line }
		: { reason: 'syntax', message: said, line, column: place.column };
}

/** The first line of what any error says, short enough for one line of a terminal. */
export function messageOf(error: unknown): string {
	const text = error instanceof Error ? error.message : String(asParserError(error).message ?? error);
	return shorten(text);
}

function placeOf(error: ParserError, message: string): Place | undefined {
	const { loc, line } = error.hash ?? {};
	if (isCount(loc?.first_line)) {
		return { line: loc.first_line, ...(isCount(loc.first_column) ? { column: loc.first_column + 1 } : {}) };
	}
	const lexer = error.result?.lexerErrors?.[0];
	if (isCount(lexer?.line)) return { line: lexer.line, ...(isCount(lexer.column) ? { column: lexer.column } : {}) };
	const { token, previousToken } = error.result?.parserErrors?.[0] ?? {};
	if (isCount(token?.startLine)) {
		return { line: token.startLine, ...(isCount(token.startColumn) ? { column: token.startColumn } : {}) };
	}
	// The end of the text has no place of its own.
	if (isCount(previousToken?.endLine)) return { line: previousToken.endLine };
	const written = /\bline:?\s+(\d+)(?:\D{1,10}column:?\s+(\d+))?/i.exec(message);
	if (written) return { line: Number(written[1]), ...(written[2] ? { column: Number(written[2]) } : {}) };
	return isCount(line) ? { line: line + 1 } : undefined;
}

function saidOf(error: ParserError, message: string): string {
	const { hash } = error;
	if (hash?.token !== undefined && hash.token !== null) return unexpected(String(hash.text ?? hash.token), String(hash.token), hash.expected);
	const parser = error.result?.parserErrors?.[0];
	const lexer = error.result?.lexerErrors?.[0];
	if (lexer) return shorten(String(lexer.message));
	if (parser) {
		const image = String(parser.token?.image ?? '');
		return image.trim() === '' ? unexpected(image, image === '' ? 'EOF' : 'NEWLINE', undefined) : unexpected(image, image, undefined);
	}
	return message.replace(/^(?:Error|Lexical error|Parse error)[^:]*:\s*/i, '') || message;
}

function unexpected(text: string, token: string, expected: unknown): string {
	if (token === 'EOF' || token === '1') return 'unexpected end of the diagram';
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
