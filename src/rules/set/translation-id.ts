import { kindOfId } from '../../../schemas/fields/id.ts';
import { type Document, defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';

export const translationId = defineRule({
	code: 'MS517',
	rule: 'translation-id',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'A translation has another id', 'zh-CN': '译文的编号与原文不同' },
	message: {
		en: ({ id, other, file }) =>
			`By its name this is a translation of ${file}, whose id is \`${other}\`; with \`${id}\` it is another document. Write \`${other}\`, or give the file another name.`,
		'zh-CN': ({ id, other, file }) =>
			`按文件名这是 ${file} 的译文，那篇的编号是 \`${other}\`；写成 \`${id}\` 就成了另一篇文档。请改为 \`${other}\`，或换一个文件名。`,
	},
	why: {
		en: 'Languages of one document share its id. With two ids readers cannot switch, and nothing compares the texts any more.',
		'zh-CN': '同一篇文档的各语言版本共用编号。编号不同，读者无法切换语言，内容是否一致也不再检查。',
	},
	mend: {
		en: '`RB-INV-0042` in `stock.md` is `RB-INV-0042` in `stock.en.md` too.',
		'zh-CN': '`stock.md` 的编号是 `RB-INV-0042`，`stock.en.md` 也要写 `RB-INV-0042`。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': runbookExample('lang: zh-CN'), 'docs/a.en.md': runbookExample('lang: en') } },
			{
				files: {
					'docs/a.md': runbookExample('lang: zh-CN'),
					'docs/b.en.md': runbookExample('lang: en', undefined, 'RB-INV-0043'),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/a.md': runbookExample('lang: zh-CN'),
					'docs/a.en.md': runbookExample('lang: en', undefined, 'RB-INV-0043'),
				},
				at: 'docs/a.en.md:3:5',
			},
		],
	},
	check({ graph, report }) {
		const originals = new Map<string, Document>();
		for (const document of graph.nodes.values()) {
			if (stemOf(document.file) === nameOf(document)) originals.set(nameOf(document), document);
		}
		for (const document of graph.nodes.values()) {
			const original = originals.get(nameOf(document));
			if (!original || original.id === document.id || original.lang === document.lang) continue;
			// Where one has none, or none that could be read, that is told there.
			if (!kindOfId(document.id) || !kindOfId(original.id)) continue;
			report({
				file: document.file,
				range: valueRange(document, '/id'),
				params: { id: document.id, other: original.id, file: original.file },
				related: [{ file: original.file, range: valueRange(original, '/id'), message: original.title }],
				suggestions: [{ value: original.id }],
			});
		}
	},
});

function stemOf(file: string): string {
	return file.replace(/\.[^./]+$/, '');
}

/** The path without its ending and its language: `docs/stock` of `docs/stock.en.md`. */
function nameOf({ file, lang }: Document): string {
	const stem = stemOf(file);
	const suffix = `.${lang}`.toLowerCase();
	return stem.toLowerCase().endsWith(suffix) ? stem.slice(0, -suffix.length) : stem;
}
