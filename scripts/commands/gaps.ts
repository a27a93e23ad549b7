import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Bilingual, MessageLocale } from '../../src/model/index.ts';
import { chineseFor, wordsIn } from '../../src/model/wording.ts';
import {
	type Gap,
	type GapFault,
	openSite,
	parseGaps,
	type RankedGap,
	rankGaps,
} from '../../src/search/index.ts';
import { numberOption } from '../arguments.ts';
import { type Command, textOption } from '../command.ts';
import { builtFolder } from './preview.ts';

/** Version of the JSON output. */
const SCHEMA_VERSION = 1;

export const gaps: Command = {
	name: 'gaps',
	usage: '<file>... [options]',
	summary: {
		en: 'Ranks the questions that readers exported from the search by how often they were asked and how badly the site answers them now.',
		'zh-CN': '把读者从搜索页导出的问题，按提问次数和站点目前答得有多差排序。',
	},
	positionals: [1, Number.POSITIVE_INFINITY],
	options: {
		site: {
			type: 'string',
			value: 'DIR',
			help: { en: 'the built site (default: dist)', 'zh-CN': '已构建的站点（默认 dist）' },
		},
		limit: {
			type: 'string',
			value: 'n',
			help: { en: 'most questions (default: 50)', 'zh-CN': '问题上限（默认 50）' },
		},
		json: { type: 'boolean', help: { en: 'JSON on stdout', 'zh-CN': '输出 JSON' } },
	},
	examples: ['mainstay gaps gaps-li.json gaps-wang.json', 'mainstay gaps exports/*.json --json'],
	run: async (args, io) => {
		const limit = numberOption(args, 'limit', 1, 10_000) ?? 50;
		const folder = await builtFolder(textOption(args, 'site'), undefined, io.cwd);
		const paths = [...new Set(args.positionals.map((path) => resolve(io.cwd, path)))];
		const files = await Promise.all(paths.map(readGapFile));
		const faults = files.flatMap((file) => file.faults);
		const site = await openSite(folder);
		const ranked = await rankGaps(
			files.flatMap((file) => file.gaps),
			({ query, lang }) => site.search(query, { limit: 1, lang }),
		);
		await site.close();
		for (const fault of faults) io.stderr.write(`${faultText(fault, args.locale)}\n`);
		const shown = ranked.slice(0, limit);
		io.stdout.write(
			args.options['json'] ? asJson(shown, ranked.length, faults) : asText(shown, ranked.length, args.locale),
		);
		return faults.length > 0 ? 1 : 0;
	},
};

interface FileFault {
	readonly file: string;
	readonly type: GapFault['type'] | 'unreadable';
	/** Place of the entry in the file, from 1. */
	readonly entry?: number;
}

async function readGapFile(
	file: string,
): Promise<{ readonly gaps: readonly Gap[]; readonly faults: readonly FileFault[] }> {
	try {
		const { gaps, faults } = parseGaps(await readFile(file, 'utf8'));
		return { gaps, faults: faults.map((fault) => ({ file, ...fault })) };
	} catch {
		return { gaps: [], faults: [{ file, type: 'unreadable' }] };
	}
}

const FAULTS: Readonly<Record<FileFault['type'], Bilingual<string>>> = {
	unreadable: { en: 'cannot be read; check the path.', 'zh-CN': '无法读取，请检查路径。' },
	'not-json': { en: 'is not JSON; export it again.', 'zh-CN': '不是 JSON，请重新导出。' },
	'not-a-gap-list': {
		en: 'is not a list exported from the search page.',
		'zh-CN': '不是从搜索页导出的问题清单。',
	},
	'other-version': {
		en: 'was exported by another version; export it again from this site.',
		'zh-CN': '由其他版本导出，请在本站点重新导出。',
	},
	'bad-entry': {
		en: 'needs query, count (1 or more) and last (YYYY-MM-DD); it is left out.',
		'zh-CN': '缺少有效的 query、count（至少 1）或 last（YYYY-MM-DD），已跳过。',
	},
};

function faultText({ file, type, entry }: FileFault, locale: MessageLocale): string {
	const place =
		entry === undefined ? '' : locale === 'en' ? ` entry ${entry}` : chineseFor(locale)` 第 ${entry} 条`;
	return `${file}${place}: ${wordsIn(FAULTS[type], locale)}`;
}

function asJson(shown: readonly RankedGap[], total: number, faults: readonly FileFault[]): string {
	const report = {
		schemaVersion: SCHEMA_VERSION,
		total,
		gaps: shown.map(({ best, ...gap }) => ({
			...gap,
			...(best && {
				best: { id: best.id, url: best.url, title: best.title, kind: best.kind, lang: best.lang },
			}),
		})),
		faults,
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}

function asText(shown: readonly RankedGap[], total: number, locale: MessageLocale): string {
	const english = locale === 'en';
	const zh = chineseFor(locale);
	if (total === 0) return english ? 'No questions in these files.\n' : zh`这些文件里没有问题。\n`;
	const lines = shown.flatMap(({ query, lang, count, last, badness, best }) => {
		const answered = Math.round((1 - badness) * 100);
		const facts = english
			? `asked ${count}×, last ${last}, ${answered} % answered`
			: zh`问过 ${count} 次，最近 ${last}，答上 ${answered}%`;
		const nothing = english ? 'nothing found' : zh`什么都没找到`;
		const answer = best ? `${best.title}  ${best.url}` : nothing;
		return [`${query}${lang ? `  [${lang}]` : ''}`, `  ${facts}`, `  → ${answer}`];
	});
	const rest = total - shown.length;
	const more = english ? `… and ${rest} more: --limit` : zh`……另有 ${rest} 条：--limit`;
	return `${[...lines, ...(rest > 0 ? [more] : [])].join('\n')}\n`;
}
