import type { WrittenLocale } from '../model/index.ts';

type Words = Readonly<Record<WrittenLocale, string>>;

/** What is wrong with the YAML, by the parser's error code or ours; other codes show the parser's own text. */
const CAUSES: Readonly<Record<string, Words>> = {
	TAB_AS_INDENT: { en: 'a tab is used for indentation', 'zh-CN': '用制表符做了缩进' },
	DUPLICATE_KEY: { en: 'this key stands here for the second time', 'zh-CN': '这个键在这里重复出现' },
	BAD_INDENT: {
		en: 'the indentation does not fit, or a bracket is not closed',
		'zh-CN': '缩进不一致，或有括号没有闭合',
	},
	MISSING_CHAR: {
		en: 'a closing bracket, a quote, a comma or a colon is missing',
		'zh-CN': '缺少右括号、引号、逗号或冒号',
	},
	UNEXPECTED_TOKEN: { en: 'something stands here that does not belong here', 'zh-CN': '此处有多余的内容' },
	BAD_SCALAR_START: {
		en: 'a text cannot begin with this character without quotes',
		'zh-CN': '文字以此字符开头时必须加引号',
	},
	BLOCK_AS_IMPLICIT_KEY: {
		en: 'there is a second `: ` on the line; put the text in quotes',
		'zh-CN': '同一行出现第二个 `: `，请给文字加引号',
	},
	MULTILINE_IMPLICIT_KEY: { en: 'a line lacks its colon', 'zh-CN': '有一行缺少冒号' },
	MULTIPLE_DOCS: { en: 'a second document begins with `---`', 'zh-CN': '`---` 之后开始了第二个文档' },
	NON_STRING_KEY: { en: 'a key must be a text', 'zh-CN': '键必须是文字' },
	TAG_RESOLVE_FAILED: {
		en: 'tags such as `!name` are not allowed',
		'zh-CN': '不允许使用 `!name` 这样的标签',
	},
	alias: { en: 'aliases (`*name`) are not allowed', 'zh-CN': '不允许使用别名（`*name`）' },
	'refused-key': { en: 'this key is not allowed', 'zh-CN': '不允许使用这个键' },
	nesting: { en: 'it is nested too deeply', 'zh-CN': '嵌套过深' },
};

/** In words, for a message; `detail` is the parser's own text. */
export function yamlCause(cause: string, detail: string, lang: WrittenLocale): string {
	return CAUSES[cause]?.[lang] ?? detail;
}
