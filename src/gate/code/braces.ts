import type { LineSpan } from '../../model/index.ts';
import { escapePattern, type FindDefinition } from './definition.ts';

/** Definitions of JavaScript, TypeScript and Java: by keyword, as a binding, as a member with a body. */
export const braceDefinition: FindDefinition = (lines, name, { first, last }) => {
	const word = escapePattern(name);
	const forms = [
		`\\b(?:function\\s*\\*?|class|interface|enum|record|type|namespace|@interface)\\s+${word}(?![\\w$])`,
		`\\b(?:const|let|var)\\s+${word}(?![\\w$])`,
		// A member: modifiers and a type may stand before the name, but no operator and no dot.
		`^\\s*(?:[\\w$<>\\[\\],?@.&|]+\\s+)*[#*]?${word}\\s*(?:<[^>]*>)?\\s*\\([^;]*$`,
		`^\\s*(?:[\\w$<>\\[\\],?]+\\s+)*#?${word}\\s*[?!]?\\s*(?::[^=;]+)?=(?![=>])`,
		`^\\s*(?:static\\s+|readonly\\s+)*["']?${word}["']?\\s*:\\s*(?:async\\s+)?(?:function\\b|\\(|[\\w$]+\\s*=>)`,
		`\\bexports\\.${word}\\s*=`,
	].map((form) => new RegExp(form));
	for (const form of forms) {
		for (let index = first - 1; index < last; index++) {
			const line = lines[index] ?? '';
			if (!form.test(line) || /^\s*(?:\/\/|\*|return\b|await\b|throw\b|new\b|else\b|if\b)/.test(line))
				continue;
			const end = statementEnd(lines, index, last);
			if (end !== undefined) return { first: annotated(lines, index, first - 1) + 1, last: end };
		}
	}
	return undefined;
};

/** Decorators and annotations belong to what they stand on. */
function annotated(lines: readonly string[], index: number, floor: number): number {
	let start = index;
	while (start > floor && /^\s*@[\w.]+/.test(lines[start - 1] ?? '')) start--;
	return start;
}

const TOKENS =
	/\/\/.*|\/\*[\s\S]*?\*\/|\/\*[\s\S]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[(){}[\];]/g;

/** Line number where the braces that open first have closed, or a `;` outside all brackets. */
function statementEnd(lines: readonly string[], opening: number, last: number): number | undefined {
	const text = lines.slice(opening, last).join('\n');
	let depth = 0;
	let seenBody = false;
	for (const { 0: token, index } of text.matchAll(TOKENS)) {
		if ('([{'.includes(token)) {
			if (token === '{' && depth === 0) seenBody = true;
			depth++;
		} else if (')]}'.includes(token)) {
			// A bracket of what is around it: the statement ends above, or where it began.
			if (--depth < 0) return Math.max(opening + 1, lineAt(text, index, opening) - 1);
			if (depth === 0 && token === '}' && seenBody && !goesOn(text, index))
				return lineAt(text, index, opening);
		} else if (token === ';' && depth === 0) return lineAt(text, index, opening);
	}
	return depth === 0 ? opening + 1 : undefined;
}

/** `}` of a type before `=` or `>`, or of a pattern: the statement goes on behind it. */
function goesOn(text: string, index: number): boolean {
	return /^\}\s*(?:=(?!=)|>|\)|\[|:|[&|]\s*\{)/.test(text.slice(index, index + 40));
}

function lineAt(text: string, index: number, opening: number): number {
	let line = opening + 1;
	for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line++;
	return line;
}

/** The braces around a line, as far as they can be matched. */
export function enclosingBraces(lines: readonly string[], line: number): LineSpan | undefined {
	const stack: number[] = [];
	const text = lines.join('\n');
	let best: LineSpan | undefined;
	for (const { 0: token, index } of text.matchAll(/"(?:\\.|[^"\\\n])*"|[{}]/g)) {
		if (token === '{') stack.push(lineAt(text, index, 0));
		else if (token === '}') {
			const first = stack.pop();
			const last = lineAt(text, index, 0);
			if (first !== undefined && first <= line && last >= line && !best) best = { first, last };
		}
	}
	return best;
}
