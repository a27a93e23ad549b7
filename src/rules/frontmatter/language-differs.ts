import { canonicalLanguage } from '../../../schemas/fields/language-tag.ts';
import { defineRule, INTERFACE_LANGUAGES } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';

/** What may be a language in the name of a file. */
const IN_NAME = /[^/]\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)\.mdx?$/i;

export const languageDiffers = defineRule({
	code: 'MS127',
	rule: 'language-differs',
	severity: 'warning',
	scope: 'document',
	title: { en: 'File name and lang name two languages', 'zh-CN': '文件名与 lang 的语言不一致' },
	message: {
		en: ({ name, lang }) =>
			`The name of the file says \`${name}\`, and \`lang\` says \`${lang}\`, which counts. Correct one of the two, or leave \`lang\` out.`,
		'zh-CN': ({ name, lang }) =>
			`文件名写的是 \`${name}\`，\`lang\` 写的是 \`${lang}\`，以后者为准。请更正其中之一，或者不写 \`lang\`。`,
	},
	why: {
		en: 'The document would be shown, searched and read aloud in a language that it is not written in, and its true version is missing.',
		'zh-CN': '文档会按错误的语言显示、搜索和朗读，而真正的语言版本就缺失了。',
	},
	mend: {
		en: 'In a document with a language in its name `lang` is not needed; copied from another version it is wrong.',
		'zh-CN': '文件名里有语言时不需要写 `lang`；从另一个语言版本复制来的 `lang` 往往是错的。',
	},
	examples: {
		good: [
			{ files: { 'docs/stock.en.md': runbookExample('lang: en') } },
			{ files: { 'docs/app.js.md': runbookExample('lang: en') } },
		],
		bad: [{ files: { 'docs/stock.en.md': runbookExample('lang: zh-TW') }, at: 'docs/stock.en.md:11:7' }],
	},
	check({ document, config, report }) {
		const lang = document.frontmatter['lang'];
		if (typeof lang !== 'string') return;
		const written = IN_NAME.exec(document.docPath)?.[1];
		if (written === undefined || written === lang) return;
		const name = canonicalLanguage(written.replaceAll('_', '-'));
		if (name === undefined || name === lang) return;
		// `zh` and `zh-CN` differ in care only.
		if (name.startsWith(`${lang}-`) || lang.startsWith(`${name}-`)) return;
		if (!config.languages.includes(name) && !INTERFACE_LANGUAGES.some((tag) => tag === name)) return;
		report({
			range: valueRange(document, '/lang'),
			params: { name, lang },
			suggestions: [{ value: name }],
		});
	},
});
