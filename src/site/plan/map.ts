import type { DocumentId, LanguageView, ProcessNode } from '../../model/index.ts';
import { mapZoomRoute } from './addresses.ts';
import { type MiniFlow, miniFlowOf } from './mini-flow.ts';
import type { PlacedProcess, SiteIndex } from './site-index.ts';
import type { Target } from './targets.ts';

/*
 * What the process map shows. Whatever is laid over it finds its place by two marks in the pages: the
 * element of every chevron, card and activity carries `data-process="<ID>"`, and holds one empty
 * `<span class="process-marks">` to fill.
 */

/** A process group (level 2) and what lies in it. */
export interface MapGroup {
	readonly node: ProcessNode;
	readonly cards: readonly ProcessNode[];
}

/** A value chain (level 1); without `root`, the groups that belong to none. */
export interface MapChain {
	readonly root: ProcessNode | undefined;
	readonly groups: readonly MapGroup[];
	/** Processes that hang on the chain itself. */
	readonly direct: readonly ProcessNode[];
	/** Groups side by side, or one below the other where they are too many for that. */
	readonly layout: 'columns' | 'bands';
}

export interface ProcessMap {
	readonly chains: readonly MapChain[];
	/** Processes that hang nowhere. */
	readonly loose: readonly ProcessNode[];
	/** Every process below the groups, activities included, in reading order. */
	readonly processes: readonly ProcessNode[];
	/** So many processes that a card shows the least. */
	readonly dense: boolean;
	/** So many that groups start folded. */
	readonly folded: boolean;
}

/** More groups than this do not fit side by side on a desk screen. */
const MOST_COLUMNS = 8;
/** A column with more cards than this is too far from its chevron. */
const MOST_CARDS = 8;
const MOST_ROOMY = 40;
const MOST_OPEN = 150;

/** The whole map of a view. */
export function mapOf(view: LanguageView): ProcessMap {
	const chains = view.processes
		.filter(({ level }) => level === 1)
		.map((root) => chainOf(root, root.children));
	const stray = view.processes.filter(({ level }) => level === 2);
	if (stray.length > 0) chains.push(chainOf(undefined, stray));
	const loose = view.processes.filter(({ level }) => level > 2);
	return { chains, loose, ...densityOf([...chains.flatMap(cardsOf), ...loose]) };
}

/** The map of one value chain. */
export function chainMapOf(root: ProcessNode): ProcessMap {
	const chain = chainOf(root, root.children);
	return { chains: [chain], loose: [], ...densityOf(cardsOf(chain)) };
}

function chainOf(root: ProcessNode | undefined, below: readonly ProcessNode[]): MapChain {
	const groups = below.filter(({ level }) => level <= 2).map((node) => ({ node, cards: node.children }));
	const direct = below.filter(({ level }) => level > 2);
	const narrow = groups.length <= MOST_COLUMNS && groups.every(({ cards }) => cards.length <= MOST_CARDS);
	return { root, groups, direct, layout: narrow ? 'columns' : 'bands' };
}

function cardsOf({ groups, direct }: MapChain): ProcessNode[] {
	return [...groups.flatMap(({ cards }) => cards), ...direct];
}

function densityOf(cards: readonly ProcessNode[]): Pick<ProcessMap, 'processes' | 'dense' | 'folded'> {
	const processes = cards.flatMap(withActivities);
	return { processes, dense: cards.length > MOST_ROOMY, folded: cards.length > MOST_OPEN };
}

function withActivities(node: ProcessNode): ProcessNode[] {
	return [node, ...node.children.flatMap(withActivities)];
}

/** Whether a process has a page of its own on the map: there is something below it, or it is meant to hold something. */
export function hasZoom(node: ProcessNode): boolean {
	return node.level <= 2 || node.children.length > 0;
}

/** Where a process leads on the map: to what lies below it, else to its document. */
export function mapLinkOf(
	view: LanguageView,
	node: ProcessNode,
): { readonly route: string; readonly lang: string } {
	return node.level <= 2 ? { route: mapZoomRoute(view, node.id), lang: view.lang } : node;
}

/** One process of the map looked at closely. */
export interface MapZoom {
	readonly node: ProcessNode;
	/** From the value chain down, without the process itself. */
	readonly trail: readonly ProcessNode[];
	/** The neighbours that have a page on the map, the process itself among them, in the order of the work. */
	readonly siblings: readonly ProcessNode[];
	/** Small drawings of the process and of those below it, by id. */
	readonly flows: ReadonlyMap<DocumentId, MiniFlow>;
}

export function mapZoomOf(index: SiteIndex, view: LanguageView, id: DocumentId): MapZoom | undefined {
	const places = index.processes(view);
	const placed = places.get(id);
	if (!placed) return undefined;
	const { node, parent } = placed;
	const siblings = (parent?.children ?? view.processes).filter(
		(each) => each.level === node.level && hasZoom(each),
	);
	const flows = new Map<DocumentId, MiniFlow>();
	for (const each of node.level === 1 ? [] : [node, ...node.children]) {
		const flow = flowOf(index.targets.get(each.route));
		if (flow) flows.set(each.id, flow);
	}
	return { node, trail: trailOf(places, parent), siblings, flows };
}

function trailOf(
	places: ReadonlyMap<DocumentId, PlacedProcess>,
	parent: ProcessNode | undefined,
): ProcessNode[] {
	const trail: ProcessNode[] = [];
	for (let up = parent; up; up = places.get(up.id)?.parent) trail.unshift(up);
	return trail;
}

function flowOf(target: Target | undefined): MiniFlow | undefined {
	return target?.type === 'document' && target.page.process ? miniFlowOf(target.page.process) : undefined;
}
