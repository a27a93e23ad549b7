import { posix } from 'node:path';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { placesOf } from '../../../src/fixes/index.ts';
import type { Document, Reference } from '../../../src/model/index.ts';
import { processSteps } from '../goals.ts';
import type { Spot } from '../spot.ts';
import { type Offer, offerItems } from './items.ts';
import { documentOffers, versionFor } from './values.ts';

/** More than an editor shows at once; typing narrows them. */
const MOST = 200;

/** What of a target stands behind the cursor. In a sentence its punctuation ends it. */
const TARGET_REST = /^[^\s()[\]<>]*/;
const BARE_REST = /^[\p{L}\p{N}_#-]*/u;

export interface LinkCompletion {
	readonly items: CompletionItem[];
	/** There are more than were given: ask again after the next letter. */
	readonly isIncomplete: boolean;
}

interface Opening {
	readonly type: 'target' | 'bare' | 'wiki' | 'image';
	/** What of the target stands before the cursor. */
	readonly written: string;
}

/** The link that is being written before the cursor; undefined in plain text. */
export function openingBefore(line: string): Opening | undefined {
	const wiki = /\[\[([^\][\n]*)$/.exec(line);
	if (wiki) return { type: 'wiki', written: wiki[1] ?? '' };
	const link = /(!?)\[[^\]\n]*\]\(<?([^()\s<>]*)$/.exec(line);
	if (link) return { type: link[1] === '!' ? 'image' : 'target', written: link[2] ?? '' };
	const definition = /^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]*)$/.exec(line);
	if (definition) return { type: 'target', written: definition[1] ?? '' };
	const bare = /(?<![A-Za-z0-9_/:.-])(kb:[^\s()[\]<>，。；、]*)$/i.exec(line);
	return bare ? { type: 'bare', written: bare[1] ?? '' } : undefined;
}

/** Targets for a link: ids, paths from here, anchors behind a `#`; `[[` becomes a whole link. */
export function completeLink(spot: Spot, offset: number, { type, written }: Opening): LinkCompletion {
	const places = placesOf(spot.text);
	const rest = (type === 'bare' ? BARE_REST : TARGET_REST).exec(spot.text.slice(offset))?.[0] ?? '';
	if (type === 'wiki') {
		const closing = /^[^\][\n]*\]\]/.exec(spot.text.slice(offset))?.[0] ?? '';
		const range = places.range(offset - written.length - 2, offset + closing.length);
		const found = narrowed(wikiOffers(spot), written);
		return { ...found, items: offerItems(found.offers, range, (value) => value) };
	}
	const hash = written.indexOf('#');
	if (hash !== -1) {
		const target = written.slice(0, hash);
		const anchor = written.slice(hash + 1);
		const range = places.range(offset - anchor.length, offset + rest.length);
		return { items: offerItems(anchorOffers(spot, target), range), isIncomplete: false };
	}
	const end = offset + (/^[^#]*/.exec(rest)?.[0].length ?? 0);
	const range = places.range(offset - written.length, end);
	const found = narrowed(
		[...(type === 'image' ? [] : targetOffers(spot)), ...assetOffers(spot, type)],
		written,
	);
	return { ...found, items: offerItems(found.offers, range) };
}

function narrowed(
	offers: readonly Offer[],
	written: string,
): { offers: readonly Offer[]; isIncomplete: boolean } {
	const wanted = written
		.normalize('NFKC')
		.toLowerCase()
		.replace(/^(?:\.\.?\/)+/, '');
	const isWanted = ({ value, note = '', filter = '' }: Offer): boolean =>
		`${value} ${note} ${filter}`.normalize('NFKC').toLowerCase().includes(wanted);
	const fitting = wanted === '' ? offers : offers.filter(isWanted);
	return { offers: fitting.slice(0, MOST), isIncomplete: fitting.length > MOST };
}

/** `kb:` and ids, then paths as they are written from here. */
function targetOffers(spot: Spot): Offer[] {
	const ids = documentOffers(spot).map((offer) => ({ ...offer, value: `kb:${offer.value}` }));
	const paths = others(spot).map(
		({ file, title, kind, id }): Offer => ({
			value: pathFrom(spot.path, file),
			note: title,
			kind: CompletionItemKind.File,
			filter: kind === 'page' ? file : `${file} ${id}`,
		}),
	);
	return [...ids, ...paths];
}

function others({ view, path }: Spot): Document[] {
	return view.documents.filter(({ file }) => file !== path);
}

function assetOffers({ view, path }: Spot, type: Opening['type']): Offer[] {
	const isPicture = (file: string): boolean => /\.(png|jpe?g|webp|avif|gif|svg)$/i.test(file);
	return [...view.assets.keys()]
		.filter((file) => type !== 'image' || isPicture(file))
		.map((file) => ({ value: pathFrom(path, file), kind: CompletionItemKind.File, filter: file }));
}

/** `[[` stands for the link that a reader of Markdown anywhere understands. */
function wikiOffers(spot: Spot): Offer[] {
	return others(spot).map(({ file, id, kind, title }) => {
		const target = kind === 'page' ? pathFrom(spot.path, file) : `kb:${id}`;
		return {
			value: `[${title.replace(/[[\]\\]/g, '\\$&')}](${target})`,
			note: kind === 'page' ? file : id,
			kind: CompletionItemKind.Reference,
			filter: `[[${title} [[${id} [[${file}`,
		};
	});
}

function anchorOffers(spot: Spot, target: string): Offer[] {
	const document = targetOf(spot, target);
	if (!document) return [];
	const steps = new Map(processSteps(document).map(({ step, name }) => [step, name]));
	const headings = new Map(document.headings.map(({ id, text }) => [id, text]));
	const procedure = new Map(document.procedure.map(({ id, title }) => [id, title]));
	return document.anchors.map((value) => {
		const note = headings.get(value) ?? procedure.get(value) ?? steps.get(value);
		return { value, kind: CompletionItemKind.Reference, ...(note && { note }) };
	});
}

function targetOf({ view, document, tongue }: Spot, target: string): Document | undefined {
	if (target === '') return document;
	if (!document) return undefined;
	const reference: Reference = {
		type: 'link',
		target,
		range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
	};
	const link = view.resolve(document, reference);
	if (link.type !== 'document') return undefined;
	return (
		versionFor(view.graph.byId.get(link.id), document.lang) ??
		versionFor(view.graph.byId.get(link.id), tongue.labels)
	);
}

/** From one file to another, with what Markdown does not let stand in a target encoded. */
function pathFrom(from: string, to: string): string {
	return posix.relative(posix.dirname(from), to).replace(/[\s()<>%#?]/g, encodeURIComponent);
}
