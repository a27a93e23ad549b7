/** Characters that XML 1.0 cannot hold, in whatever form; among them halves of surrogate pairs. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as XML can hold it. */
export function xmlText(text: string): string {
	return text.replace(NOT_XML, '\ufffd');
}
