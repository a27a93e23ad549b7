import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { MAINSTAY_VERSION } from '../../src/compiler/own-version.ts';
import { type InterfaceLanguage, phrase, UserError } from '../../src/model/index.ts';
import { systemLocale } from '../arguments.ts';
import { type Arguments, type Command, type Io, textOption } from '../command.ts';
import { dayOf } from '../date.ts';
import type { Terminal } from '../init/ask.ts';
import type { Choices } from '../init/choices.ts';
import { settle, type Wishes } from '../init/defaults.ts';
import { findDocuments, presentFiles } from '../init/disk.ts';
import { wishesOf } from '../init/flags.ts';
import type { Reported } from '../init/notes.ts';
import { INIT_OPTIONS } from '../init/options.ts';
import { type Action, planOf } from '../init/plan.ts';
import { reportText } from '../init/report.ts';
import { type Survey, survey } from '../init/survey.ts';
import { wantedFiles } from '../init/wanted.ts';
import { INIT_WORDS } from '../init/words.ts';
import { writeActions } from '../init/write.ts';

export const init: Command = {
	name: 'init',
	usage: '[dir] [options]',
	summary: {
		en: 'Starts a knowledge base: settings, one example of each kind, editor settings, a commit hook, pipelines. Nothing that is there is overwritten.',
		'zh-CN': '新建知识库：设置、每种类型一篇示例、编辑器设置、提交钩子、流水线。已有的文件一律不覆盖。',
	},
	positionals: [0, 1],
	options: INIT_OPTIONS,
	examples: [
		'mainstay init',
		'mainstay init --yes --lang zh-CN',
		'mainstay init --yes --lang en --dir docs/kb --ci gitlab --hook none',
		'mainstay init --yes --dry-run',
	],
	run: async (args, io) => {
		const root = await projectFolder(args, io);
		const surveyed = await survey(root, MAINSTAY_VERSION);
		const day = dayOf(args, io);
		const wishes = wishesOf(args);
		const terminal = terminalOf(args, io);
		if (!terminal) {
			const choices = await settle(wishes, surveyed.surroundings, root, systemLocale(io));
			return finish(await planned(choices, surveyed, day), surveyed, root, args, io);
		}
		return withQuestions(wishes, surveyed, root, day, terminal, args, io);
	},
};

async function projectFolder(args: Arguments, io: Io): Promise<string> {
	const named = resolve(io.cwd, args.positionals[0] ?? '.');
	const stats = await stat(named).catch(() => undefined);
	if (!stats)
		throw new UserError(
			'folder-missing',
			phrase`There is no folder ${named}.`,
			'Make it first, or check the path.',
		);
	if (!stats.isDirectory())
		throw new UserError('not-a-folder', phrase`${named} is a file.`, 'Name a folder.');
	return realpath(named);
}

/** Questions only where somebody sits at both ends. */
function terminalOf(args: Arguments, io: Io): Terminal | undefined {
	const { stdin, stdout, signal } = io;
	const isAsking =
		args.options['yes'] !== true && stdin?.isTTY === true && stdout.isTTY === true && !io.env['CI'];
	if (!isAsking || !(stdin instanceof Readable) || !(stdout instanceof Writable)) return undefined;
	return { input: stdin, output: stdout, ...(signal ? { signal } : {}) };
}

interface Planned {
	readonly choices: Choices;
	readonly actions: readonly Action[];
}

async function planned(choices: Choices, { top, surroundings }: Survey, day: string): Promise<Planned> {
	const wanted = wantedFiles(choices, surroundings, day);
	const present = await presentFiles(
		top,
		wanted.map(({ path }) => path),
	);
	return { choices, actions: planOf(wanted, present) };
}

async function withQuestions(
	wishes: Wishes,
	surveyed: Survey,
	root: string,
	day: string,
	terminal: Terminal,
	args: Arguments,
	io: Io,
): Promise<number> {
	const { askLanguage, askToWrite, askWishes, Cancelled } = await import('../init/ask.ts');
	const system = systemLocale(io);
	const { surroundings } = surveyed;
	const known = wishes.language ?? surroundings.settings?.language;
	let language = known ?? system;
	try {
		language = known ?? (await askLanguage(system, terminal));
		const answers = await askWishes(wishes, language, surroundings, root, terminal);
		const plan = await planned(await settle(answers, surroundings, root, system), surveyed, day);
		const changes = plan.actions.filter((action) => action.do !== 'keep').length;
		if (args.options['dry-run'] !== true) await askToWrite(changes, language, terminal);
		return await finish(plan, surveyed, root, args, io);
	} catch (error) {
		if (!(error instanceof Cancelled)) throw error;
		io.stderr.write(`${INIT_WORDS[language].ask.cancelled}\n`);
		return 2;
	}
}

async function finish(
	{ choices, actions }: Planned,
	{ top, surroundings }: Survey,
	root: string,
	args: Arguments,
	io: Io,
): Promise<number> {
	const dryRun = args.options['dry-run'] === true;
	if (!dryRun) await writeActions(top, actions);
	const reported: Reported = {
		choices,
		surroundings,
		actions,
		top,
		cwd: io.cwd,
		dryRun,
		language: spokenLanguage(choices, args),
		otherFolder:
			surroundings.settings !== undefined && (wishesOf(args).docs ?? choices.docs) !== choices.docs,
		guessed: textOption(args, 'ci') === undefined,
	};
	const beside = textOption(args, 'dir') === undefined ? await pagesBeside(choices, reported, root) : {};
	const findings = dryRun ? {} : await findingsIn(choices, reported, root, args, io);
	io.stdout.write(reportText({ ...reported, ...beside, ...findings }));
	return 0;
}

/** Who works in a language is spoken to in it, unless the command line says otherwise. */
function spokenLanguage({ language }: Choices, { options, locale }: Arguments): InterfaceLanguage {
	return options['locale'] === undefined ? language : locale;
}

async function pagesBeside(
	{ docs }: Choices,
	{ surroundings }: Reported,
	root: string,
): Promise<Pick<Reported, 'beside'>> {
	if (surroundings.settings !== undefined || docs === 'docs' || docs.startsWith('docs/')) return {};
	const { count } = await findDocuments(join(root, 'docs'));
	return count === 0 ? {} : { beside: { folder: 'docs', count } };
}

/** Documents that were there are checked at once: their owner learns now what a pipeline would say. */
async function findingsIn(
	{ present }: Choices,
	{ surroundings }: Reported,
	root: string,
	args: Arguments,
	io: Io,
): Promise<Pick<Reported, 'findings'>> {
	if (present.count === 0 || surroundings.settings !== undefined) return {};
	const [{ openProject }, { checkOnce }] = await Promise.all([
		import('../../src/compiler/index.ts'),
		import('../check/once.ts'),
	]);
	const { diagnostics } = await checkOnce(await openProject(root), {
		asOf: dayOf(args, io),
		locale: args.locale,
		cache: true,
	});
	const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length;
	return { findings: { errors: count('error'), warnings: count('warning') } };
}
