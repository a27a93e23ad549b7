import { join } from 'node:path';
import { type Project, toDiagnostics } from '../../src/compiler/index.ts';
import { unifiedDiff } from '../../src/fixes/index.ts';
import { type MessageLocale, phrase, UserError } from '../../src/model/index.ts';
import { inert } from '../../src/model/inert.ts';
import { wordsIn } from '../../src/model/wording.ts';
import { conflictedFiles, isCommitted } from '../../src/sources/index.ts';
import type { Io } from '../command.ts';
import { markOf } from '../fix/files.ts';
import { removeLeftOvers } from '../fix/temporary-files.ts';
import { openWorld } from '../fix/world.ts';
import { uninterrupted } from '../uninterrupted.ts';
import { type Named, readMove } from './move.ts';
import { type MovePlan, planMove } from './plan.ts';
import { stalePatterns } from './settings.ts';
import { moveTexts } from './texts.ts';
import { writeMove } from './write.ts';

export interface MoveOptions {
	readonly asOf: string;
	readonly locale: MessageLocale;
	/** Show what would be done as a unified diff on stdout; touch nothing. */
	readonly dryRun: boolean;
	/** Go on although something would get worse. */
	readonly force: boolean;
}

/** Moves, or tells why not: 0 done, 1 refused because something would get worse. */
export async function move(project: Project, named: Named, io: Io, options: MoveOptions): Promise<number> {
	const { asOf } = options;
	const world = await openWorld(project);
	const { root, config } = project;
	const moves = await readMove(world, named);
	const plan = await planMove(world, moves, { asOf, isCommitted: (file) => isCommitted(root, file) });
	await assertNoConflicts(root, plan);
	const words = wordsIn(moveTexts, options.locale);
	const worse = worseLines(plan, project, options);
	const stale = (await stalePatterns(config, moves)).map((each) => `${inert(words.staleGlob(each))}\n`);
	if (worse.length > 0 && !options.force) {
		io.stderr.write([words.refused, ...worse].map((line) => `${inert(line)}\n`).join('') + stale.join(''));
		return 1;
	}
	if (options.dryRun) io.stdout.write(await diffOf(root, plan));
	else {
		io.stderr.write(await removeLeftOvers(root, world.assets.keys(), options.locale));
		await uninterrupted(() => writeMove(root, plan));
	}
	const report = [...doneLines(plan, options), ...worse].map((line) => `${inert(line)}\n`);
	(options.dryRun ? io.stderr : io.stdout).write(report.join(''));
	io.stderr.write(stale.join(''));
	return 0;
}

/** Files that a merge left undecided are nobody's to rewrite. */
async function assertNoConflicts(root: string, { texts }: MovePlan): Promise<void> {
	const conflicted = await conflictedFiles(root);
	const file = texts.find((each) => conflicted.has(each.file))?.file;
	if (file === undefined) return;
	throw new UserError(
		'merge-conflict',
		phrase`${file} has an unresolved merge conflict.`,
		'Resolve it first.',
	);
}

async function diffOf(root: string, { texts, move: { files } }: MovePlan): Promise<string> {
	const known = new Set(texts.map(({ file }) => file));
	const others = [...files].filter(([file]) => !known.has(file));
	const changed = texts.map(async (text) => {
		const mark = await markOf(join(root, text.file));
		return unifiedDiff({ ...text, before: mark + text.before, after: mark + text.after });
	});
	return [
		...(await Promise.all(changed)),
		...others.map(([file, newFile]) => unifiedDiff({ file, newFile, before: '', after: '' })),
	].join('');
}

function worseLines(plan: MovePlan, { config }: Project, { locale }: MoveOptions): string[] {
	const words = wordsIn(moveTexts, locale);
	const diagnostics = toDiagnostics(plan.findings, config.rules, locale, 'check').filter(
		({ severity }) => severity !== 'hint',
	);
	return [
		...plan.changedDocuments.map(({ before, after }) => words.becomes(before, after)),
		...plan.lostLinks.map(({ file, reference }) => words.lostLink(file, reference)),
		...diagnostics.map(
			({ file, range, code, message }) =>
				`  ${file}:${range.start.line}:${range.start.column}  ${code}  ${message}`,
		),
	];
}

function doneLines(
	{ move, texts, redirects, unclearRedirects }: MovePlan,
	{ locale, dryRun }: MoveOptions,
): string[] {
	const words = wordsIn(moveTexts, locale);
	const rewritten = texts.filter(({ links }) => links > 0);
	const links = rewritten.reduce((sum, each) => sum + each.links, 0);
	return [
		...move.renames.map(([from, to]) => `${from} → ${to}`),
		...redirects.map(({ file, address }) => words.redirect(file, address)),
		...unclearRedirects.map(({ file, address }) => words.redirectByHand(file, address)),
		words.links(links, rewritten.length),
		...(dryRun ? [words.dryRun] : []),
	];
}
