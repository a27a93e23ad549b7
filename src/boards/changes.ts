import {
	type Document,
	type DocumentGraph,
	type DocumentId,
	type DocumentKind,
	inForce,
} from '../model/index.ts';
import { recordOf, textOf } from './board-document.ts';

/** A file that differs from what it was. `before` is what its frontmatter said then, as far as it was read. */
export interface ChangedFile {
	/** Relative to the project root. */
	readonly file: string;
	readonly change: 'added' | 'changed' | 'removed';
	readonly before?: { readonly id?: string; readonly title?: string; readonly status?: string };
}

/** What became of documents; each is in one list, whatever languages it exists in. Logs are among them. */
export interface Changes {
	readonly added: readonly DocumentId[];
	readonly changed: readonly DocumentId[];
	/** Retired or superseded now, and in force before. */
	readonly retired: readonly DocumentId[];
	/** Gone in every language. */
	readonly removed: readonly { readonly id: DocumentId; readonly title: string }[];
}

/**
 * What became of documents, from the files that differ. A document is new when none of its files existed
 * before; a renamed file must come as `changed`, with the id that it had.
 */
export function changesOf(graph: DocumentGraph, files: readonly ChangedFile[]): Changes {
	const byFile = new Map(files.map((each) => [each.file, each]));
	const added: DocumentId[] = [];
	const changed: DocumentId[] = [];
	const retired: DocumentId[] = [];
	const hadBefore = new Set(files.flatMap(({ before }) => before?.id ?? []));
	for (const [id, versions] of graph.byId) {
		const own = [...versions.values()].map((version) => ({ version, file: byFile.get(version.file) }));
		const touched = own.filter(({ file }) => file !== undefined);
		if (touched.length === 0) continue;
		const isNew = own.every(({ file }) => file?.change === 'added') && !hadBefore.has(id);
		if (isNew) added.push(id);
		else if (touched.some(({ version, file }) => hasRetired(version, file))) retired.push(id);
		else changed.push(id);
	}
	const removed = new Map(
		files.flatMap(({ change, before }): [DocumentId, string][] =>
			change === 'removed' && before?.id !== undefined && !graph.byId.has(before.id)
				? [[before.id, before.title ?? before.id]]
				: [],
		),
	);
	return {
		added: added.sort(),
		changed: changed.sort(),
		retired: retired.sort(),
		removed: [...removed].map(([id, title]) => ({ id, title })).sort((a, b) => (a.id < b.id ? -1 : 1)),
	};
}

function hasRetired(version: Document, file: ChangedFile | undefined): boolean {
	const { status } = file?.before ?? {};
	return !inForce(version) && status !== 'retired' && status !== 'superseded';
}

/**
 * The same without a history, from the days that documents themselves name, from `since` on: a log is new
 * by its date, anything else has changed by its last review. Retired and removed ones cannot be told.
 */
export function changesByDates(graph: DocumentGraph, since: string, asOf: string): Changes {
	const added: DocumentId[] = [];
	const changed: DocumentId[] = [];
	for (const [id, versions] of graph.byId) {
		const days = [...versions.values()].flatMap((version) => dayOf(version) ?? []);
		if (!days.some((day) => day >= since && day <= asOf)) continue;
		const [first] = versions.values();
		(first?.kind === 'system-log' ? added : changed).push(id);
	}
	return { added: added.sort(), changed: changed.sort(), retired: [], removed: [] };
}

function dayOf({
	kind,
	frontmatter,
}: Pick<Document, 'frontmatter'> & { kind: DocumentKind }): string | undefined {
	const day = kind === 'system-log' ? frontmatter['date'] : recordOf(frontmatter['review'])['on'];
	return textOf(day)?.slice(0, 10);
}
