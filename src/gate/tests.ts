import { type ChangeSet, FILE_START, type Finding, type TouchedCode } from '../model/index.ts';
import { testGone, testUntouched } from './findings.ts';
import type { CodeNote } from './notes.ts';
import { spansText } from './spans.ts';

/** Compares the diff with the tests that notes name: those that are gone, and code that changed without any of them. */
export function testFindings(
	notes: readonly CodeNote[],
	touched: readonly TouchedCode[],
	{ files }: ChangeSet,
): Finding[] {
	const present = files.filter(({ status }) => status !== 'deleted').map(({ path }) => path);
	const left = files.flatMap(({ path, oldPath, status }) =>
		status === 'deleted' ? [path] : oldPath === undefined ? [] : [oldPath],
	);
	return notes.flatMap((note) => {
		const named = note.tests.flatMap((test) => {
			const path = testPath(test.name);
			return path === undefined ? [] : [{ ...test, path }];
		});
		const gone = named.flatMap(({ path, pointer }) => {
			const file = left.find((each) => isSame(each, path));
			return file === undefined ? [] : [at(note, pointer, testGone.code, { path: file, id: note.id })];
		});
		const own = touched.filter(
			({ id, change }) =>
				id === note.id &&
				// Code that only moved is proved by what proved it.
				(change.content || change.status === 'deleted') &&
				!named.some(({ path }) => isSame(change.path, path)),
		);
		const isTouched = named.some(({ path }) => present.some((file) => isSame(file, path)));
		if (gone.length > 0 || own.length === 0 || named.length === 0 || isTouched) return gone;
		const paths = own
			.slice(0, 3)
			.map(({ change, lines }) => `\`${change.path}\`${lines.length > 0 ? `:${spansText(lines)}` : ''}`);
		const first = named[0]?.pointer ?? '/tests';
		return [at(note, first, testUntouched.code, { id: note.id, paths: paths.join(', ') })];
	});
}

/** `sales/test_hold.py::test_x` is the file `sales/test_hold.py`; what is no path (a manual test) is undefined. */
function testPath(name: string): string | undefined {
	const path = name.trim().split(/::|#|\s/)[0] ?? '';
	return /^[\w./@+-]+\.[A-Za-z]\w*$/.test(path) ? path.replace(/^\.?\//, '') : undefined;
}

/** Notes name tests from the root of an app as often as from that of the repository. */
function isSame(file: string, path: string): boolean {
	return file === path || file.endsWith(`/${path}`);
}

function at({ original }: CodeNote, pointer: string, code: string, params: Finding['params']): Finding {
	return { code, file: original.file, range: original.positions[pointer]?.value ?? FILE_START, params };
}
