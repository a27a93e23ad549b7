import type { Bilingual } from '../../model/index.ts';

/** What the MDX parser says when people err, in words that say what to do; rarer messages stay as they are. */
const PROBLEMS: readonly (readonly [pattern: RegExp, words: Bilingual<string>])[] = [
	[
		/^Unexpected character `(.+?)` \(U\+[0-9A-F]+\)/,
		{ en: '`$1` cannot stand here', 'zh-CN': '此处不能有 `$1`' },
	],
	[
		/^Could not parse expression with acorn/,
		{ en: 'what stands in the braces is no expression', 'zh-CN': '花括号里不是有效的表达式' },
	],
	[
		/^Could not parse import\/exports with acorn/,
		{ en: 'the import or export is no valid program code', 'zh-CN': 'import 或 export 不是有效的程序代码' },
	],
	[/^Expected a closing tag for `(.+?)`/, { en: '$1 is never closed', 'zh-CN': '$1 没有结束标签' }],
	[
		/^Expected the closing tag `(.+?)` .*corresponding opening tag `(.+?)`/,
		{ en: '$1 does not close $2', 'zh-CN': '$1 与 $2 不配对' },
	],
	[
		/^Unexpected closing (?:tag|slash)(?: `(.+?)`)?/,
		{ en: 'nothing is open that this closes', 'zh-CN': '没有与它对应的开始标签' },
	],
	[/^Unexpected end of file/, { en: 'the file ends too early', 'zh-CN': '文件在此意外结束' }],
	[/^Unexpected lazy line/, { en: 'a line of it is not indented', 'zh-CN': '有一行没有缩进' }],
];

/** The parser's message in a language. */
export function mdxProblem(detail: string, locale: 'en' | 'zh-CN'): string {
	for (const [pattern, words] of PROBLEMS) {
		const match = pattern.exec(detail);
		if (match) return words[locale].replace(/\$(\d)/g, (_, index) => match[Number(index)] ?? '');
	}
	return detail;
}
