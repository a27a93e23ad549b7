/** What was meant to be a link and is text; offsets count in the text of its block. */
export interface UnreadLink {
	readonly from: number;
	readonly to: number;
	/** The link as it should be written. */
	readonly expected: string;
	/** Whether nothing else can have been meant: both brackets of both pairs are there. */
	readonly certain: boolean;
}

/** Where the label ends and the target begins, in whichever brackets. */
const JOINT = /(?<!\\)([\]］】])([ \t]?|\r?\n[ \t>]*)([(（])/g;

/** A target and what closes it; the second sort has blanks in its path. */
const TARGET = /[ \t]*((?:kb ?[:：] ?)?[^\s()（）[\]<>"'`|，。；、]+)[ \t]*(?:"[^"\n]*"[ \t]*)?([)）]?)/iy;
const SPACED = /[ \t]*((?:[^\s()（）[\]<>"'`|，。；、]+ +){1,6}[^\s()（）[\]<>"'`|，。；、]+)[ \t]*([)）])/y;

const PATH = /^(?:\.{1,2}\/\S|\S.*\.mdx?(?:[?#]|$)|kb ?[:：] ?[A-Z])/iu;
/** Targets that brackets in running text hold too; certain only where both pairs touch and are half width. */
const TIGHT =
	/^(?:https?:\/\/[^\s/]|#\p{L}|\/[\w-]+\/|[^\s/]\S*\.(?:png|jpe?g|gif|svg|webp|pdf|docx?|xlsx?|pptx?)$)/iu;
/** What half-width brackets behind a blank hold for no other reason than a link. */
const WEB = /^https?:\/\/[^\s/]/i;

/**
 * Broken links in a block: `running` is its plain text with all else masked, `written` its source. `anchors` are those of
 * the document.
 */
export function unreadLinks(running: string, written: string, anchors: readonly string[]): UnreadLink[] {
	const found: UnreadLink[] = [];
	const isOwn = (url: string): boolean => url.startsWith('#') && anchors.includes(url.slice(1));
	for (const { 0: joint, 1: bracket = '', 2: gap = '', 3: opening = '', index } of running.matchAll(JOINT)) {
		const target = targetAt(written, index + joint.length, (url) => {
			if (opening !== '(' || bracket !== ']') return false;
			return gap === '' ? TIGHT.test(url) : WEB.test(url) || isOwn(url);
		});
		// Brackets that begin a line may hold a remark.
		if (!target || (gap.includes('\n') && /\s/.test(target.url))) continue;
		const label = labelBefore(running, index);
		if (label === 'escaped') continue;
		const from = label?.from ?? index;
		const text = label ? written.slice(label.text, index) : '…';
		if (text.includes('](') || (gap !== '' && /^(?:[ xX]?|\d+)$/.test(text))) continue;
		const to = target.to;
		const expected = `${label?.isImage ? '!' : ''}[${text}](${addressOf(target.url)})`;
		if (written.slice(from, to) === expected) continue;
		found.push({ from, to, expected, certain: label !== undefined && target.isClosed });
	}
	return found;
}

interface Target {
	readonly url: string;
	readonly to: number;
	readonly isClosed: boolean;
}

function targetAt(written: string, at: number, isMeant: (url: string) => boolean): Target | undefined {
	for (const pattern of [TARGET, SPACED]) {
		pattern.lastIndex = at;
		const match = pattern.exec(written);
		const url = match?.[1] ?? '';
		if (!match || !(PATH.test(url) || isMeant(url))) continue;
		const isClosed = match[2] !== '';
		return { url, to: isClosed ? pattern.lastIndex : at + match[0].trimEnd().length, isClosed };
	}
	return undefined;
}

/** The label that ends at an offset, in the same line. */
function labelBefore(
	running: string,
	end: number,
): { from: number; text: number; isImage: boolean } | 'escaped' | undefined {
	for (let at = end - 1; at >= 0 && end - at < 300; at--) {
		const unit = running.charAt(at);
		if (/[\n\]］】]/.test(unit)) return undefined;
		if (!/[[［【]/.test(unit)) continue;
		if (running.charAt(at - 1) === '\\') return 'escaped';
		const isImage = running.charAt(at - 1) === '!' && running.charAt(at - 2) !== '\\';
		return { from: isImage ? at - 1 : at, text: at + 1, isImage };
	}
	return undefined;
}

function addressOf(url: string): string {
	const address = url.replace(/^kb ?[:：] ?/i, 'kb:').trim();
	return /\s/.test(address) ? `<${address}>` : address;
}

/** A path or id that is the target of a link: what stands alone in a text is none. */
const ADDRESS =
	'(?:(?:\\.{1,2}/)?[^\\s()[\\]<>"\'`|，。；、（）]+\\.mdx?(?:#[^\\s()[\\]<>"\'`|]*)?|kb:[A-Z]{2,4}-[A-Z0-9]{1,8}-\\d{3,6}(?:#[^\\s()[\\]]*)?)';

/** A link of which one bracket is lost or both pairs changed places; the label and the target are the only groups. */
const LOST: readonly RegExp[] = [
	new RegExp(`(?<![\\]\\\\])\\[([^[\\]()\\n\\0]{1,80}?)\\((${ADDRESS})\\)(?!\\])`, 'gu'),
	new RegExp(`(?<!\\\\)\\[([^[\\]\\n\\0]{1,80})\\](${ADDRESS})\\)`, 'gu'),
	new RegExp(
		`(?<![\\]\\\\])\\(([^()\\n\\0]{1,80})\\)\\[(${ADDRESS}|https?://[^\\s()[\\]<>]+|#\\p{L}[^\\s()[\\]]*)\\]`,
		'gu',
	),
];

/** Links that lack one of their brackets, or have them the wrong way round. */
export function unpairedLinks(running: string, written: string): UnreadLink[] {
	return LOST.flatMap((pattern) =>
		[...written.matchAll(pattern)].flatMap(({ 0: link, 1: label = '', 2: url = '', index }) => {
			// An id in it may be a link by itself; what opens the whole is text.
			if (running.charAt(index) !== link.charAt(0)) return [];
			return [{ from: index, to: index + link.length, expected: `[${label}](${url})`, certain: true }];
		}),
	);
}

const WRITTEN_ID =
	/(?<![\p{L}\p{N}_/:.-])kb[ \t]?[:：][ \t]?([A-Z]{2,4}-[A-Z0-9]{1,8}-\d{3,6})(?![\p{N}-])/giu;
const ID_LINK = /^kb:[A-Z]/;

/** Ids whose scheme is written otherwise than `kb:`, so that they are no links. */
export function unreadIds(running: string): UnreadLink[] {
	return [...running.matchAll(WRITTEN_ID)].flatMap(({ 0: written, 1: id = '', index }) => {
		const expected = `kb:${id.toUpperCase()}`;
		if (ID_LINK.test(written) && written === expected) return [];
		return [{ from: index, to: index + written.length, expected, certain: true }];
	});
}

/** `[[Stock]]`, `[[stock.md#count|the stock]]` and `![[menu.png]]`, the links of wikis; no test of a shell, no list in a list. */
const WIKI =
	/(?<![\\\p{L}\p{N}\])[])(!?)\[\[([\p{L}\p{N}#./][^[\]|\\\n\0"'=$,]{0,100})(?:\\?\|([^[\]|\n\0]{1,100}))?\]\](?![[(:\]])/gu;
const WHOLE_ID = /^[A-Z]{2,4}-[A-Z0-9]{1,8}-\d{3,6}(?:#\S+)?$/;
const NAMES_FILE = /\.[a-z0-9]{2,4}(?:#|$)/i;

/** Links in two pairs of square brackets. What a bare name means only its wiki knows, so that its path stays open. */
export function wikiLinks(running: string): UnreadLink[] {
	if (!running.includes('[[')) return [];
	return [...running.matchAll(WIKI)].flatMap(({ 0: link, 1: mark, 2: name = '', 3: shown, index }) => {
		const target = name.trim();
		if (/^[\d.\s]+$/.test(target)) return [];
		const isId = WHOLE_ID.test(target);
		const url = isId
			? `kb:${target}`
			: target.startsWith('#') || NAMES_FILE.test(target)
				? addressOf(target)
				: '…';
		const label = (shown ?? target).trim();
		const isPicture = mark === '!' && /\.(?:png|jpe?g|gif|svg|webp)$/i.test(target);
		const expected = isId && !shown ? url : `${isPicture ? '!' : ''}[${label}](${url})`;
		return [{ from: index, to: index + link.length, expected, certain: isId }];
	});
}

/**
 * Where `！[menu](menu.png)` and `! [menu](menu.png)` begin at the start of a line: links that were to be pictures.
 * `start` is that of the link.
 */
export function pictureMark(text: string, start: number, url: string): number | undefined {
	if (!/\.(?:png|jpe?g|gif|svg|webp)$/i.test(url)) return undefined;
	const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 40), start);
	const mark = /^[ \t>|]*(?:(?:[-*+]|\d+[.)]) +)?(！ *|! +)$/.exec(line)?.[1];
	return mark === undefined ? undefined : start - mark.length;
}
