import { join } from 'node:path';
import { catalogue, type Project } from '../../src/compiler/index.ts';
import { placesOf, unifiedDiff } from '../../src/fixes/index.ts';
import type { Finding, MessageLocale } from '../../src/model/index.ts';
import { inert } from '../../src/model/inert.ts';
import { chineseFor } from '../../src/model/wording.ts';
import { mergeConflict } from '../../src/rules/body/merge-conflict.ts';
import { renamedFiles } from '../../src/sources/index.ts';
import type { CheckRun } from '../check/once.ts';
import type { Io } from '../command.ts';
import { uninterrupted } from '../uninterrupted.ts';
import { markOf, rewriteFiles } from './files.ts';
import { type Mended, type Mending, mend } from './mend.ts';
import { shownChange } from './shown-change.ts';
import { removeLeftOvers } from './temporary-files.ts';
import { readWorld, type World } from './world.ts';

export interface FixOptions {
	readonly asOf: string;
	readonly locale: MessageLocale;
	/** Show what would be done as a unified diff on stdout; touch nothing. */
	readonly dryRun: boolean;
}

/**
 * Mends what is safe of a check's findings and says on stderr what that was. The files are written all or none,
 * each whole. Returns the number of findings mended.
 */
export async function fixFindings(run: CheckRun, io: Io, options: FixOptions): Promise<number> {
	const { project, compilation } = run;
	const world = await readWorld(project, compilation.graph);
	if (!options.dryRun) {
		io.stderr.write(await removeLeftOvers(project.root, world.assets.keys(), options.locale));
	}
	const shown = new Set(run.diagnostics.map(placeOf));
	const undecided = new Set(
		compilation.findings.filter(({ code }) => code === mergeConflict.code).map(({ file }) => file),
	);
	// Files that a merge left undecided are nobody's to rewrite.
	const findings = compilation.findings.filter(
		(finding) => shown.has(placeOf(finding)) && !undecided.has(finding.file),
	);
	const files = new Set(findings.map(({ file }) => file));
	const folders = project.config.sources.map(({ path }) => path);
	const mending = mend(world, findings, {
		asOf: options.asOf,
		renames: await renamedFiles(project.root, folders),
		isWanted: (finding) => isOn(finding, project) && files.has(finding.file),
	});
	if (options.dryRun) {
		for (const [file, text] of mending.texts) io.stdout.write(await diffOf(file, text, world));
	} else await writeTexts(mending.texts, world);
	io.stderr.write(report(mending, options));
	return mending.mended.length;
}

function placeOf({ code, file, range }: Pick<Finding, 'code' | 'file' | 'range'>): string {
	return `${code} ${range.start.line}:${range.start.column} ${file}`;
}

/** What mainstay.yaml switches off, nobody wants mended either. */
function isOn({ code }: Finding, { config }: Project): boolean {
	const definition = catalogue.get(code);
	return definition?.fixed === true || config.rules.get(definition?.rule ?? '') !== 'off';
}

async function diffOf(file: string, text: string, { sources, config }: World): Promise<string> {
	const mark = await markOf(join(config.root, file));
	return unifiedDiff({ file, before: mark + (sources.get(file)?.text ?? ''), after: mark + text });
}

async function writeTexts(texts: Mending['texts'], { sources, config }: World): Promise<void> {
	await uninterrupted(() =>
		rewriteFiles(
			[...texts].map(([file, text]) => {
				const hash = sources.get(file)?.hash ?? '';
				return { path: join(config.root, file), name: file, hash, text };
			}),
		),
	);
}

function report({ mended, texts, exhausted }: Mending, { locale, dryRun }: FixOptions): string {
	const lines = mended.map(lineOf);
	const [count, files] = [mended.length, texts.size];
	if (locale !== 'en') {
		const zh = chineseFor(locale);
		if (count === 0) return zh`没有可以安全自动修复的问题。\n`;
		lines.push(
			dryRun
				? zh`可以修复 ${count} 处，涉及 ${files} 个文件；没有改动任何文件。`
				: zh`已修复 ${count} 处，涉及 ${files} 个文件。`,
		);
		if (exhausted) lines.push(zh`还有可以修复的问题，请再运行一次。`);
	} else {
		if (count === 0) return 'Nothing that can be mended safely.\n';
		const what = `${count} ${count === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'}`;
		lines.push(dryRun ? `Would mend ${what}; no file was touched.` : `Mended ${what}.`);
		if (exhausted) lines.push('There is more to mend: run it again.');
	}
	return `${lines.map(inert).join('\n')}\n`;
}

/** `docs/a.md:3:9  MS203  stock.md → Stock.md`. */
function lineOf({ finding, edits, text }: Mended): string {
	const places = placesOf(text);
	const changes = edits.map(({ range, newText }) => shownChange(places.slice(range), newText));
	const { line, column } = edits[0]?.range.start ?? finding.range.start;
	return `${finding.file}:${line}:${column}  ${finding.code}  ${changes.join('; ')}`;
}
