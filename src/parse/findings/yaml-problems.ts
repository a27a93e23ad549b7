import type { WrittenLocale } from '../../model/index.ts';

type Wording = Readonly<Record<WrittenLocale, string>>;

/** The errors of the YAML library that people make, and slips that explain them, in words that say what to do. `{}` is the detail. */
const PROBLEMS: Readonly<Record<string, Wording>> = {
	ALIAS_PROPS: {
		en: 'a value must not start with "*" or "&"; put it in quotes.',
		'zh-CN': '值不能以“*”或“&”开头，请加引号。',
	},
	BAD_ALIAS: {
		en: 'a value must not start with "*" or "&"; put it in quotes.',
		'zh-CN': '值不能以“*”或“&”开头，请加引号。',
	},
	BAD_COLLECTION_TYPE: {
		en: '"!" starts a tag, which frontmatter does not allow; put the value in quotes.',
		'zh-CN': '“!”表示标签，文件头不允许；请给值加引号。',
	},
	BAD_DIRECTIVE: {
		en: 'a line that starts with "%" is an instruction to YAML; write fields only, or put the text in quotes.',
		'zh-CN': '以“%”开头的行是 YAML 指令；这里只写字段，文字请加引号。',
	},
	BAD_DQ_ESCAPE: {
		en: 'in double quotes "\\" starts an escape; use single quotes for paths and patterns.',
		'zh-CN': '双引号里的“\\”是转义符；路径和正则请改用单引号。',
	},
	BAD_INDENT: {
		en: 'the indentation does not fit the lines above; keys of one level stand below each other.',
		'zh-CN': '缩进与上面几行不一致；同一层的键要上下对齐。',
	},
	BAD_PROP_ORDER: {
		en: 'a value must not start with "&" or "!"; put it in quotes.',
		'zh-CN': '值不能以“&”或“!”开头，请加引号。',
	},
	BAD_SCALAR_START: {
		en: 'a value must not start with this character; put it in quotes.',
		'zh-CN': '值不能以这个字符开头，请加引号。',
	},
	BLOCK_AS_IMPLICIT_KEY: {
		en: 'a second ": " stands in this value; put the value in quotes.',
		'zh-CN': '这个值里又出现了“: ”，请给值加引号。',
	},
	BLOCK_IN_FLOW: {
		en: 'inside [ ] or { } values are separated by commas, not by lines with dashes.',
		'zh-CN': '[ ] 或 { } 里的值用逗号分隔，不能用带短横的行。',
	},
	COLON_SPACE: {
		en: 'a space is missing behind the colon: write `{}`.',
		'zh-CN': '冒号后面缺少空格：请写成 `{}`。',
	},
	CURLY_QUOTE: {
		en: 'YAML knows the straight quotes \' and " only; write them in place of the curly ones.',
		'zh-CN': 'YAML 只认直引号 \' 和 "，请用它们代替弯引号。',
	},
	DASH_SPACE: {
		en: 'a space is missing behind the dash: write `{}`.',
		'zh-CN': '短横后面缺少空格：请写成 `{}`。',
	},
	FULL_WIDTH_COLON: {
		en: 'the colon is a full-width one: write `{}`.',
		'zh-CN': '这里用了全角冒号：请写成 `{}`。',
	},
	HASH: {
		en: 'from " #" on the rest of the line is a comment, the closing bracket too: put the value with `{}` in quotes.',
		'zh-CN': '“ #”之后都成了注释，连右括号也在内：请给含有 `{}` 的值加引号。',
	},
	INDENTATION: {
		en: 'the indentation of this line does not fit the lines above: indent it with {} spaces.',
		'zh-CN': '这一行的缩进与上面几行不一致：请缩进 {} 个空格。',
	},
	KEY_OVER_1024_CHARS: {
		en: 'this key is longer than 1,024 characters; perhaps a line end is missing.',
		'zh-CN': '这个键超过 1024 个字符；可能少了换行。',
	},
	MISSING_CHAR: {
		en: 'a closing quote, bracket, colon or comma is missing here or just before.',
		'zh-CN': '此处或稍前缺少右引号、右括号、冒号或逗号。',
	},
	MULTILINE_IMPLICIT_KEY: {
		en: 'this line has no colon after its key, or a text goes on without being indented.',
		'zh-CN': '这一行的键后面没有冒号，或者续行的文字没有缩进。',
	},
	MULTIPLE_ANCHORS: {
		en: 'a value must not start with "&"; put it in quotes.',
		'zh-CN': '值不能以“&”开头，请加引号。',
	},
	MULTIPLE_TAGS: {
		en: 'a value must not start with "!"; put it in quotes.',
		'zh-CN': '值不能以“!”开头，请加引号。',
	},
	MULTIPLE_DOCS: { en: 'only one YAML document is allowed here.', 'zh-CN': '这里只允许一个 YAML 文档。' },
	NON_STRING_KEY: {
		en: 'a key must be a word or a text in quotes, not a list, a map or nothing.',
		'zh-CN': '键必须是一个词或带引号的文字，不能是列表、映射或空值。',
	},
	ODD_BLANK: {
		en: 'this blank is a no-break, full-width or invisible one, which YAML takes for a letter; write it with ordinary spaces: `{}`.',
		'zh-CN': '这里是不换行空格、全角空格或看不见的空白，YAML 不当它是空格；请用普通空格写 `{}`。',
	},
	ODD_DASH: {
		en: 'an entry of a list begins with a hyphen and a space: write `{}`.',
		'zh-CN': '列表项以半角短横和空格开头：请写成 `{}`。',
	},
	TAB_AS_INDENT: { en: 'indent with spaces, not with tabs.', 'zh-CN': '请用空格缩进，不要用制表符。' },
	UNEXPECTED_TOKEN: {
		en: 'this cannot stand here; perhaps a quote, bracket or indentation before it is wrong.',
		'zh-CN': '此处不应出现这个内容；也许前面的引号、括号或缩进有误。',
	},
};

/** Words for an error code of the YAML library; its own English words where we have none. */
export function yamlProblem(code: string, detail: string, locale: WrittenLocale): string {
	return PROBLEMS[code]?.[locale].replace('{}', () => detail) ?? `${detail} (${code})`;
}
