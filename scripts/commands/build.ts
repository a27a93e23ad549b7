import { relative, resolve } from 'node:path';
import { openProject, PHASES } from '../../src/compiler/index.ts';
import { type Bilingual, DOCUMENT_KINDS } from '../../src/model/index.ts';
import { chineseFor, wordsIn } from '../../src/model/wording.ts';
import { type BuildResult, buildSite } from '../../src/site/build.ts';
import { assertFound } from '../check/once.ts';
import { type Arguments, type Command, type Io, textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';
import { ownCall } from '../own-call.ts';
import { reporters, summarize } from '../reporters/index.ts';
import { checkedBase, checkedSite } from '../site-address.ts';
import { sourceLines } from '../source-lines.ts';
import { formatBytes, formatMs, hasColor, PHASE_NAMES, progressReporter } from '../terminal.ts';

export const build: Command = {
	name: 'build',
	usage: '[dir] [options]',
	summary: {
		en: 'Builds the site. Refuses when there are errors, and then writes nothing.',
		'zh-CN': '构建站点。有错误时拒绝构建，不写任何文件。',
	},
	positionals: [0, 1],
	options: {
		out: {
			type: 'string',
			value: 'DIR',
			help: {
				en: 'output folder, replaced as a whole (default: dist)',
				'zh-CN': '输出目录，整体替换（默认 dist）',
			},
		},
		base: {
			type: 'string',
			value: '/path/',
			help: { en: 'path below which the site is served (default: /)', 'zh-CN': '站点所在路径（默认 /）' },
		},
		site: {
			type: 'string',
			value: 'URL',
			help: {
				en: 'address of the site, for sitemap and hreflang',
				'zh-CN': '站点地址，用于站点地图和 hreflang',
			},
		},
		date: DATE_OPTION,
		cache: {
			type: 'boolean',
			help: { en: '--no-cache: build everything anew', 'zh-CN': '--no-cache：全部重新构建' },
		},
	},
	examples: [
		'mainstay build',
		'mainstay build ../erp-docs --out /srv/kb --base /kb/ --site https://erp.example.com',
	],
	run: async (args, io) => {
		const start = performance.now();
		const site = siteUrl(args);
		const base = checkedBase(textOption(args, 'base') ?? '/', '--base');
		const project = await openProject(resolve(io.cwd, args.positionals[0] ?? '.'), {
			named: args.positionals.length > 0,
		});
		if (project.workFolderMoved) {
			io.stderr.write(`${wordsIn(MOVED, args.locale)(project.root, project.workFolder)}\n`);
		}
		const out = resolve(io.cwd, textOption(args, 'out') ?? resolve(project.root, 'dist'));
		const result = await buildSite(project, {
			out,
			base,
			asOf: dayOf(args, io),
			locale: args.locale,
			cache: args.options['cache'] !== false,
			onProgress: progressReporter(io, args.locale),
			...(site ? { siteUrl: site } : {}),
		});
		assertFound(result.compilation, project);
		if (result.diagnostics.length > 0) report(result, project.root, performance.now() - start, args, io);
		if (!result.published) {
			io.stderr.write(
				wordsIn(
					{
						en: 'Nothing was published: mend the errors above first.\n',
						'zh-CN': '没有发布任何内容：请先修复以上错误。\n',
					},
					args.locale,
				),
			);
			return 1;
		}
		const preview = await previewCall(project.root, out, io);
		io.stdout.write(summaryText(result, { out, preview, ms: performance.now() - start }, io, args));
		return 0;
	},
};

const MOVED: Bilingual<(root: string, folder: string) => string> = {
	en: (root, folder) => `note: ${root} cannot be written; cache and staging lie in ${folder}.`,
	'zh-CN': (root, folder) => `注意：${root} 不可写；缓存和暂存内容放在 ${folder}。`,
};

function siteUrl(args: Arguments): string | undefined {
	const text = textOption(args, 'site');
	return text === undefined ? undefined : checkedSite(text, '--site');
}

/** Warnings that a build shows; `check` shows them all. */
const MOST_WARNINGS = 10;

function report(result: BuildResult, root: string, ms: number, args: Arguments, io: Io): void {
	const summary = summarize(result.diagnostics, {
		files: result.compilation.seen,
		documents: result.compilation.graph.nodes.size,
		suppressed: result.compilation.suppressed,
		durationMs: Math.round(ms),
	});
	const warnings = result.diagnostics.filter(({ severity }) => severity === 'warning');
	const shown = new Set(warnings.slice(0, MOST_WARNINGS));
	const text = reporters['pretty']?.({
		diagnostics: result.diagnostics.filter((each) => each.severity === 'error' || shown.has(each)),
		summary,
		locale: args.locale,
		color: hasColor(io.stderr, io),
		lineOf: sourceLines(root),
	});
	io.stderr.write(text ?? '');
	const left = warnings.length - shown.size + summary.hints;
	if (left === 0) return;
	io.stderr.write(
		args.locale === 'en'
			? `${left} more warnings and hints: mainstay check\n`
			: chineseFor(args.locale)`还有 ${left} 个警告和提示：mainstay check\n`,
	);
}

/** The command that shows what was built, as it is typed here. */
async function previewCall(root: string, out: string, io: Io): Promise<string> {
	const place = relative(io.cwd, out) || '.';
	const call = await ownCall('preview', root, io);
	if (place === 'dist') return call;
	const options = `--dir ${/^[\w./-]+$/.test(place) ? place : JSON.stringify(place)}`;
	return call.startsWith('npm run ') ? `${call} -- ${options}` : `${call} ${options}`;
}

function summaryText(
	result: BuildResult,
	{ out, preview, ms }: { readonly out: string; readonly preview: string; readonly ms: number },
	io: Io,
	args: Arguments,
): string {
	const { compilation, published, times } = result;
	const english = args.locale === 'en';
	const zh = chineseFor(args.locale);
	const documents = [...compilation.graph.nodes.values()];
	const count = (values: readonly string[]): string =>
		[...Map.groupBy(values, (value) => value)].map(([value, list]) => `${list.length} ${value}`).join(', ');
	const kinds = DOCUMENT_KINDS.flatMap((kind) =>
		documents.filter((each) => each.kind === kind).map(() => kind),
	);
	const languages = documents.map((each) => each.lang).sort();
	const phases = PHASES.flatMap((phase) => {
		const time = times[phase];
		return time === undefined ? [] : [`${wordsIn(PHASE_NAMES[phase], args.locale)} ${formatMs(time)}`];
	});
	// Kilobytes, by getrusage.
	const memory = formatBytes(process.resourceUsage().maxRSS * 1024);
	const place = relative(io.cwd, out) || '.';
	const excluded = compilation.excluded.join(', ');
	const lines = english
		? [
				`Built ${documents.length} documents into ${place}/ in ${formatMs(ms)}`,
				`  kinds      ${count(kinds)}`,
				`  languages  ${count(languages)}`,
				`  pages      ${published?.pages} (${published?.reused} unchanged), diagrams ${compilation.diagrams}, search records ${published?.searchRecords} (${formatBytes(published?.searchBytes ?? 0)})`,
				...(excluded ? [`  left out   ${excluded}`] : []),
				`  phases     ${phases.join(', ')}`,
				`  memory     ${memory} at most`,
				`Look at it: ${preview}`,
			]
		: [
				zh`已构建 ${documents.length} 篇文档到 ${place}/，用时 ${formatMs(ms)}`,
				zh`  类型  ${count(kinds)}`,
				zh`  语言  ${count(languages)}`,
				zh`  页面  ${published?.pages}（${published?.reused} 未变），图表 ${compilation.diagrams}，搜索记录 ${published?.searchRecords}（${formatBytes(published?.searchBytes ?? 0)}）`,
				...(excluded ? [zh`  未收  ${excluded}`] : []),
				zh`  阶段  ${phases.join('，')}`,
				zh`  内存  最多 ${memory}`,
				zh`查看：${preview}`,
			];
	return `${lines.join('\n')}\n`;
}
