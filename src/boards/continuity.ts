import {
	addPeriod,
	type ContinuityBoard,
	type ContinuityProof,
	type ContinuityRow,
	type ContinuityState,
	type ContinuityTarget,
	type Document,
} from '../model/index.ts';
import {
	type BoardInput,
	daysBetween,
	defined,
	facetsOf,
	originals,
	textOf,
	windowMinutes,
} from './board-document.ts';

/** What counts where mainstay.yaml names no targets: of systems that have a backup or a drill on record. */
export const DEFAULT_TARGET: Required<ContinuityTarget> = { backup: 'P1M', restoreDrill: 'P6M' };

/** A target counts as due soon in its last fifth, but not more than this many days ahead. */
const SOON_DAYS = 14;

/**
 * The last proof that a system can be restored, against how often that must be proved. A log proves for its
 * `system` and all its `systems`; only `outcome: success` is a proof.
 */
export function continuityBoard(
	input: BoardInput,
	targets: ReadonlyMap<string, ContinuityTarget>,
): ContinuityBoard {
	const logs = originals(input.graph, 'system-log')
		.filter(({ frontmatter: { logType } }) => logType === 'backup' || logType === 'drill')
		.filter(({ frontmatter: { date } }) => (textOf(date) ?? '9') <= input.asOf)
		.sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : a.id < b.id ? -1 : 1));
	const seen = logs.flatMap((log) => facetsOf(log).systems);
	const systems = [...new Set([...targets.keys(), ...seen.sort()])];
	return {
		declared: targets.size > 0,
		systems: systems.map((system): ContinuityRow => {
			const target = targets.size > 0 ? (targets.get(system) ?? {}) : DEFAULT_TARGET;
			const own = logs.filter((log) => facetsOf(log).systems.includes(system));
			return {
				system,
				proofs: [
					proofOf('backup', own, target.backup, input.asOf),
					proofOf('restoreDrill', own, target.restoreDrill, input.asOf),
				],
			};
		}),
		logs: logs.map((log) => ({
			id: log.id,
			...facetsOf(log),
			date: dateOf(log),
			logType: textOf(log.frontmatter['logType']) ?? '',
			...defined({ outcome: textOf(log.frontmatter['outcome']), minutes: windowMinutes(log) }),
		})),
	};
}

/** `logs` run from new to old. */
function proofOf(
	type: ContinuityProof['type'],
	logs: readonly Document[],
	every: string | undefined,
	asOf: string,
): ContinuityProof {
	const records = logs.filter(
		({ frontmatter }) => frontmatter['logType'] === (type === 'backup' ? 'backup' : 'drill'),
	);
	const at = records.findIndex(({ frontmatter }) => frontmatter['outcome'] === 'success');
	const last = records[at];
	const due = last && every ? addPeriod(dateOf(last), every) : undefined;
	return {
		type,
		state: stateOf(last && dateOf(last), due, every, asOf),
		...defined({
			every,
			due,
			last: last && { log: last.id, date: dateOf(last), ...defined({ minutes: windowMinutes(last) }) },
		}),
		failures: records.slice(0, at < 0 ? records.length : at).map(({ id }) => id),
		records: records.length,
	};
}

function stateOf(
	last: string | undefined,
	due: string | undefined,
	every: string | undefined,
	asOf: string,
): ContinuityState {
	if (every === undefined) return 'no-target';
	if (last === undefined || due === undefined) return 'never';
	if (due < asOf) return 'overdue';
	return daysBetween(asOf, due) <= Math.min(SOON_DAYS, daysBetween(last, due) / 5) ? 'soon' : 'ok';
}

function dateOf({ frontmatter }: Document): string {
	return textOf(frontmatter['date']) ?? '';
}
