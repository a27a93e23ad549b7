import { DOCUMENT_ENDING } from '../model/document-ending.ts';
import {
	type ChangeSet,
	type ChangeTexts,
	comparePoints,
	type Document,
	type DocumentGraph,
	FILE_START,
	type Finding,
	type GateScope,
	type TouchedCode,
} from '../model/index.ts';
import { codeWithoutNote, waived } from './findings.ts';
import { goneCode } from './gone.ts';
import { type CodeNote, codeNotes, coveredBy, formerNotes, isHere } from './notes.ts';
import { type Affected, affectedDocuments, projectPath } from './scope.ts';
import { sectionFor } from './section.ts';
import { codePartMissing, codePathMissing, regionAgain } from './source-findings.ts';
import { rangeOfLines, spansText } from './spans.ts';
import { takenAway } from './taken-away.ts';
import { testFindings } from './tests.ts';
import { touchedCode } from './touched.ts';
import { judgeWaivers } from './waivers.ts';

export { changeDiagnostics, gateDiagnostics } from './findings.ts';
export { checkIncludes, type ReadCode } from './includes.ts';
export { type Affected, affectedDocuments } from './scope.ts';

export interface GateResult {
	/** Of the gate itself. */
	readonly findings: readonly Finding[];
	readonly touched: readonly TouchedCode[];
	readonly scope: GateScope;
	/** Whether a finding can come from the change: it stands in, or is about, a file that the change can affect. */
	readonly concerns: (finding: Finding) => boolean;
}

export interface ChangeOptions {
	/** Where it is known already. */
	readonly affected?: Affected;
	/** Documents that the change took away, as they were. */
	readonly former?: readonly Document[];
}

/** Compares a change of a repository with what its dev-notes say they cover. */
export function checkChanges(
	graph: DocumentGraph,
	changes: ChangeSet,
	texts: ChangeTexts,
	{ affected = affectedDocuments(graph, changes), former = [] }: ChangeOptions = {},
): GateResult {
	const notes = codeNotes(graph);
	const gone = formerNotes(former, graph);
	const isDocument = (path: string): boolean => path.startsWith(changes.prefix) && DOCUMENT_ENDING.test(path);
	const touched = touchedCode(notes, changes, texts, isDocument);
	const waivers = judgeWaivers(changes, [...notes, ...gone]);
	const written = changedNotes(notes, changes);
	const alone = touched.filter(({ id }) => !written.has(id));
	const asked = alone.filter(({ id }) => !waivers.byId.has(id));
	const byId = new Map(notes.map((note) => [note.id, note]));
	const findings = alone.flatMap((each) => {
		const note = byId.get(each.id);
		return note ? [findingOf(note, each, changes, texts, waivers.byId.get(each.id))] : [];
	});
	const left = touchedCode(gone, changes, texts, isDocument);
	const uncovered = [...findings, ...takenAway(gone, left, touched, changes, texts, waivers.byId)];
	const goneEntries = goneCode(notes, asked, changes);
	const concerns = concernsOf(affected, coveringFiles(notes, changes));
	return {
		findings: [...uncovered, ...waivers.findings, ...goneEntries, ...testFindings(notes, touched, changes)],
		touched,
		scope: scopeOf(notes, touched, affected, changes, uncovered, graph),
		concerns: (finding) => concerns(finding) && !isToldAsGone(finding, [...goneEntries, ...uncovered]),
	};
}

/** Notes of which any language changed, in more than blank lines. */
function changedNotes(notes: readonly CodeNote[], { files, prefix }: ChangeSet): ReadonlySet<string> {
	const changed = new Set(
		files
			.filter(({ content, status }) => content && status !== 'deleted')
			.map(({ path }) => projectPath(path.normalize('NFC'), prefix)),
	);
	return new Set(
		notes.filter(({ versions }) => versions.some(({ file }) => changed.has(file))).map(({ id }) => id),
	);
}

const CHANGES = {
	added: ['is new', '是新增的'],
	untracked: ['is new', '是新增的'],
	modified: ['changed', '改了'],
	deleted: ['was deleted', '被删除'],
	renamed: ['changed', '改了'],
} as const;

