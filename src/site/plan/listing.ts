import type { DocumentKind, LanguageView, ListEntry, ProcessNode, SiteModel } from '../../model/index.ts';
import { createLabels } from '../i18n/labels.ts';

/** Entries under one heading. `id` is the heading's element id on the listing page. */
export interface ListGroup {
	readonly id: string;
	readonly title: string;
	readonly entries: readonly ListEntry[];
	/** The group began on an earlier page. */
	readonly continued?: true;
}

/** Entries on one listing page. */
export const PAGE_SIZE = 200;

/** Divides a kind's entries by what a reader of that kind looks for first. */
export function groupEntries(
	model: SiteModel,
	view: LanguageView,
	kind: DocumentKind,
	entries: readonly ListEntry[],
): ListGroup[] {
	if (kind === 'system-log') return byMonth(entries);
	if (kind === 'page') return byFolder(view, entries);
	if (kind === 'process') return byBranch(view, entries);
	const label = createLabels(model, view.interfaceLanguage);
	const field = kind === 'runbook' ? 'exceptionClass' : 'wricef';
	const order = Object.keys(model.labels).filter((key) => key.startsWith(`${field}.`));
	const groups = gather(entries, (entry) => entry[field] ?? '');
	return [...groups]
		.sort(([a], [b]) => position(order, `${field}.${a}`) - position(order, `${field}.${b}`))
		.map(([value, members]) => ({
			id: value || 'other',
			title: value ? label.value(field, value) : label.text.other,
			entries: [...members].sort((a, b) => closed(a) - closed(b) || bySeverity(a, b)),
		}));
}

/** Retired and superseded documents come last. */
function closed(entry: ListEntry): number {
	return entry.status === 'retired' || entry.status === 'superseded' ? 1 : 0;
}

function bySeverity(a: ListEntry, b: ListEntry): number {
	return descending(b.severity ?? 'S9', a.severity ?? 'S9');
}

function position(order: readonly string[], key: string): number {
	const index = order.indexOf(key);
	return index < 0 ? order.length : index;
}

function gather(
	entries: readonly ListEntry[],
	keyOf: (entry: ListEntry) => string,
): Map<string, ListEntry[]> {
	const groups = new Map<string, ListEntry[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		const members = groups.get(key);
		if (members) members.push(entry);
		else groups.set(key, [entry]);
	}
	return groups;
}

/** Latest first; logs without a date last. */
export function byDate(entries: readonly ListEntry[]): ListEntry[] {
	return [...entries].sort((a, b) => descending(a.date ?? '', b.date ?? '') || descending(a.id, b.id));
}

function descending(a: string, b: string): number {
	return a < b ? 1 : a > b ? -1 : 0;
}

function byMonth(entries: readonly ListEntry[]): ListGroup[] {
	return [...gather(byDate(entries), (entry) => entry.date?.slice(0, 7) ?? '–')].map(([month, members]) => ({
		id: `m-${month}`,
		title: month,
		entries: members,
	}));
}

/** Folder part of a page's id: `page:guides/start` lies in `guides`. */
export function folderOf(entry: { readonly id: string }): string {
	const path = entry.id.replace(/^page:/, '');
	const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
	return path.endsWith('/index') ? folder.slice(0, Math.max(0, folder.lastIndexOf('/'))) : folder;
}

function byFolder(view: LanguageView, entries: readonly ListEntry[]): ListGroup[] {
	return [...gather(entries, folderOf)]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([folder, members]) => ({
			id: folder ? `f-${folder}` : 'top',
			title: folder || view.navigation.title,
			entries: members,
		}));
}

/** One group per process group (level 2) in map order; what hangs nowhere comes last, under its kind. */
function byBranch(view: LanguageView, entries: readonly ListEntry[]): ListGroup[] {
	const rest = new Map(entries.map((entry) => [entry.id, entry]));
	const groups: ListGroup[] = [];
	const take = (node: ProcessNode): ListEntry[] => {
		const own = rest.get(node.id);
		rest.delete(node.id);
		return [...(own ? [own] : []), ...node.children.flatMap(take)];
	};
	for (const root of view.processes) {
		const branches = root.level === 1 && root.children.length > 0 ? root.children : [root];
		for (const branch of branches) {
			groups.push({ id: branch.id, title: branch.title, entries: take(branch) });
		}
		const own = rest.get(root.id);
		rest.delete(root.id);
		if (own) groups.unshift({ id: root.id, title: root.title, entries: [own] });
	}
	if (rest.size > 0) groups.push({ id: 'other', title: '–', entries: [...rest.values()] });
	return groups.filter((group) => group.entries.length > 0);
}

/** Cuts groups into pages of at most {@link PAGE_SIZE} entries; always at least one page. */
export function paginate(groups: readonly ListGroup[]): ListGroup[][] {
	const pages: ListGroup[][] = [[]];
	let room = PAGE_SIZE;
	for (const group of groups) {
		let start = 0;
		while (start < group.entries.length) {
			if (room === 0) {
				pages.push([]);
				room = PAGE_SIZE;
			}
			const part = group.entries.slice(start, start + room);
			pages.at(-1)?.push({ ...group, entries: part, ...(start > 0 ? { continued: true as const } : {}) });
			start += part.length;
			room -= part.length;
		}
	}
	return pages;
}
