import { DOCUMENT_KINDS } from '../../src/model/index.ts';
import { openSite } from '../../src/search/index.ts';
import { numberOption } from '../arguments.ts';
import { type Command, textOption } from '../command.ts';
import { builtFolder } from './preview.ts';

/** Version of the JSON output. */
const SCHEMA_VERSION = 1;

export const search: Command = {
	name: 'search',
	usage: '<query> [options]',
	summary: {
		en: 'Searches a built site with the same folding and ranking as its pages. Paste an error text.',
		'zh-CN': '用与页面相同的归并和排序搜索已构建的站点。可直接粘贴报错。',
	},
	positionals: [1, 1],
	options: {
		site: {
			type: 'string',
			value: 'DIR',
			help: { en: 'the built site (default: dist)', 'zh-CN': '已构建的站点（默认 dist）' },
		},
		lang: {
			type: 'string',
			value: 'LANG',
			help: { en: 'only documents in this language', 'zh-CN': '只看该语言的文档' },
		},
		kind: { type: 'string', choices: DOCUMENT_KINDS, help: { en: 'only this kind', 'zh-CN': '只看该类型' } },
		limit: {
			type: 'string',
			value: 'n',
			help: { en: 'most results (default: 10)', 'zh-CN': '结果上限（默认 10）' },
		},
		json: { type: 'boolean', help: { en: 'JSON on stdout', 'zh-CN': '输出 JSON' } },
	},
	examples: [
		'mainstay search "ORA-01555 snapshot too old"',
		'mainstay search 库存对不上 --kind runbook --json',
	],
	run: async (args, io) => {
		const limit = numberOption(args, 'limit', 1, 1000) ?? 10;
		const folder = await builtFolder(textOption(args, 'site'), undefined, io.cwd);
		const lang = textOption(args, 'lang');
		const kind = DOCUMENT_KINDS.find((each) => each === args.options['kind']);
		const site = await openSite(folder);
		try {
			const { results } = await site.search(args.positionals[0] ?? '', {
				limit,
				...(lang ? { lang } : {}),
				...(kind ? { kind } : {}),
			});
			if (args.options['json']) {
				io.stdout.write(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, results }, null, 2)}\n`);
			} else if (results.length === 0) {
				io.stdout.write(args.locale === 'en' ? 'No results.\n' : '没有结果。\n');
			} else {
				for (const result of results) {
					io.stdout.write(
						`${result.title}  [${result.kind} ${result.lang}]\n  ${result.url}\n  ${result.matched.join(' · ')}\n`,
					);
				}
			}
			return 0;
		} finally {
			await site.close();
		}
	},
};
