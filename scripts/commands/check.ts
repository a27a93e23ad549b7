import { resolve } from 'node:path';
import {
	type Compilation,
	compile,
	openProject,
	type Project,
	toDiagnostics,
} from '../../src/compiler/index.ts';
import { UserError } from '../../src/model/index.ts';
import { numberOption } from '../arguments.ts';
import { type Arguments, type Command, type Io, textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';
import { reporters, summarize } from '../reporters/index.ts';
import { hasColor, progressReporter, sourceLines } from '../terminal.ts';

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
		'mainstay check --fix --dry-run',
	],
	run: async (args, io) => {
		const start = performance.now();
		const allowed = numberOption(args, 'max-warnings', 0, 1_000_000) ?? Number.POSITIVE_INFINITY;
		const project = await openProject(resolve(io.cwd, args.positionals[0] ?? '.'), {
			named: args.positionals.length > 0,
		});
		const settings = {
			target: 'check' as const,
			asOf: dayOf(args, io),
			cache: args.options['cache'] !== false,
			onProgress: progressReporter(io, args.locale),
		};
		const found = await compile(project, settings);
		assertFound(found, project);
		const mended = await fixIfAsked(project, found, args, io, settings.asOf);
		const compilation = mended > 0 ? await compile(project, settings) : found;
		const diagnostics = toDiagnostics(compilation.findings, project.config.rules, args.locale, 'check');
		const summary = summarize(diagnostics, {
			files: compilation.seen,
			documents: compilation.graph.nodes.size,
			suppressed: compilation.suppressed,
			durationMs: Math.round(performance.now() - start),
		});
		const failed = summary.errors > 0 || summary.warnings > allowed ? 1 : 0;
		// The diff is what stdout carries then.
		if (args.options['dry-run']) return failed;
		const report = reporters[textOption(args, 'format') ?? 'pretty'];
		const color = hasColor(io.stdout, io);
		io.stdout.write(
			report?.({ diagnostics, summary, locale: args.locale, color, lineOf: sourceLines(project.root) }) ?? '',
		);
		return failed;
	},
};

/** Mends what is safe when `--fix` is given; the number of findings that are gone from the files. */
async function fixIfAsked(
	project: Project,
	compilation: Compilation,
	args: Arguments,
	io: Io,
	asOf: string,
): Promise<number> {
	const dryRun = args.options['dry-run'] === true;
	if (args.options['fix'] !== true) {
		if (!dryRun) return 0;
		throw new UserError('flag-alone', 'The option --dry-run needs --fix.', 'mainstay check --fix --dry-run');
	}
	const { fixFindings } = await import('../fix/fix.ts');
	const count = await fixFindings(project, compilation, io, { asOf, locale: args.locale, dryRun });
	return dryRun ? 0 : count;
}

/** An empty folder is more often a wrong path than an empty knowledge base. */
export function assertFound({ seen, findings }: Compilation, project: Project): void {
	// Settings that name a wrong folder are findings already, with the place to mend.
	if (seen > 0 || findings.length > 0) return;
	const folders = project.config.sources.map((source) => source.path).join(', ');
	throw new UserError(
		'no-documents',
		`No documents (.md, .mdx) found in ${resolve(project.root, folders)}.`,
		'Name the folder of the knowledge base, or set `docs` in mainstay.yaml.',
	);
}
