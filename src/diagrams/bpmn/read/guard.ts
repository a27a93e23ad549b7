/** Why a file was not read at all. */
export type RefusalReason =
	| 'too-large'
	| 'not-xml'
	| 'declares-entities'
	| 'too-deep'
	| 'too-many-elements'
	| 'not-bpmn'
	| 'no-process';

/** Limits of what is read: far beyond any drawn process, far below what would hurt. */
const LARGEST = 8 * 1024 * 1024;
const DEEPEST = 60;
const MOST = 60_000;

/**
 * Looks over the text before a parser does. Entities and document types are refused, as BPMN needs neither
 * and both are ways to make a small file large. One pass over the characters, whatever the text.
 */
export function faultOfXml(xml: string): RefusalReason | undefined {
	if (xml.length > LARGEST) return 'too-large';
	let depth = 0;
	let count = 0;
	for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
		const end = endOfMarkup(xml, at);
		if (end === 'doctype') return 'declares-entities';
		if (end === -1) return 'not-xml';
		if (xml[at + 1] === '/') depth--;
		else if (xml[at + 1] !== '!' && xml[at + 1] !== '?') {
			if (xml[end - 1] !== '/') depth++;
			count++;
		}
		if (depth > DEEPEST) return 'too-deep';
		if (count > MOST) return 'too-many-elements';
		at = end + 1;
	}
	return count === 0 ? 'not-xml' : undefined;
}

/** Position of the last character of the markup that starts at `at`; -1 when it never ends. */
function endOfMarkup(xml: string, at: number): number | 'doctype' {
	if (xml.startsWith('<!--', at)) return endAfter(xml, '-->', at + 4);
	if (xml.startsWith('<![CDATA[', at)) return endAfter(xml, ']]>', at + 9);
	if (xml.startsWith('<?', at)) return endAfter(xml, '?>', at + 2);
	if (xml.startsWith('<!', at)) return 'doctype';
	let quote = '';
	for (let index = at + 1; index < xml.length; index++) {
		const char = xml[index] ?? '';
		if (quote !== '') {
			if (char === quote) quote = '';
		} else if (char === '"' || char === "'") quote = char;
		else if (char === '>') return index;
	}
	return -1;
}

function endAfter(xml: string, mark: string, from: number): number {
	const found = xml.indexOf(mark, from);
	return found === -1 ? -1 : found + mark.length - 1;
}
