import { type Escape, inProgram, type Language, plainOnly, verbatim } from './escape.ts';

const jsonString = (value: string): string => JSON.stringify(value);
const inJson: Escape = (value) => ({ text: jsonString(value).slice(1, -1) });
const isLiteral = (value: string): boolean =>
	/^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)$/.test(value);

/** JSON: escaped inside a string; alone, a number or a word of JSON stays, anything else becomes a string. */
export const json: Language = (pieces) => {
	let open = false;
	const read = (piece: string): void => {
		for (let at = 0; at < piece.length; at++) {
			if (piece[at] === '\\' && open) at++;
			else if (piece[at] === '"') open = !open;
		}
	};
	return pieces.slice(0, -1).map((piece, index): Escape => {
		read(piece);
		if (open) return /(?:^|[^\\])(?:\\\\)*\\$/.test(piece) ? plainOnly : inJson;
		const alone = /(?:^|[:,[{])\s*$/.test(piece) && /^\s*(?:$|[,\]}:])/.test(pieces[index + 1] ?? '');
		if (!alone) return (value) => (/^\d+$/.test(value) ? { text: value } : { refused: 'number' });
		return (value) => ({ text: isLiteral(value) ? value : jsonString(value) });
	});
};

/** YAML: escaped inside quotes; alone quoted where a plain text would be read as something else. */
export const yaml: Language = (pieces) => {
	let before = '';
	let blockIndent = -1;
	return pieces.slice(0, -1).map((piece, index): Escape => {
		for (const [at, part] of piece.split('\n').entries()) {
			before = at === 0 ? before + part : part;
			const indent = before.search(/\S/);
			if (blockIndent >= 0 && indent >= 0 && indent <= blockIndent) blockIndent = -1;
			if (blockIndent < 0 && /(?:^|[:-]\s+)[|>][+-]?\d?\s*(?:#.*)?$/.test(before))
				blockIndent = Math.max(indent, 0);
		}
		const how =
			blockIndent >= 0 && before.search(/\S|$/) > blockIndent
				? inProgram(before, verbatim)
				: scalar(before, pieces[index + 1] ?? '');
		before += 'x';
		return how;
	});
};

function scalar(line: string, after: string): Escape {
	const open = openQuote(line);
	if (open === '#') return verbatim;
	if (open === "'") return (value) => ({ text: value.replaceAll("'", "''") });
	if (open === '"') return inJson;
	const whole = /(?:^|[:,[{-]\s+|[[{])$/.test(line) && /^\s*(?:$|\n|#|[,\]}])/.test(after);
	if (!whole) return plainOnly;
	return (value) => ({ text: isPlainYaml(value) ? value : jsonString(value) });
}

/** Numbers and true or false keep their meaning; everything that YAML would bend is quoted. */
function isPlainYaml(value: string): boolean {
	if (isLiteral(value)) return value !== 'null';
	if (/^(?:null|yes|no|on|off|y|n|true|false|nan|inf)$/i.test(value) || /^[\d.+-]/.test(value)) return false;
	return /^[\p{L}][\p{L}\p{N}_./-]*$/u.test(value);
}

function openQuote(line: string): string {
	let open = '';
	for (let at = 0; at < line.length; at++) {
		const char = line[at] ?? '';
		if (open === '"' && char === '\\') at++;
		else if (open !== '') open = char === open ? '' : open;
		else if ((char === "'" || char === '"') && /(?:^|[\s:,[{-])$/.test(line.slice(0, at))) open = char;
		else if (char === '#' && /(?:^|\s)$/.test(line.slice(0, at))) return '#';
	}
	return open;
}
