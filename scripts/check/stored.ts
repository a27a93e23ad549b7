// Straight from their files: what checks is not loaded where nothing has changed.
import { checkKey, storedCheck } from '../../src/compiler/stored-check.ts';
import { findProject, isFolder } from '../../src/config/find.ts';
import type { MessageLocale } from '../../src/model/index.ts';
import { beginChanges } from '../../src/sources/changes.ts';
import { sourceLines } from '../source-lines.ts';
import type { CheckOutcome, StoredOutcome } from './outcome.ts';

export interface Lookup {
	/** For {@link CheckOptions.key}. */
	readonly key: string;
	/** What the last check of the same found. */
	readonly outcome?: CheckOutcome;
}

/**
 * Looks whether a check of the folder (absolute) was made before and nothing it depends on has changed. Undefined where
 * that cannot be told without opening the project.
 */
export async function lookUp(
	folder: string,
	{ named, asOf, locale }: { readonly named: boolean; readonly asOf: string; readonly locale: MessageLocale },
): Promise<Lookup | undefined> {
	if (!(await isFolder(folder))) return undefined;
	const found = await findProject(folder);
	if (named && found.root !== folder) return undefined;
	const key = await checkKey(found, asOf);
	const stored = (await storedCheck(found, key)) as StoredOutcome | undefined;
	if (!stored) return { key };
	const { counts, diagnostics, lines } = stored;
	const told = diagnostics[locale];
	const { root } = found;
	return {
		key,
		...(told && { outcome: { root, counts, diagnostics: told, lineOf: sourceLines(root, lines) } }),
	};
}

/** What git was asked; the answer fails with a UserError where the revision cannot be used. */
export interface Asked {
	readonly root: string;
	readonly answer: ReturnType<typeof beginChanges>;
}

/** Asks git what differs from a revision, for the project that a folder most likely belongs to. */
export async function askForChanges(
	folder: string,
	named: boolean,
	since: string,
): Promise<Asked | undefined> {
	if (!(await isFolder(folder))) return undefined;
	const { root } = await findProject(folder);
	if (named && root !== folder) return undefined;
	const answer = beginChanges(root, since);
	// It is told when the answer is asked for; until then it must not end the process.
	answer.then(({ changes }) => changes).catch(() => {});
	return { root, answer };
}
