import type { Route } from '../../model/index.ts';
import type { ShownProblem } from '../plan/dev-state.ts';

export const UPDATE_EVENT = 'mainstay:update';

/** Sent by a page that can hear updates from now on: what came while it was loading it has missed. */
export const READY_EVENT = 'mainstay:ready';

export interface PageReady {
	readonly route: Route;
	readonly revision: number;
}

/** Sent to open browsers when the model has changed. */
export interface DevUpdate {
	/** Pages that look different now. */
	readonly routes: readonly Route[] | 'all';
	readonly problems: readonly ShownProblem[];
	/** Heading of the problems, by language of the page. */
	readonly titles: Readonly<Record<string, string>>;
}
