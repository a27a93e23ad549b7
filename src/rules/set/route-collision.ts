import { type Document, defineRule, FILE_START, routeOf } from '../../model/index.ts';
import { foldPath } from './fold.ts';

export const routeCollision = defineRule({
	code: 'MS508',
	rule: 'route-collision',
	severity: 'error',
	scope: 'graph',
	fixed: true,
	title: { en: 'Two documents claim one address', 'zh-CN': '两篇文档占用同一地址' },
	message: {
		en: ({ route, other }) =>
			`The address \`${route}\` already belongs to ${other}. Rename one of the two files.`,
		'zh-CN': ({ route, other }) => `地址 \`${route}\` 已由 ${other} 占用。请给其中一个文件改名。`,
	},
	why: {
		en: 'Only one page can stand at an address; the other would be lost without a word.',
		'zh-CN': '一个地址只能放一个页面，另一个会悄悄丢失。',
	},
	mend: {
		en: 'Addresses are lower case, and characters other than letters, digits and `._~-` become `-`: `Stock Count.md` and `stock-count.md` meet.',
		'zh-CN':
			'地址一律小写，字母、数字和 `._~-` 以外的字符变成 `-`：`Stock Count.md` 与 `stock-count.md` 会撞在一起。',
	},
	examples: {
		good: [{ files: { 'docs/stock-count.md': '# A\n', 'docs/stock.md': '# B\n' } }],
		bad: [
			{
				files: { 'docs/stock count.md': '# A\n', 'docs/stock-count.md': '# B\n' },
				at: 'docs/stock-count.md:1:1',
			},
		],
	},
	check({ graph, config, report }) {
		const owners = new Map<string, Document>();
		for (const document of graph.nodes.values()) {
			const route = routeOf(document, config.languages[0] ?? document.lang);
			const key = route.toLowerCase();
			const owner = owners.get(key);
			if (!owner) {
				owners.set(key, document);
				continue;
			}
			// Names that differ in letter case only are reported as that.
			if (foldPath(owner.file) === foldPath(document.file)) continue;
			report({
				file: document.file,
				range: FILE_START,
				params: { route, other: owner.file },
				related: [{ file: owner.file, range: FILE_START, message: owner.title }],
			});
		}
	},
});
