import {
	type CustomisationRow,
	compareReleases,
	type Document,
	type DocumentId,
	releaseSpelling,
	type UpgradeBoard,
	type UpgradeItem,
	type UpgradeLogRow,
	type UpgradePlan,
} from '../model/index.ts';
import {
	type BoardInput,
	defined,
	facetsOf,
	numberOf,
	originals,
	recordOf,
	textIn,
	textOf,
} from './board-document.ts';
import { customisationRows, riskRank } from './customisations.ts';
import { textsOf } from './process-record.ts';

/**
 * What an upgrade asks of the customisations, per release that the documents know (`appliesTo.releases`,
 * `upgrade.lastAdapted`), and for the one after. A customisation is adapted to a release when it was last
 * adapted for that one or a later one.
 */
export function upgradeBoard({ graph }: BoardInput): UpgradeBoard {
	const notes = customisationRows(graph);
	const documents = originals(graph);
	const uses = usesOf(documents);
	const details = notes.map((note) => ({
		...note,
		checkTexts: indexes(note.checks).map((at) => textIn(graph, note.id, `/upgrade/checks/${at}`)),
		testTexts: indexes(note.tests).map((at) => textIn(graph, note.id, `/tests/${at}`)),
	}));
	return {
		plans: ['', ...releasesOf(documents)].map((release) => planFor(release, notes, uses)),
		details,
		logs: originals(graph, 'system-log')
			.filter(({ frontmatter }) => frontmatter['logType'] === 'upgrade')
			.map((log): UpgradeLogRow => {
				const { date, outcome, rollback, window, customisations } = log.frontmatter;
				return {
					id: log.id,
					...facetsOf(log),
					date: textOf(date) ?? '',
					plan: textIn(graph, log.id, '/rollback/plan'),
					tested: recordOf(rollback)['tested'] === true,
					customisations: textsOf(customisations),
					...defined({
						outcome: textOf(outcome),
						downtimeMinutes: numberOf(recordOf(window)['downtimeMinutes']),
					}),
				};
			})
			.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1)),
	};
}

function indexes(count: number): number[] {
	return Array.from({ length: count }, (_, at) => at);
}

function releasesOf(documents: readonly Document[]): string[] {
	const found = documents.flatMap(({ frontmatter }) => [
		...textsOf(recordOf(frontmatter['appliesTo'])['releases']),
		...textsOf([recordOf(frontmatter['upgrade'])['lastAdapted']]),
	]);
	const bySpelling = new Map(found.map((release) => [releaseSpelling(release), release]));
	return [...bySpelling.values()].sort((a, b) => compareReleases(b, a));
}

function planFor(
	release: string,
	notes: readonly CustomisationRow[],
	uses: ReadonlyMap<DocumentId, ReadonlySet<string>>,
): UpgradePlan {
	const isAdapted = ({ lastAdapted }: CustomisationRow): boolean =>
		release !== '' && lastAdapted !== undefined && compareReleases(lastAdapted, release) >= 0;
	const open = inOrder(
		notes.filter((note) => !isAdapted(note)),
		uses,
	);
	const done = notes
		.filter(isAdapted)
		.map(({ id }): UpgradeItem => ({ id, adapted: true, order: 0, after: [] }));
	const efforts = open.map(({ note }) => note.effortDays);
	return {
		release,
		items: [
			...open.map(
				({ note, after }, at): UpgradeItem => ({ id: note.id, adapted: false, order: at + 1, after }),
			),
			...done,
		],
		// Days are written in halves and quarters: rounding takes away what binary fractions add.
		effortDays: Math.round(efforts.reduce<number>((sum, days) => sum + (days ?? 0), 0) * 100) / 100,
		unestimated: efforts.filter((days) => days === undefined).length,
	};
}

interface Placed {
	readonly note: CustomisationRow;
	readonly after: readonly DocumentId[];
}

/**
 * The riskiest first, then the largest, so that surprises come early; before each of them what it builds on
 * (depth first). In a cycle the order is by priority alone.
 */
function inOrder(
	notes: readonly CustomisationRow[],
	uses: ReadonlyMap<DocumentId, ReadonlySet<string>>,
): Placed[] {
	const makers = new Map<string, DocumentId[]>();
	for (const { id, objects } of notes) {
		for (const { name } of objects) makers.set(name, [...(makers.get(name) ?? []), id]);
	}
	const byId = new Map(notes.map((note) => [note.id, note]));
	const placed = new Map<DocumentId, Placed>();
	const open = new Set<DocumentId>();
	const place = (note: CustomisationRow): void => {
		if (placed.has(note.id) || open.has(note.id)) return;
		open.add(note.id);
		const needed = [...(uses.get(note.id) ?? [])].flatMap((name) => makers.get(name) ?? []);
		const after = [...new Set(needed)].filter((id) => id !== note.id);
		for (const other of after.flatMap((id) => byId.get(id) ?? [])) place(other);
		placed.set(note.id, { note, after });
	};
	for (const note of notes.toSorted(byPriority)) place(note);
	return [...placed.values()];
}

function byPriority(a: CustomisationRow, b: CustomisationRow): number {
	return riskRank(a) - riskRank(b) || (b.effortDays ?? 0) - (a.effortDays ?? 0) || (a.id < b.id ? -1 : 1);
}

/** Everything that a note says it uses, by name. */
function usesOf(documents: readonly Document[]): Map<DocumentId, Set<string>> {
	return new Map(
		documents
			.filter(({ kind }) => kind === 'dev-note')
			.map(({ id, frontmatter }) => {
				const { tables, standardObjects, interfaces } = recordOf(frontmatter['touches']);
				return [id, new Set([tables, standardObjects, interfaces].flatMap(textsOf))];
			}),
	);
}
