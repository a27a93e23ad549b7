import { DOCUMENT_KINDS, type MessageLocale, nearest, phrase, UserError } from '../../src/model/index.ts';
import { wordsIn } from '../../src/model/wording.ts';
import { openSite, type SearchAnswer, type SearchResult, scoreOf, WEIGHTS } from '../../src/search/index.ts';
import { numberOption } from '../arguments.ts';
import { type Arguments, type Command, textOption } from '../command.ts';
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
		explain: {
			type: 'boolean',
			help: { en: 'show what each score is made of', 'zh-CN': '显示每个得分的构成' },
		},
		json: { type: 'boolean', help: { en: 'JSON on stdout', 'zh-CN': '输出 JSON' } },
	},
	examples: [
		'mainstay search "ORA-01555 snapshot too old"',
		'mainstay search 库存对不上 --kind runbook --json',
		'mainstay search 月结 --lang en --explain',
	],
	run: async (args, io) => {
		const answer = await ask(args, io.cwd);
		const explain = args.options['explain'] === true;
		io.stdout.write(args.options['json'] ? asJson(answer, explain) : asText(answer, explain, args.locale));
		return 0;
	},
};

async function ask(args: Arguments, cwd: string): Promise<SearchAnswer> {
	const query = args.positionals[0] ?? '';
	if (query.trim() === '') {
		throw new UserError('query-empty', 'There is nothing to search for.', 'Usage: mainstay search <query>');
	}
	const limit = numberOption(args, 'limit', 1, 1000) ?? 10;
	const site = await openSite(await builtFolder(textOption(args, 'site'), undefined, cwd));
	try {
		const lang = languageOf(textOption(args, 'lang'), site.languages);
		const kind = DOCUMENT_KINDS.find((each) => each === args.options['kind']);
		return await site.search(query, {
			limit,
			...(lang ? { lang, filters: { lang: [lang] } } : {}),
			...(kind ? { kind } : {}),
		});
	} finally {
		await site.close();
	}
}

/** The site's own spelling of a language tag. @throws UserError when no document is in that language. */
function languageOf(wanted: string | undefined, languages: readonly string[]): string | undefined {
	if (wanted === undefined) return undefined;
	const found = languages.find((each) => each.toLowerCase() === wanted.toLowerCase());
	if (found) return found;
	const [best] = nearest(wanted, languages, 1);
	throw new UserError(
		'flag-value-not-allowed',
		phrase`The site has no documents in “${wanted}”.`,
		phrase`Use one of: ${languages.join(', ')}.${best ? phrase` Did you mean ${best}?` : ''}`,
	);
}

function asJson(
	{ query, results, total, confidence, doubtful, cut, tried, nearest }: SearchAnswer,
	explain: boolean,
): string {
	const report = {
		schemaVersion: SCHEMA_VERSION,
		...{ query, total, confidence, doubtful, cut, tried, nearest },
		...(explain ? { weights: WEIGHTS } : {}),
		results: results.map((result) => ({
			...entryOf(result),
			...(explain ? { parts: result.parts, reasons: result.reasons } : {}),
		})),
	};
	return `${JSON.stringify(report, null, 2)}\n`;
}

function entryOf(result: SearchResult): Partial<SearchResult> {
	const {
		id,
		url,
		title,
		kind,
		lang,
		score,
		matched,
		modules,
		severity,
		status,
		anchor,
		excerpt,
		firstStep,
	} = result;
	return {
		...{ id, url, title, kind, lang, score, matched, modules, severity, status },
		...(anchor ? { anchor } : {}),
		...{ excerpt, firstStep },
	};
}

const WORDS = {
	en: {
		none: 'No results.',
		tried: 'Looked up',
		nearest: 'Known words like it',
		doubtful: 'None of these explains much of the question.',
		cut: 'The text was too long; only its beginning was read.',
		reasons: {},
	},
	'zh-CN': {
		none: '没有结果。',
		tried: '查找过',
		nearest: '知识库中相近的词',
		doubtful: '以上结果都只对上问题的一小部分。',
		cut: '内容太长，只读取了开头部分。',
		reasons: {
			code: '代码',
			signature: '报错',
			pattern: '模式',
			symptom: '现象',
			title: '标题',
			name: '名称',
			words: '包含',
			related: '相关',
		},
	},
};

function asText(answer: SearchAnswer, explain: boolean, locale: MessageLocale): string {
	const { results, doubtful, cut, tried, nearest } = answer;
	const words = wordsIn(WORDS, locale);
	const near = nearest.length > 0 ? [`${words.nearest}: ${nearest.join(' · ')}`] : [];
	const notes = [
		...(results.length === 0 ? [words.none, `${words.tried}: ${tried.join(' · ')}`, ...near] : []),
		...(results.length > 0 && doubtful ? [words.doubtful, ...near] : []),
		...(cut ? [words.cut] : []),
	];
	return [...results.map((result) => resultText(result, explain, words.reasons)), ...notes]
		.map((line) => `${line}\n`)
		.join('');
}

/** A reason begins with the name of its kind. */
function reasonText(reason: string, names: Readonly<Record<string, string>>): string {
	const [name = '', ...value] = reason.split(' ');
	return [names[name] ?? name, ...value].join(' ');
}

function resultText(result: SearchResult, explain: boolean, names: Readonly<Record<string, string>>): string {
	const { title, kind, lang, url, anchor, matched } = result;
	return [
		`${title}  [${kind} ${lang}]`,
		`  ${url}${anchor ? `#${anchor}` : ''}`,
		`  ${matched.map((reason) => reasonText(reason, names)).join(' · ')}`,
		...(explain ? [`  ${scoreText(result)}`] : []),
	].join('\n');
}

/** The sum by which results are ordered, with its figures. A translation stands where its best sibling would. */
function scoreText({ score, parts }: SearchResult): string {
	const { coverage, nearness, likeness, signature, prior } = parts;
	const figure = (value: number): string => value.toFixed(3);
	const parcels = [
		`coverage ${figure(coverage)}`,
		`${WEIGHTS.nearness} × nearness ${figure(nearness)}`,
		`${WEIGHTS.likeness} × likeness ${figure(likeness)}`,
		`${WEIGHTS.signature} × signature ${signature}`,
	];
	const own = scoreOf(parts, WEIGHTS);
	const sum = `${figure(own)} = (${parcels.join(' + ')}) × prior ${figure(prior)}`;
	return Math.abs(own - score) < 1e-9
		? `score ${sum}`
		: `score ${figure(score)} by another translation; ${sum}`;
}
