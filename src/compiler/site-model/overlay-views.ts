import { createOverlayBoard, type OverlayBoard } from '../../boards/process-overlays.ts';
import { drawMarks, overlaid } from '../../diagrams/index.ts';
import {
	type Diagram,
	type Document,
	type DocumentId,
	type DocumentLink,
	OVERLAYS,
	type OverlayItem,
	type OverlaySums,
	type OverlayView,
	type ProcessView,
} from '../../model/index.ts';
import type { SiteInput } from './index.ts';
import type { Versions } from './versions.ts';

/** What the overlays add to pages and map. */
export interface OverlayViews {
	readonly sums: OverlaySums;
	/** The overlays of a process document; undefined for anything else, and where there is no step to lay them over. */
	of(document: Document): OverlayView | undefined;
}

export function overlayViewsOf(input: SiteInput, versions: Versions): OverlayViews {
	const { graph, config, processes, asOf } = input;
	const board = createOverlayBoard({
		graph,
		models: processes,
		reviewEvery: config.review.every,
		asOf,
	});
	return {
		sums: board.sums(),
		of: (document) => (document.kind === 'process' ? viewOf(document, board, versions) : undefined),
	};
}

function viewOf(document: Document, board: OverlayBoard, versions: Versions): OverlayView | undefined {
	const overlays = board.of(document);
	if (overlays.steps.length === 0) return undefined;
	const documents: Record<DocumentId, DocumentLink> = {};
	// The sum of a process names every document that its steps name.
	for (const name of OVERLAYS) {
		for (const id of overlays.whole[name].items.flatMap(documentOf)) {
			const link = versions.link(id, document.lang);
			if (link) documents[id] = link;
		}
	}
	return { ...overlays, documents };
}

/** Controls belong to a process and have no page of their own. */
function documentOf({ id, process }: OverlayItem): DocumentId[] {
	return process === undefined ? [id] : [];
}

/** The drawings of a process with the marks of all overlays in them, hidden until one is chosen. */
export function withMarks(process: ProcessView, overlays: OverlayView | undefined): ProcessView {
	if (!overlays) return process;
	const decisions = new Set(process.steps.filter(({ type }) => type === 'decision').map(({ id }) => id));
	const marks = overlays.steps.map((each) => ({ ...each, decision: decisions.has(each.step) }));
	const marked = (diagram: Diagram): Diagram => ({
		...diagram,
		svg: overlaid(diagram.svg, drawMarks(diagram.nodes ?? [], marks)),
	});
	return {
		...process,
		rows: marked(process.rows),
		...(process.columns ? { columns: marked(process.columns) } : {}),
		...(process.withData ? { withData: marked(process.withData) } : {}),
	};
}
