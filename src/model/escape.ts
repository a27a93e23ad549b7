/** Text as HTML. */
export function escapeText(text: string): string {
	return /[&<>]/.test(text) ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') : text;
}

/** Text as the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
	return /[&"<>]/.test(text) ? escapeText(text).replace(/"/g, '&quot;') : text;
}
