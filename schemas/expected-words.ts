import type { MessageParams, WrittenLocale } from '../src/model/index.ts';
import { VALUE_END, VALUE_START } from '../src/model/value-marks.ts';

type Say = (what: string) => string;

interface Words {
	/** Whole notations. */
	readonly plain: Readonly<Record<string, string>>;
	readonly key: Say;
	readonly atLeast: Say;
	readonly whole: (from: string, to: string) => string;
	readonly oneOf: (values: readonly string[]) => string;
	readonly map: Say;
	readonly freeMap: string;
	readonly texts: string;
	readonly keys: Say;
	readonly maps: (first: string, all: string) => string;
	readonly list: Say;
	readonly or: string;
}

const WORDS: Readonly<Record<WrittenLocale, Words>> = {
	en: {
		plain: {
			text: 'a text',
			number: 'a number',
			'step id': 'a step id such as `check-credit`',
			glob: 'a path, e.g. `src/**`',
			'true | false': '`true` or `false`',
			'name of a class, function or method': 'the name of a class, function or method',
			'name after mainstay:begin': 'the name behind `mainstay:begin`',
		},
		key: (of) => `a key of \`${of}\` in mainstay.yaml`,
		atLeast: (least) => `a number of at least ${least}`,
		whole: (from, to) => `a whole number from ${from} to ${to}`,
		oneOf: (values) => `one of ${values.join(', ')}`,
		map: (keys) => `lines \`key: value\` below it, indented by two spaces, with the keys ${keys}`,
		freeMap: 'lines `key: value` below it, indented by two spaces',
		texts: 'a list of texts, e.g. `[a, b]`',
		keys: (of) => `a list of keys of \`${of}\` in mainstay.yaml, e.g. \`[a, b]\``,
		maps: (first, all) =>
			`a list whose entries begin with a dash, \`- ${first}: …\`, which may have the keys ${all}`,
		list: (sample) => `a list, e.g. \`[${sample}]\``,
		or: ' or ',
	},
	'zh-CN': {
		plain: {
			text: '文字',
			number: '数字',
			'step id': '步骤编号，例如 `check-credit`',
			glob: '路径，例如 `src/**`',
			'true | false': '`true` 或 `false`',
			'name of a class, function or method': '类、函数或方法的名称',
			'name after mainstay:begin': '`mainstay:begin` 后面的名称',
		},
		key: (of) => `mainstay.yaml 中 \`${of}\` 的一个键`,
		atLeast: (least) => `不小于 ${least} 的数字`,
		whole: (from, to) => `${from} 到 ${to} 之间的整数`,
		oneOf: (values) => `${values.join('、')} 之一`,
		map: (keys) => `下面缩进两个空格的各行 \`键: 值\`，可用的键有 ${keys}`,
		freeMap: '下面缩进两个空格的各行 `键: 值`',
		texts: '文字列表，例如 `[a, b]`',
		keys: (of) => `mainstay.yaml 中 \`${of}\` 的键组成的列表，例如 \`[a, b]\``,
		maps: (first, all) => `列表，每一项以短横开头，写成 \`- ${first}: …\`，可用的键有 ${all}`,
		list: (sample) => `列表，例如 \`[${sample}]\``,
		or: '，或者是',
	},
};

/**
 * What a schema expects (`expectedOf`), in words: `[text]` is a list of texts. Forms such as `YYYY-MM-DD` stay as they
 * are. Marks around a value stay around what is not ours.
 */
export function expectedInWords(expected: MessageParams[string] | undefined, locale: WrittenLocale): string {
	const written = String(expected ?? '');
	const isMarked = written.startsWith(VALUE_START);
	const bare = isMarked ? written.slice(VALUE_START.length, -VALUE_END.length) : written;
	return said(bare, WORDS[locale], isMarked ? (value) => `${VALUE_START}${value}${VALUE_END}` : String);
}

function said(expected: string, words: Words, kept: Say): string {
	const plain = words.plain[expected];
	if (plain !== undefined) return plain;
	const choices = alternatives(expected);
	if (choices.length > 1) {
		return choices.some((each) => /^[[{]|^(?:step id|text)$/.test(each))
			? choices.map((each) => said(each, words, kept)).join(words.or)
			: words.oneOf(choices.map(kept));
	}
	const [, vocabulary] = /^key of (\w+)$/.exec(expected) ?? [];
	if (vocabulary !== undefined) return words.key(vocabulary);
	const [, least] = /^number ≥ (\d+)$/.exec(expected) ?? [];
	if (least !== undefined) return words.atLeast(least);
	const [, from, to] = /^(\d+)–(\d+)$/.exec(expected) ?? [];
	if (from !== undefined && to !== undefined) return words.whole(from, to);
	if (expected.startsWith('{key: ')) return words.freeMap;
	if (/^\{.*\}$/.test(expected)) return words.map(kept(expected.slice(1, -1)));
	const [, entry] = /^\[(.*)\]$/.exec(expected) ?? [];
	return entry === undefined ? kept(expected) : listSaid(entry, words, kept);
}

function listSaid(entry: string, words: Words, kept: Say): string {
	if (entry === 'text') return words.texts;
	const [, vocabulary] = /^key of (\w+)$/.exec(entry) ?? [];
	if (vocabulary !== undefined) return words.keys(vocabulary);
	const map = alternatives(entry).find((each) => /^\{.*\}$/.test(each));
	if (map === undefined) return words.list(kept(alternatives(entry)[0] ?? entry));
	const keys = map.slice(1, -1);
	const isAlone = entry === map;
	const maps = words.maps(keys.split(',')[0] ?? '', kept(keys));
	return isAlone ? maps : `${words.texts}${words.or}${maps}`;
}

/** `a | b` by its bars, but for those in brackets. */
function alternatives(expected: string): readonly string[] {
	const parts: string[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < expected.length; at++) {
		const sign = expected.charAt(at);
		if (sign === '[' || sign === '{') depth++;
		else if (sign === ']' || sign === '}') depth--;
		else if (depth === 0 && expected.startsWith(' | ', at)) {
			parts.push(expected.slice(from, at));
			from = at + 3;
		}
	}
	return [...parts, expected.slice(from)];
}
