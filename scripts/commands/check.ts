import { resolve } from 'node:path';
import { UserError } from '../../src/model/index.ts';
import { numberOption } from '../arguments.ts';
import type { CheckRun } from '../check/once.ts';
import { type CheckOutcome, reportText } from '../check/outcome.ts';
import { scopeText } from '../check/scope.ts';
import { askForChanges, lookUp } from '../check/stored.ts';
import { type Arguments, type Command, type Io, textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';
import { reporters, summarize } from '../reporters/index.ts';
import { hasColor, progressReporter } from '../terminal.ts';

export const check: Command = {
	name: 'check',
	usage: '[dir] [options]',
	summary: {
		en: 'Finds every problem in the documents, each with file, line, column, cause and next step.',
		'zh-CN': '找出文档中的所有问题，每个都给出文件、行、列、原因和下一步。',
	},
	positionals: [0, 1],
	options: {
		format: {
			type: 'string',
			choices: Object.keys(reporters),
			help: { en: 'output format (default: pretty)', 'zh-CN': '输出格式（默认 pretty）' },
		},
		'max-warnings': {
			type: 'string',
			value: 'n',
			help: {
				en: 'fail above n warnings; 0 is strict (default: warnings do not fail)',
				'zh-CN': '警告超过 n 个即失败；0 为严格模式（默认警告不算失败）',
			},
		},
		fix: {
			type: 'boolean',
			help: {
				en: 'mend what is safe, then report what is left',
				'zh-CN': '先修复可以安全修复的问题，再报告剩余的',
			},
		},
		'dry-run': {
			type: 'boolean',
			help: {
				en: 'with --fix: show the changes as a diff, touch nothing',
				'zh-CN': '与 --fix 同用：以 diff 显示改动，不改任何文件',
			},
		},
		since: {
			type: 'string',
			value: 'REV',
			help: {
				en: 'only what differs from this revision, and the notes that cover changed code (main, v1.2, a..b)',
				'zh-CN': '只检查与该版本不同之处，以及覆盖被改代码的文档（main、v1.2、a..b）',
			},
		},
		watch: {
			type: 'boolean',
			help: { en: 'check again after every save', 'zh-CN': '每次保存后重新检查' },
		},
		date: DATE_OPTION,
		cache: {
			type: 'boolean',
			help: { en: '--no-cache: check everything anew', 'zh-CN': '--no-cache：全部重新检查' },
		},
	},
	examples: [
		'mainstay check',
		'mainstay check ../erp-docs --format json > findings.json',
		'mainstay check --max-warnings 0',
		'mainstay check --since origin/main --format github',
		'mainstay check --fix --dry-run',
	],
	run: async (args, io) => {
		const allowed = numberOption(args, 'max-warnings', 0, 1_000_000) ?? Number.POSITIVE_INFINITY;
		let start = performance.now();
		const check = async (): Promise<CheckRun> => {
			start = performance.now();
			return runCheck(args, io);
		};
		const show = async (outcome: CheckOutcome): Promise<number> => {
			const durationMs = Math.round(performance.now() - start);
			const summary = summarize(outcome.diagnostics, { ...outcome.counts, durationMs });
			const style = { locale: args.locale, color: hasColor(io.stdout, io) };
			// In a dry run the diff is what stdout carries.
			if (args.options['dry-run'] !== true) {
				io.stdout.write(await reportText(outcome, textOption(args, 'format') ?? 'pretty', summary, style));
			}
			if (outcome.scope) io.stderr.write(scopeText(outcome.scope, args.locale));
			return summary.errors > 0 || summary.warnings > allowed ? 1 : 0;
		};
		const isPlain = !['since', 'fix', 'dry-run', 'watch'].some((name) => args.options[name] !== undefined);
		if (isPlain && args.options['cache'] !== false) {
			const known = await lookUp(folderOf(args, io), {
				named: args.positionals.length > 0,
				asOf: dayOf(args, io),
				locale: args.locale,
			});
			return show(known?.outcome ?? (await runCheck(args, io, known?.key)));
		}
		const first = await check();
		if (args.options['watch'] !== true) return show(first);
		const { watchChecks } = await import('../check/watch.ts');
		await watchChecks(
			first,
			check,
			async (run) => {
				await show(run);
			},
			io,
			args.locale,
		);
		return 0;
	},
};

function folderOf(args: Arguments, io: Io): string {
	return resolve(io.cwd, args.positionals[0] ?? '.');
}

/** Checks; `key` is what the result is kept under. */
async function runCheck(args: Arguments, io: Io, key?: string): Promise<CheckRun> {
	const isFixing = fixMode(args);
	const folder = folderOf(args, io);
	const named = args.positionals.length > 0;
	const since = textOption(args, 'since');
	// Git works while the checks are loaded.
	const changes = since === undefined ? undefined : await askForChanges(folder, named, since);
	const cache = args.options['cache'] !== false;
	// What it starts must not wait for what else is loaded to check.
	await (await import('../../src/compiler/early-worker.ts')).startEarly(folder, cache, Date.now());
	const [{ openProject }, { checkOnce }] = await Promise.all([
		import('../../src/compiler/project.ts'),
		import('../check/once.ts'),
	]);
	// A wrong revision is told before anything is read or written.
	await changes?.answer;
	const project = await openProject(folder, { named, cache });
	const settings = {
		asOf: dayOf(args, io),
		locale: args.locale,
		cache,
		onProgress: progressReporter(io, args.locale),
		...(since === undefined ? {} : { since }),
		...(changes?.root === project.root ? { changes: changes.answer } : {}),
		...(key === undefined ? {} : { key }),
	};
	const run = await checkOnce(project, settings);
	if (!isFixing) return run;
	const { fixFindings } = await import('../fix/fix.ts');
	const mended = await fixFindings(run, io, { ...settings, dryRun: isFixing === 'dry-run' });
	return mended > 0 && isFixing === 'write' ? checkOnce(project, settings) : run;
}

/** Whether and how to mend. @throws UserError for options that do not go together. */
function fixMode({ options }: Arguments): 'write' | 'dry-run' | undefined {
	const dryRun = options['dry-run'] === true;
	if (options['fix'] !== true) {
		if (!dryRun) return undefined;
		throw new UserError('flag-alone', 'The option --dry-run needs --fix.', 'mainstay check --fix --dry-run');
	}
	if (options['watch'] === true) {
		throw new UserError(
			'flags-together',
			'Use --fix or --watch, not both.',
			'Files that are being edited are not mended.',
		);
	}
	return dryRun ? 'dry-run' : 'write';
}
