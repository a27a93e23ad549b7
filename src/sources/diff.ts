import { unquoteName } from '../model/git-name.ts';
import type { FileChange, LineSpan } from '../model/index.ts';
import { git } from './history.ts';

/** Settings of the reader must not change what git prints. */
const PLAIN = [
	'-c',
	'core.quotePath=false',
	'-c',
	'diff.noprefix=false',
	'-c',
	'diff.mnemonicPrefix=false',
	'-c',
	'diff.suppressBlankEmpty=false',
];
const DIFF = ['diff', '--no-color', '--no-ext-diff', '--no-textconv', '--ignore-submodules', '-M', '-l2000'];

/** Files that differ between a commit and another, or the working tree. */
export async function readChanges(
	top: string,
	base: string,
	until: string | undefined,
): Promise<FileChange[]> {
	const ends = until === undefined ? [base] : [base, until];
	const patch = await git(top, [
		...PLAIN,
		...DIFF,
		'--unified=0',
		'--inter-hunk-context=0',
		'--src-prefix=a/',
		'--dst-prefix=b/',
		...ends,
		'--',
	]);
	return readPatch(patch ?? '');
}

/** New files that nobody added yet and no ignore rule hides. */
export async function untrackedChanges(top: string): Promise<FileChange[]> {
	const list = await git(top, ['ls-files', '--others', '--exclude-standard', '-z']);
	return (list ?? '')
		.split('\0')
		.filter(Boolean)
		.map((path) => ({ path, status: 'untracked', lines: [], oldLines: [], content: true }));
}

interface Draft {
	path: string;
	oldPath: string;
	status: FileChange['status'];
	readonly lines: LineSpan[];
	readonly oldLines: LineSpan[];
	content: boolean;
	binary: boolean;
}

/** Reads a patch without context lines, as `git diff --unified=0` prints it. Names are unquoted. */
export function readPatch(patch: string): FileChange[] {
	const drafts: Draft[] = [];
	let draft: Draft | undefined;
	/** Lines of the present hunk that are still to come: they may look like headers. */
	let rest = 0;
	for (const line of patch.split('\n')) {
		if (rest > 0 && draft) {
			if (line.startsWith('\\')) continue;
			rest--;
			if (line.slice(1).trim() !== '') draft.content = true;
			continue;
		}
		if (line.startsWith('diff --git ')) {
			draft = startDraft(line);
			drafts.push(draft);
		} else if (draft) rest = readHeader(line, draft);
	}
	return drafts.map(finish);
}

function startDraft(line: string): Draft {
	// Without a rename both names are the same, and only a file without content has no other line that names it.
	const names = line.slice('diff --git '.length);
	const path = names.startsWith('"')
		? unquote(names.slice(0, names.length / 2))
		: names.slice(0, Math.floor(names.length / 2));
	const name = withoutPrefix(path);
	return {
		path: name,
		oldPath: name,
		status: 'modified',
		lines: [],
		oldLines: [],
		content: false,
		binary: false,
	};
}

/** Takes in a line of a file's head; returns the number of hunk lines that follow. */
function readHeader(line: string, draft: Draft): number {
	const hunk = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
	if (hunk) {
		const [oldFirst = 0, oldCount = 1, first = 0, count = 1] = hunk
			.slice(1)
			.map((text) => (text === undefined ? undefined : Number(text)));
		if (oldCount > 0) draft.oldLines.push({ first: oldFirst, last: oldFirst + oldCount - 1 });
		if (count > 0) draft.lines.push({ first, last: first + count - 1 });
		// What was only taken away is seen at the line that now follows it.
		else draft.lines.push({ first: first + 1, last: first + 1 });
		return oldCount + count;
	}
	if (line.startsWith('new file mode')) draft.status = 'added';
	else if (line.startsWith('deleted file mode')) draft.status = 'deleted';
	else if (line.startsWith('rename from ')) draft.oldPath = unquote(line.slice(12));
	else if (line.startsWith('rename to ')) {
		draft.path = unquote(line.slice(10));
		draft.status = 'renamed';
	} else if (line.startsWith('--- ') && !line.endsWith('/dev/null')) {
		draft.oldPath = withoutPrefix(unquote(line.slice(4)));
		if (draft.status === 'deleted') draft.path = draft.oldPath;
	} else if (line.startsWith('+++ ') && !line.endsWith('/dev/null')) {
		draft.path = withoutPrefix(unquote(line.slice(4)));
	} else if (line.startsWith('Binary files ') || line.startsWith('GIT binary patch')) draft.binary = true;
	return 0;
}

function finish({ path, oldPath, status, lines, oldLines, content, binary }: Draft): FileChange {
	return {
		path,
		...(status === 'renamed' ? { oldPath } : {}),
		status,
		lines: status === 'deleted' ? [] : lines,
		oldLines,
		content: content || binary,
	};
}

function withoutPrefix(path: string): string {
	return path.replace(/^[ab]\//, '');
}

/** A tab ends a name with spaces. */
function unquote(written: string): string {
	return unquoteName(written.replace(/\t$/, ''));
}
