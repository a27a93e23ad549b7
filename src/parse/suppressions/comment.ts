/** What stands behind `mainstay-ignore` in a comment. */
export interface IgnoreComment {
	/** Empty where none can be read. */
	readonly codes: readonly string[];
	readonly reason: string;
}

const CODES = /^\s*(MS\d{3,4}(?:[\s,，、]+MS\d{3,4})*)\s*(?:[:：]([\s\S]*))?$/i;

/** ` MS201, MS202: reason` → codes and reason. Full-width punctuation and small letters count like any other. */
export function readComment(text: string): IgnoreComment {
	const match = CODES.exec(text);
	const codes = match?.[1]?.toUpperCase().match(/MS\d+/g) ?? [];
	return { codes: [...new Set(codes)], reason: match?.[2]?.trim() ?? '' };
}
