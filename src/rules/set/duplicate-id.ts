import { defineRule } from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { valueRange } from '../places.ts';
import { foldPath } from './fold.ts';

export const duplicateId = defineRule({
	code: 'MS501',
	rule: 'duplicate-id',
	severity: 'error',
	scope: 'graph',
	fixed: true,
	title: { en: 'Two documents have the same id', 'zh-CN': '两篇文档编号相同' },
	message: {
		en: ({ id, lang, first }) =>
			`\`${id}\` in ${lang} already belongs to ${first}. Give one of them a new id, or, if it is a translation, its own \`lang\`.`,
		'zh-CN': ({ id, lang, first }) =>
			`${lang} 的 \`${id}\` 已由 ${first} 使用。请换一个编号；如果是译文，请写明自己的 \`lang\`。`,
	},
	why: {
		en: 'The id is the address. Only one of the two would be published, and nobody would notice that the other is missing.',
		'zh-CN': '编号就是地址。两篇只会发布一篇，另一篇丢了也没人发现。',
	},
	mend: {
		en: '`mainstay new` allocates the next free id. Translations share the id and differ in `lang` or in the file name (`stock.en.md`).',
		'zh-CN': '`mainstay new` 会分配下一个空闲编号。译文共用编号，以 `lang` 或文件名（`stock.en.md`）区分。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': runbookExample('lang: en'),
					'docs/b.md': runbookExample('lang: zh-CN'),
				},
			},
		],
		bad: [{ files: { 'docs/a.md': runbookExample(), 'docs/b.md': runbookExample() }, at: 'docs/b.md:3:5' }],
	},
	check({ graph, report }) {
		for (const { first, second } of graph.duplicates) {
			// Files whose names collide are reported as that.
			if (foldPath(first.file) === foldPath(second.file)) continue;
			report({
				file: second.file,
				range: valueRange(second, '/id'),
				params: { id: second.id, lang: second.lang, first: first.file },
				related: [{ file: first.file, range: valueRange(first, '/id'), message: first.title }],
			});
		}
	},
});
