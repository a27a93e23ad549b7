import type { WorkspaceView } from '../../src/compiler/workspace/index.ts';
import type { Document, Point } from '../../src/model/index.ts';
import type { Tongue } from './tongue.ts';

/** A place in a text of a project: what every provider is asked about. */
export interface Spot {
	readonly view: WorkspaceView;
	/** Below the project's root. */
	readonly path: string;
	/** As the editor has it. */
	readonly text: string;
	readonly point: Point;
	/** Undefined for mainstay.yaml and for files that are no documents. */
	readonly document?: Document;
	/** The text is mainstay.yaml. */
	readonly isSettings: boolean;
	readonly tongue: Tongue;
	/** YYYY-MM-DD. */
	readonly today: string;
	addressOf(path: string): string;
	/** A text as the editor has it; undefined where it is not open. */
	openText(path: string): string | undefined;
}
