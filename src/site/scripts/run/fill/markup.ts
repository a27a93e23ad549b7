import { type Escape, type Language, plainOnly } from './escape.ts';

type State = 'text' | 'tag' | "'" | '"' | 'comment' | 'cdata' | 'declaration' | 'raw';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

const entities: Escape = (value) =>
	/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)
		? { refused: 'plain' }
		: { text: value.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char) };

/** XML and HTML: entities in text and attributes; elsewhere only what means nothing. */
export const markup: Language = (pieces) => {
	let state: State = 'text';
	let tag = '';
	const read = (piece: string): void => {
		for (let at = 0; at < piece.length; at++) {
			const rest = piece.slice(at);
			const char = piece[at] ?? '';
			if (state === 'text' || state === 'raw') {
				const raw = state === 'raw';
				if (raw && !/^<\/(?:script|style)/i.test(rest)) continue;
				if (rest.startsWith('<!--')) state = 'comment';
				else if (rest.startsWith('<![CDATA[')) state = 'cdata';
				else if (/^<[!?]/.test(rest)) state = 'declaration';
				else if (/^<\/?[\p{L}_]/u.test(rest)) {
					state = 'tag';
					tag = /^<([\w-]+)/.exec(rest)?.[1]?.toLowerCase() ?? '';
				} else if (char === '<') state = 'tag';
			} else if (state === 'tag') {
				if (char === '>') state = tag === 'script' || tag === 'style' ? 'raw' : 'text';
				else if (char === "'" || char === '"') state = char;
			} else if (state === "'" || state === '"') {
				if (char === state) state = 'tag';
			} else if (state === 'comment') {
				if (piece.slice(0, at + 1).endsWith('-->')) state = 'text';
			} else if (state === 'cdata') {
				if (piece.slice(0, at + 1).endsWith(']]>')) state = 'text';
			} else if (char === '>') state = 'text';
		}
	};
	return pieces.slice(0, -1).map((piece): Escape => {
		read(piece);
		if (state === 'text' || state === "'" || state === '"') return entities;
		if (state === 'cdata') return (value) => (/[\]>]/.test(value) ? { refused: 'comment' } : { text: value });
		if (state === 'comment')
			return (value) => (/[->]/.test(value) ? { refused: 'comment' } : { text: value });
		return plainOnly;
	});
};
