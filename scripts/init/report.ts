import { isAbsolute, join, relative } from 'node:path';
import { notes, type Reported } from './notes.ts';
import type { Action } from './plan.ts';
import { addCommand, typed } from './runner.ts';
import { INIT_WORDS } from './words.ts';

/** What was done, what is left to the owner, and the next commands. Pure. */
export function reportText(reported: Reported): string {
	const { actions, dryRun, language } = reported;
	const words = INIT_WORDS[language];
	const changes = actions.some((action) => action.do !== 'keep');
	const blocks = [
		[...actions.map((action) => actionLine(action, reported)), ...keptDocuments(reported)],
		...(dryRun ? actions.flatMap((action) => contents(action, reported)) : []),
		dryRun ? [words.dryRun] : changes ? [] : [words.nothing],
		notes(reported),
		byHand(reported),
		dryRun ? [] : nextSteps(reported),
	];
	return `${blocks
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n')}\n`;
}

function shown(path: string, { top, cwd }: Reported): string {
	const way = relative(cwd, join(top, path));
	return way === '' || isAbsolute(way) ? join(top, path) : way;
}

function actionLine(action: Action, reported: Reported): string {
	const words = INIT_WORDS[reported.language];
	const path = shown(action.path, reported);
	if (action.do === 'write') return `  ${reported.dryRun ? words.wouldWrite : words.written}  ${path}`;
	if (action.do === 'keep') return `  ${words.kept}  ${path}`;
	return `  ${reported.dryRun ? words.wouldAdd : words.added}  ${path}: ${action.lines.join(' ')}`;
}

/** With the settings there already, documents are not looked at one by one. */
function keptDocuments(reported: Reported): string[] {
	const { choices, surroundings, language } = reported;
	const { present, docs } = choices;
	if (surroundings.settings === undefined || present.count === 0) return [];
	const words = INIT_WORDS[language];
	const folder = shown(`${surroundings.prefix}${docs}`, reported);
	return [`  ${words.kept}  ${folder}/ (${words.documents(present.count)})`];
}

function contents(action: Action, reported: Reported): string[][] {
	if (action.do === 'keep') return [];
	const lines = action.do === 'write' ? action.text.trimEnd().split('\n') : action.lines;
	return [[`── ${shown(action.path, reported)}`, ...lines]];
}

function byHand(reported: Reported): string[] {
	const words = INIT_WORDS[reported.language];
	const blocks = reported.actions.flatMap((action) => {
		if (action.do !== 'keep' || action.byHand === undefined) return [];
		const lines = action.byHand.lines.map((line) => `      ${line}`);
		return [`  ${words.addTo(shown(action.path, reported))}`, ...lines];
	});
	return blocks.length === 0 ? [] : [words.byHand, ...blocks];
}

function nextSteps({ language, surroundings }: Reported): string[] {
	const words = INIT_WORDS[language];
	const { install, version } = surroundings;
	const run = typed(install);
	const commands: readonly (readonly [command: string, why: string])[] = [
		[`${run} check`, words.nextCheck],
		[`${run} dev`, words.nextDev],
		[`${run} new runbook "${words.newTitle}" --group FIN`, words.nextNew],
	];
	const width = Math.max(...commands.map(([command]) => displayWidth(command)));
	return [
		words.next,
		...commands.map(([command, why]) => {
			return `  ${command}${' '.repeat(width - displayWidth(command))}  ${why}`;
		}),
		...(install.listed === undefined ? ['', words.install(addCommand(install, version))] : []),
	];
}

/** Columns on a terminal: Han and full-width signs take two. */
function displayWidth(text: string): number {
	return [...text].reduce((sum, each) => sum + (/[\u2e80-\u9fff\uff00-\uffef]/.test(each) ? 2 : 1), 0);
}
