import { type ChangeSet, FILE_START, type Finding, type TouchedCode } from '../model/index.ts';
import { codeGone } from './findings.ts';
import { type CodeNote, isHere, resolved } from './notes.ts';

/**
 * Entries that name a file which the change takes away. `asked` are the places at which the note is asked for anyhow:
 * whoever brings it up to date comes upon its entry first.
 */
export function goneCode(
	notes: readonly CodeNote[],
	asked: readonly TouchedCode[],
	{ files, prefix, names }: ChangeSet,
): Finding[] {
	const left = files.filter(({ status }) => status === 'deleted' || status === 'renamed');
	if (left.length === 0) return [];
	return notes.flatMap(({ id, original, code }) =>
		code.flatMap(({ pointer, path, repo }) => {
			if (!isHere(repo, names)) return [];
			const written = [resolved(path), resolved(prefix + path)];
			const change = left.find(({ path: now, oldPath = now }) => written.includes(oldPath));
			if (!change || asked.some((each) => each.id === id && each.change === change)) return [];
			const { oldPath } = change;
			return [
				{
					code: codeGone.code,
					file: original.file,
					range: original.positions[`${pointer}/path`]?.value ?? FILE_START,
					params: { id, path: oldPath ?? change.path },
					...(oldPath === undefined ? {} : { suggestions: [{ value: change.path }] }),
				},
			];
		}),
	);
}
