/** The text of one page as Pagefind keeps it. */
export interface Fragment {
	readonly url: string;
	/** Without the marks that Pagefind puts between words. */
	readonly content: string;
	/** Headings with an id, and the place of each in `content`. */
	readonly anchors: readonly { readonly id: string; readonly text: string; readonly at: number }[];
}

interface WrittenFragment {
	readonly url: string;
	readonly content: string;
	readonly anchors: readonly {
		readonly element: string;
		readonly id: string;
		readonly text: string;
		readonly location: number;
	}[];
}

const SIGN = 'pagefind_dcd';

/** Reads an unpacked fragment of Pagefind 1.x. Anchors there count words; here they are places in the text. */
export function readFragment(bytes: Uint8Array): Fragment {
	const text = new TextDecoder().decode(bytes);
	if (!text.startsWith(SIGN)) throw new Error('This is no fragment of Pagefind.');
	const { url, content, anchors } = JSON.parse(text.slice(SIGN.length)) as WrittenFragment;
	const starts = wordStarts(content);
	return {
		url,
		content: content.replaceAll('\u200b', ''),
		anchors: anchors.map(({ id, text, location }) => ({ id, text, at: starts[location] ?? 0 })),
	};
}

/** Where each word starts once the marks between words are taken out. Words end at white space or at a mark. */
function wordStarts(content: string): number[] {
	const starts: number[] = [];
	let removed = 0;
	let inside = false;
	for (let at = 0; at < content.length; at++) {
		const character = content[at] ?? '';
		if (character === '\u200b') removed++;
		const gap = character === '\u200b' || /\s/.test(character);
		if (!gap && !inside) starts.push(at - removed);
		inside = !gap;
	}
	return starts;
}

/** Where a fragment lies below the site: `zh_1a2b`, or `07/zh_1a2b` in the seventh part of a large index. */
export function fragmentPath(name: string): string {
	const [first = '', second] = name.split('/');
	return second === undefined
		? `pagefind/fragment/${first}.pf_fragment`
		: `pagefind/${first}/fragment/${second}.pf_fragment`;
}
