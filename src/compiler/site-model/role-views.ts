import { readingMinutes } from '../../boards/reading-time.ts';
import type {
	DataDictionary,
	DocumentId,
	DocumentLink,
	Handover,
	HandoverView,
	MatrixRow,
	ReadingItem,
	ResponsibilityMatrix,
	RoleStep,
	RoleView,
	RoleWork,
} from '../../model/index.ts';
import { nameOf } from './data-views.ts';
import type { StepPlaces } from './step-places.ts';
import type { Versions } from './versions.ts';

/** A role as the pages of one language show it. */
export function roleViewOf(
	work: RoleWork,
	places: StepPlaces,
	versions: Versions,
	dictionary: DataDictionary,
): RoleView {
	const placesOf = (at: readonly { process: DocumentId; step: string }[]) =>
		at.map(({ process, step }) => places.place(process, step));
	return {
		key: work.key,
		counts: work.counts,
		hasPage: hasPage(work),
		processes: work.processes.flatMap(({ process, group, steps }) => {
			const link = places.link(process);
			if (!link) return [];
			const own = steps.flatMap((id) => stepOf(process, id, places) ?? []);
			return [{ link, ...groupOf(group, places), steps: own }];
		}),
		transactions: work.transactions.map(({ at, ...transaction }) => ({ ...transaction, at: placesOf(at) })),
		runbooks: work.runbooks.flatMap(({ id, at, declared }) => {
			const link = places.link(id);
			return link ? [{ link, at: placesOf(at), declared }] : [];
		}),
		receives: work.receives.map((handover) => handoverOf(handover, places)),
		passes: work.passes.map((handover) => handoverOf(handover, places)),
		systems: work.systems,
		data: work.data.flatMap(({ object, access, at }) => {
			const known = dictionary.byName.get(object);
			return known ? [{ name: nameOf(known, places.lang), slug: known.slug, access, at: placesOf(at) }] : [];
		}),
		owns: places.links(work.owns),
		reading: readingOf(work, places, versions),
	};
}

/** Separators of addresses cannot stand in an undeclared key; the role is shown then, without a page. */
function hasPage({ key, counts, owns, runbooks }: RoleWork): boolean {
	if (/[/?#%\\]|^\.+$/.test(key)) return false;
	return counts.steps > 0 || owns.length > 0 || runbooks.length > 0;
}

function groupOf(group: DocumentId | undefined, places: StepPlaces): { readonly group?: DocumentLink } {
	const link = group === undefined ? undefined : places.link(group);
	return link ? { group: link } : {};
}

function stepOf(process: DocumentId, id: string, places: StepPlaces): RoleStep | undefined {
	const found = places.step(process, id);
	if (!found) return undefined;
	const { type, transaction, system, runbooks } = found.step;
	return {
		...places.place(process, id),
		number: found.number,
		type,
		...(transaction === undefined ? {} : { transaction }),
		...(system === undefined ? {} : { system }),
		runbooks: places.links(runbooks),
	};
}

function handoverOf({ role, at }: Handover, places: StepPlaces): HandoverView {
	return {
		role,
		at: at.map(({ process, from, to }) => ({
			from: places.place(process, from),
			to: places.place(process, to),
		})),
	};
}

function readingOf(work: RoleWork, places: StepPlaces, versions: Versions): RoleView['reading'] {
	const steps = new Map(work.processes.map(({ process, steps: own }) => [process, own.length]));
	return work.reading.map(({ type, group, items }) => ({
		type,
		...groupOf(group, places),
		items: items.flatMap((id): ReadingItem[] => {
			const link = places.link(id);
			if (!link) return [];
			return [{ link, minutes: minutesOf(id, places, versions), steps: steps.get(id) ?? 0 }];
		}),
	}));
}

const minutes = new WeakMap<object, number>();

/** Body and names of the steps; the estimate of a version is made once. */
function minutesOf(id: DocumentId, places: StepPlaces, versions: Versions): number {
	const document = versions.of(id, places.lang);
	if (!document) return 1;
	let known = minutes.get(document);
	if (known === undefined) {
		const steps = JSON.stringify(document.frontmatter['steps'] ?? '', (key, value: unknown) =>
			key === 'name' || typeof value === 'object' ? value : undefined,
		);
		const text = document.sections.map((section) => `${section.heading} ${section.text}`).join('\n');
		known = readingMinutes(`${document.summary}\n${text}\n${steps}`);
		minutes.set(document, known);
	}
	return known;
}

/** The matrix with links to the processes. */
export function matrixViewOf(
	matrix: ResponsibilityMatrix,
	places: StepPlaces,
): { readonly roles: readonly string[]; readonly rows: readonly MatrixRow[] } {
	const rows = matrix.rows.flatMap(({ process, level, group, modules, cells }): MatrixRow[] => {
		const link = places.link(process);
		if (!link) return [];
		return [
			{
				link,
				level,
				...groupOf(group, places),
				modules,
				cells: matrix.roles.map((role) => cells.get(role)),
			},
		];
	});
	return { roles: matrix.roles, rows };
}
