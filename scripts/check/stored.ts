import { stat } from 'node:fs/promises';
// Straight from their files: what checks is not loaded where nothing has changed.
import { checkKey, storedCheck } from '../../src/compiler/stored-check.ts';
import { findProject } from '../../src/config/find.ts';
import type { ChangeSet, MessageLocale } from '../../src/model/index.ts';
import { changesSince } from '../../src/sources/changes.ts';
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
	const stats = await stat(folder).catch(() => undefined);
	if (!stats?.isDirectory()) return undefined;
	const found = await findProject(folder);
	if (named && found.root !== folder) return undefined;
	const key = await checkKey(found, asOf);
	const stored = (await storedCheck(found, key)) as StoredOutcome | undefined;
	if (!stored) return { key };
	const { counts, diagnostics } = stored;
	const told = diagnostics[locale];
	return { key, ...(told && { outcome: { root: found.root, counts, diagnostics: told } }) };
}

/** Asks git what differs from a revision, for the project that a folder most likely belongs to. */
export async function askForChanges(
	folder: string,
	named: boolean,
	since: string,
): Promise<{ readonly root: string; readonly answer: Promise<ChangeSet> } | undefined> {
	const { root } = await findProject(folder);
	if (named && root !== folder) return undefined;
	const answer = changesSince(root, since);
	// It is told when the answer is asked for; until then it must not end the process.
	answer.catch(() => {});
	return { root, answer };
}
