import { type Document, defineRule, FILE_START } from '../../model/index.ts';
import { foldPath } from './fold.ts';

export const nameCollision = defineRule({
	code: 'MS507',
	rule: 'name-collision',
	severity: 'error',
	scope: 'graph',
	fixed: true,
	title: {
		en: 'File names differ in letter case or Unicode form only',
		'zh-CN': '文件名仅大小写或 Unicode 形式不同',
	},
	message: {
		en: ({ file, other }) =>
			file === other
				? `Two files are both called \`${file}\`; they differ in an invisible way (Unicode form). Rename one of them.`
				: `\`${file}\` and \`${other}\` differ in letter case only. Rename one of them.`,
		'zh-CN': ({ file, other }) =>
			file === other
				? `有两个文件都叫 \`${file}\`，只有看不见的 Unicode 形式不同。请给其中一个改名。`
				: `\`${file}\` 与 \`${other}\` 仅大小写不同。请给其中一个改名。`,
	},
	why: {
		en: 'On Windows and macOS the two are one file: a checkout there loses one of them, and so does a site copied there.',
		'zh-CN': '在 Windows 和 macOS 上它们是同一个文件：检出或复制站点时会丢掉一个。',
	},
	mend: { en: 'Keep file names in lower case.', 'zh-CN': '文件名统一用小写。' },
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n', 'docs/b.md': '# B\n' } }],
		bad: [{ files: { 'docs/Stock.md': '# A\n', 'docs/stock.md': '# B\n' }, at: 'docs/stock.md:1:1' }],
	},
	check({ graph, report }) {
		const firsts = new Map<string, Document>();
		const seconds = graph.duplicates.map(({ second }) => second);
		for (const document of [...graph.nodes.values(), ...seconds]) {
			const folded = foldPath(document.file);
			const first = firsts.get(folded);
			if (!first) {
				firsts.set(folded, document);
				continue;
			}
			report({
				file: document.file,
				range: FILE_START,
				params: { file: document.file, other: first.file },
				related: [{ file: first.file, range: FILE_START, message: first.title }],
			});
		}
	},
});
