import {
	addPeriod,
	type Document,
	type DocumentGraph,
	type DocumentId,
	type Frontmatter,
	inForce,
	type OverlayItem,
	type OverlayState,
} from '../model/index.ts';

/** Days before the due day from which a review counts as due soon. */
export const SOON_DAYS = 30;

/** A document that names a process, and perhaps one of its steps. */
export interface PlacedItem {
	readonly step?: string;
	readonly item: OverlayItem;
}

/** What documents say of processes and of themselves, once for the whole set. */
export interface OverlayFacts {
	/** By process, oldest first. */
	readonly logs: ReadonlyMap<DocumentId, readonly PlacedItem[]>;
	readonly runbooks: ReadonlyMap<DocumentId, readonly PlacedItem[]>;
	readonly notes: ReadonlyMap<DocumentId, readonly PlacedItem[]>;
	/** A runbook that can be followed; undefined for an unknown or withdrawn one. */
	runbook(id: DocumentId): OverlayItem | undefined;
	note(id: DocumentId): OverlayItem | undefined;
	/** How the review of a document stands; undefined for an unknown or withdrawn one. */
	review(id: DocumentId): OverlayItem | undefined;
}

export interface OverlayOptions {
	readonly graph: DocumentGraph;
	/** ISO 8601 period that counts where a document names none. */
	readonly reviewEvery: string;
	/** `YYYY-MM-DD` that reviews are judged against. */
	readonly asOf: string;
}

/** Reads the whole set once. Translations of a document count as one; superseded and retired documents do not count. */
export function overlayFacts({ graph, reviewEvery, asOf }: OverlayOptions): OverlayFacts {
	const logs = new Map<DocumentId, PlacedItem[]>();
	const runbooks = new Map<DocumentId, PlacedItem[]>();
	const notes = new Map<DocumentId, PlacedItem[]>();
	const valid = (id: DocumentId): Document | undefined => {
		const document = graph.byId.get(id)?.values().next().value;
		return document && inForce(document) ? document : undefined;
	};
	for (const id of [...graph.byId.keys()].sort()) {
		const document = valid(id);
		if (document?.kind === 'system-log') placeLog(logs, document);
		if (document?.kind === 'runbook') placeRunbook(runbooks, document);
		if (document?.kind === 'dev-note') placeNote(notes, document);
	}
	for (const placed of logs.values()) placed.sort(byDate);
	return {
		logs,
		runbooks,
		notes,
		runbook: (id) => (valid(id)?.kind === 'runbook' ? { id, state: 'available' } : undefined),
		note: (id) => {
			const document = valid(id);
			return document?.kind === 'dev-note' ? noteItem(document) : undefined;
		},
		review: (id) => {
			const document = valid(id);
			return document && reviewItem(document, reviewEvery, asOf);
		},
	};
}

/** Incidents, and what had to be mended by hand: data and permissions. Other logs are no trouble of a step. */
function placeLog(logs: Map<DocumentId, PlacedItem[]>, { id, frontmatter }: Document): void {
	const { process, step, severity, date } = frontmatter;
	const state = logState(frontmatter);
	if (typeof process !== 'string' || !state) return;
	place(logs, process, step, {
		id,
		state,
		...(typeof severity === 'string' ? { severity } : {}),
		...(typeof date === 'string' ? { date } : {}),
	});
}

function logState({ logType, outcome }: Frontmatter): OverlayState | undefined {
	if (logType === 'incident') return outcome === 'open' ? 'open' : 'past';
	return logType === 'data-fix' || logType === 'permission' ? logType : undefined;
}

function placeRunbook(runbooks: Map<DocumentId, PlacedItem[]>, { id, frontmatter }: Document): void {
	for (const named of listOf(frontmatter['processes'])) {
		const { process, step } = (typeof named === 'object' && named !== null ? named : {}) as Frontmatter;
		if (typeof process === 'string') place(runbooks, process, step, { id, state: 'available' });
	}
}

function placeNote(notes: Map<DocumentId, PlacedItem[]>, document: Document): void {
	for (const process of listOf(document.frontmatter['processes'])) {
		if (typeof process === 'string') place(notes, process, undefined, noteItem(document));
	}
}

function place(
	map: Map<DocumentId, PlacedItem[]>,
	process: DocumentId,
	step: unknown,
	item: OverlayItem,
): void {
	const list = map.get(process) ?? [];
	list.push(typeof step === 'string' ? { step, item } : { item });
	map.set(process, list);
}

const RISKS: readonly unknown[] = ['high', 'medium', 'low'];

function noteItem({ id, frontmatter }: Document): OverlayItem {
	const risk = (frontmatter['upgrade'] as { risk?: OverlayState } | undefined)?.risk;
	return { id, state: RISKS.includes(risk) && risk ? risk : 'unrated' };
}

/** A document is due its period after its last review; on the due day itself it is not overdue yet. */
function reviewItem({ id, frontmatter }: Document, reviewEvery: string, asOf: string): OverlayItem {
	const { on, every } = (frontmatter['review'] ?? {}) as { on?: unknown; every?: unknown };
	if (typeof on !== 'string') return { id, state: 'never' };
	const due = addPeriod(on, typeof every === 'string' ? every : reviewEvery);
	if (due === undefined) return { id, state: 'current' };
	const soon = addPeriod(asOf, `P${SOON_DAYS}D`) ?? asOf;
	return { id, state: due < asOf ? 'overdue' : due <= soon ? 'soon' : 'current', date: due };
}

function byDate(a: PlacedItem, b: PlacedItem): number {
	const [first, second] = [a.item.date ?? '', b.item.date ?? ''];
	return first < second ? -1 : first > second ? 1 : 0;
}

function listOf(value: unknown): readonly unknown[] {
	return Array.isArray(value) ? value : [];
}
