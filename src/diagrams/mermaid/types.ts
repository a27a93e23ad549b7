import type { Diagram, DiagramFailure } from '../../model/index.ts';

/** A mermaid fence after drawing: plain data that survives structured cloning. */
export type MermaidResult =
	| {
			readonly ok: true;
			readonly diagram: Diagram;
			/** What the drawing says, piece by piece, for its text alternative and for search. */
			readonly texts: readonly string[];
			/** The targets of its `click` lines, as written, each once. */
			readonly targets: readonly string[];
	  }
	| { readonly ok: false; readonly failure: DiagramFailure };

export interface RenderOptions {
	/** Starts every element id; unique on the page, a letter first. */
	readonly idPrefix: string;
	/** Accessible name of the drawing where the source gives none. */
	readonly title: string;
	/** The address of a `click` target; undefined: no link. */
	readonly hrefOf: (target: string) => string | undefined;
}

export interface MermaidRenderer {
	/** Never rejects: what cannot be drawn is a failure with its reason. */
	render(source: string, options: RenderOptions): Promise<MermaidResult>;
	/** Ends the workers. Drawings under way fail. */
	close(): Promise<void>;
}

/** Sent to a worker. */
export interface DrawTask {
	readonly source: string;
	readonly idPrefix: string;
	readonly title: string;
}

/** A drawing with holes where links go: `strings.length === holes.length + 1`; a hole names its target. */
export interface DrawnTemplate {
	readonly strings: readonly string[];
	readonly holes: readonly string[];
	readonly width: number;
	readonly height: number;
	readonly texts: readonly string[];
}

/** A worker's answer to one task. */
export type DrawAnswer =
	| { readonly ok: true; readonly drawn: DrawnTemplate }
	| { readonly ok: false; readonly failure: DiagramFailure };
