import { CompletionItemKind } from 'vscode-languageserver';
import type { FieldFacts, ProcessFrontmatter, RunbookFrontmatter } from '../../../schemas/index.ts';
import { type Document, type DocumentKind, localize } from '../../../src/model/index.ts';
import { processSteps } from '../goals.ts';
import type { Spot } from '../spot.ts';
import { WORDS } from '../words.ts';
import { type Offer, valueOffers } from './items.ts';

type Path = readonly (string | number)[];

/** What may stand at a place of a document's frontmatter. */
export function frontmatterValues(spot: Spot, path: Path, facts: FieldFacts | undefined): Offer[] {
	const special = SPECIAL.find(({ at }) => isAt(path, at));
	const offers = special?.offers(spot, path) ?? [];
	return facts ? [...offers, ...schemaValues(spot, facts)] : offers;
}

/** What the schema, the settings and the other documents offer for a field. */
export function schemaValues(spot: Spot, facts: FieldFacts): Offer[] {
	const { view, tongue, today } = spot;
	if (facts.values.length > 0) return valueOffers(facts.values, tongue);
	if (facts.vocabulary) {
		return [...view.config[facts.vocabulary]].map(([value, label]) => ({
			value,
			note: localize(label, tongue.labels),
			filter: Object.values(label).join(' '),
			kind: CompletionItemKind.EnumMember,
		}));
	}
	if (facts.reference) return documentOffers(spot, facts.reference.expects);
	if (facts.expected === 'YYYY-MM-DD') return [{ value: today, note: WORDS[tongue.labels].today }];
	if (facts.expected === 'zh-CN, zh-TW, en') return view.config.languages.map((value) => ({ value }));
	return [];
}

/** Ids with titles, in the reader's language where there is one. */
export function documentOffers({ view, tongue, document }: Spot, expects?: DocumentKind): Offer[] {
	return [...view.graph.byId].flatMap(([id, versions]) => {
		const shown = versionFor(versions, tongue.labels);
		if (!shown || shown.kind === 'page' || id === document?.id) return [];
		if (expects && shown.kind !== expects) return [];
		return [
			{
				value: id,
				note: shown.title,
				kind: CompletionItemKind.Reference,
				filter: [...versions.values()].map(({ title }) => title).join(' '),
				...(shown.summary && { text: shown.summary }),
			},
		];
	});
}

export function versionFor(
	versions: ReadonlyMap<string, Document> | undefined,
	lang: string,
): Document | undefined {
	return versions?.get(lang) ?? versions?.values().next().value;
}

/** Steps of a process, with their names. */
function stepOffers(spot: Spot, process: unknown): Offer[] {
	if (typeof process !== 'string') return [];
	const document = versionFor(spot.view.graph.byId.get(process), spot.tongue.labels);
	return document ? ownSteps(document) : [];
}

function ownSteps(document: Document): Offer[] {
	return processSteps(document).map(({ step, name }) => ({
		value: step,
		note: name,
		kind: CompletionItemKind.EnumMember,
	}));
}

interface Special {
	/** `*` stands for the index of a list's entry. */
	readonly at: Path;
	offers(spot: Spot, path: Path): Offer[];
}

const nextSteps = ({ document }: Spot): Offer[] => (document ? ownSteps(document) : []);

/** Fields whose values other parts of the documents decide. */
const SPECIAL: readonly Special[] = [
	{ at: ['steps', '*', 'next'], offers: nextSteps },
	{ at: ['steps', '*', 'next', '*', 'to'], offers: nextSteps },
	{
		at: ['steps', '*', 'controls', '*'],
		offers: ({ document }) =>
			((document?.frontmatter as ProcessFrontmatter | undefined)?.controls ?? []).flatMap(({ id, name }) =>
				id ? [{ value: id, ...(name && { note: name }) }] : [],
			),
	},
	{ at: ['steps', '*', 'data', '*'], offers: dataObjects },
	{ at: ['steps', '*', 'data', '*', 'object'], offers: dataObjects },
	{ at: ['step'], offers: (spot) => stepOffers(spot, spot.document?.frontmatter['process']) },
	{
		at: ['processes', '*', 'step'],
		offers: (spot, path) => {
			const { processes = [] } = (spot.document?.frontmatter ?? {}) as RunbookFrontmatter;
			return stepOffers(spot, processes[Number(path[1])]?.process);
		},
	},
];

function dataObjects({ view, tongue }: Spot): Offer[] {
	return [...view.config.dataObjects].map(([value, { name }]) => ({
		value,
		note: localize(name, tongue.labels),
		filter: Object.values(name).join(' '),
	}));
}

function isAt(path: Path, pattern: Path): boolean {
	return (
		path.length === pattern.length &&
		pattern.every((part, index) => (part === '*' ? typeof path[index] === 'number' : part === path[index]))
	);
}
