import type { Boards, ContinuityTarget } from '../model/index.ts';
import { continuityBoard } from './continuity.ts';
import { type CoverageInput, coverageBoard } from './coverage.ts';
import { customisationBoard } from './customisations.ts';
import { type FreshnessInput, freshnessRows } from './freshness.ts';
import { incidentBoard } from './incidents.ts';
import { permissionRows } from './permissions.ts';
import { riskRows } from './risks.ts';
import { timelineBoard } from './timeline.ts';
import { upgradeBoard } from './upgrade.ts';
import { workaroundRows } from './workarounds.ts';

export interface BoardsInput extends CoverageInput, FreshnessInput {
	/** Per system, as mainstay.yaml names them; empty: the defaults count. */
	readonly continuity: ReadonlyMap<string, ContinuityTarget>;
}

/** All boards of a set of documents on one day. */
export function boardsOf(input: BoardsInput): Boards {
	return {
		asOf: input.asOf,
		workarounds: workaroundRows(input),
		freshness: freshnessRows(input),
		coverage: coverageBoard(input),
		risks: riskRows(input),
		permissions: permissionRows(input),
		continuity: continuityBoard(input, input.continuity),
		customisations: customisationBoard(input),
		upgrade: upgradeBoard(input),
		timeline: timelineBoard(input),
		incidents: incidentBoard(input),
	};
}