function findingOf(
	note: CodeNote,
	{ change, lines, part, pointer }: TouchedCode,
	{ prefix }: ChangeSet,
	texts: ChangeTexts,
	waiver: { readonly commit: string; readonly reason: string } | undefined,
): Finding {
	const { original, id, title } = note;
	const heading = sectionFor(original, change.path, part);
	const declared = original.positions[pointer]?.value ?? FILE_START;
	const isGone = change.status === 'deleted';
	const { path, oldPath } = change;
	const from = !change.content || (lines.length === 0 && part === undefined) ? oldPath : undefined;
	const [english, chinese] =
		from === undefined ? CHANGES[change.status] : [`was moved to \`${path}\``, `移到了 \`${path}\``];
	const params = {
		path: from ?? path,
		part: part ?? '',
		lines: spansText(lines),
		id,
		title,
		// Of code that only moved, the note's own entry is out of date.
		section: from === undefined ? (heading?.text ?? '') : '',
		change: english ?? '',
		'change-zh': chinese ?? '',
		commit: waiver?.commit ?? '',
		reason: waiver?.reason ?? '',
	};
	return {
		code: waiver ? waived.code : codeWithoutNote.code,
		// A file that is gone has no line to stand at.
		file: isGone ? original.file : projectPath(change.path, prefix),
		range: isGone ? declared : rangeOfLines(lines, texts.now(change.path)),
		params,
		related: [
			{ file: original.file, range: declared, message: id },
			...(heading ? [{ file: original.file, range: heading.range, message: heading.text }] : []),
		],
	};
}

function scopeOf(
	notes: readonly CodeNote[],
	touched: readonly TouchedCode[],
	affected: Affected,
	{ revision, base, files, names }: ChangeSet,
	findings: readonly Finding[],
	graph: DocumentGraph,
): GateScope {
	const elsewhere = new Map<string, string[]>();
	for (const { id, code } of notes) {
		for (const repo of new Set(code.flatMap(({ repo }) => (isHere(repo, names) ? [] : [repo ?? ''])))) {
			elsewhere.set(repo, [...(elsewhere.get(repo) ?? []), id]);
		}
	}
	const waivedFindings = findings.filter(({ code }) => code === waived.code);
	return {
		revision,
		base: base.slice(0, 12),
		files: files.length,
		documents: affected.changed.size,
		affected: affected.whole ? graph.nodes.size - affected.changed.size : affected.around.size,
		code: new Set(touched.map(({ change }) => change.path)).size,
		notes: notes.length,
		elsewhere: [...elsewhere].map(([repo, ids]) => ({ repo, notes: ids })),
		waived: [
			...new Map(
				waivedFindings.map(({ params }) => [
					params['id'],
					{
						id: String(params['id']),
						reason: String(params['reason']),
						commit: String(params['commit']),
					},
				]),
			).values(),
		],
		whole: affected.whole,
	};
}

/** Notes that cover what changed: it may have lost the part that they name. */
function coveringFiles(notes: readonly CodeNote[], { files, prefix, names }: ChangeSet): ReadonlySet<string> {
	const covering = notes.filter(({ code }) =>
		code.some(({ path, repo, symbol, region }) => {
			if ((symbol ?? region) === undefined || !isHere(repo, names)) return false;
			const covered = coveredBy(path, prefix);
			return files.some((file) => covered(file.path));
		}),
	);
	return new Set(covering.map(({ original }) => original.file));
}

/** A path that covers nothing because of the change, at which the change itself is told. */
function isToldAsGone({ code, file, range }: Finding, told: readonly Finding[]): boolean {
	const isHere = (place: Pick<Finding, 'file' | 'range'>): boolean =>
		place.file === file && comparePoints(place.range.start, range.start) === 0;
	return code === codePathMissing.code && told.some((each) => isHere(each) || each.related?.some(isHere));
}

const ABOUT_PARTS: readonly string[] = [codePartMissing.code, regionAgain.code, codePathMissing.code];

function concernsOf(
	{ touched, around, whole }: Affected,
	covering: ReadonlySet<string>,
): GateResult['concerns'] {
	const isNear = (file: string): boolean => touched.has(file) || around.has(file);
	// What has no file concerns the project as a whole.
	return ({ code, file, related }) =>
		whole ||
		file === '' ||
		isNear(file) ||
		(covering.has(file) && ABOUT_PARTS.includes(code)) ||
		(related ?? []).some((place) => isNear(place.file));
}
