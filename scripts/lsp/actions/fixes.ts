import { FIXABLE, proposeFixes } from '../../../src/fixes/index.ts';
import type { Finding, TextEdit } from '../../../src/model/index.ts';
import { renamedFiles } from '../../../src/sources/index.ts';
import { contextOf } from '../../fix/context.ts';
import { mend } from '../../fix/mend.ts';
import type { Spot } from '../spot.ts';
import { difference } from '../workspace-edit.ts';

type Renames = ReadonlyMap<string, string>;

/** What git knows of moved files, asked once for each state of the disk. */
const asked = new WeakMap<object, Promise<Renames>>();

function renamesOf({ view }: Spot): Promise<Renames> {
	const known = asked.get(view.assets);
	if (known) return known;
	const { root, sources } = view.config;
	const found = renamedFiles(
		root,
		sources.map(({ path }) => path),
	).catch((): Renames => new Map());
	asked.set(view.assets, found);
	return found;
}

/** The edits that `check --fix` would make for a finding; undefined where it would make none. */
export async function fixOf(spot: Spot, finding: Finding): Promise<readonly TextEdit[] | undefined> {
	if (!isFixable(finding)) return undefined;
	return proposeFixes([finding], contextOf(spot.view, await renamesOf(spot)))[0]?.edits;
}

/** What `check --fix` would do to this file, as one edit. `isOn` tells what mainstay.yaml has not switched off. */
export async function fixAll(
	spot: Spot,
	findings: readonly Finding[],
	isOn: (finding: Finding) => boolean,
): Promise<TextEdit | undefined> {
	const { view, path, text, today } = spot;
	const { texts } = mend(view, findings, {
		asOf: today,
		renames: await renamesOf(spot),
		// What is switched off and cannot be mended must not look like harm that a fix has done.
		isWanted: (finding) => finding.file === path && (isOn(finding) || !isFixable(finding)),
	});
	const after = texts.get(path);
	return after === undefined || after === text ? undefined : difference(path, text, after);
}

function isFixable({ fix, code }: Finding): boolean {
	return fix !== undefined || FIXABLE.includes(code);
}
