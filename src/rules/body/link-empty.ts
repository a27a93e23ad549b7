import type { Link } from 'mdast';
import { defineRule } from '../../model/index.ts';
import { bodyParts, rangeOf } from './body-parts.ts';

export const linkEmpty = defineRule({
	code: 'MS215',
	rule: 'link-empty',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Link without a target or without text', 'zh-CN': '链接没有目标或没有文字' },
	message: {
		en: ({ written, missing }) =>
			missing === 'target'
				? `\`${written}\` says nowhere what it leads to. Write the path, or \`kb:\` and an id, between the round brackets.`
				: `\`${written}\` shows nothing that readers can click. Write the text between the square brackets.`,
		'zh-CN': ({ written, missing }) =>
			missing === 'target'
				? `\`${written}\` 没有写明去向。请在圆括号里写上路径，或 \`kb:\` 加编号。`
				: `\`${written}\` 没有可以点击的文字。请在方括号里写上。`,
	},
	why: {
		en: 'A link without a target leads back to the page itself; one without text is not there for the eye and nameless for screen readers.',
		'zh-CN': '没有目标的链接只会回到本页；没有文字的链接看不见，屏幕阅读器也读不出名称。',
	},
	mend: {
		en: 'Complete the link, or remove it. Brackets that are meant as text are written `\\[`.',
		'zh-CN': '补全链接，或删去它。方括号本身要当正文显示时写成 `\\[`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': '# A\n\n[the `b`](#a), [![The menu](https://example.com/a.png)](#a), `[b]()`.\n',
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\nSee [the stock]().\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# 甲\n\n见[](#甲)。\n' }, at: 'docs/a.md:3:2' },
			{ files: { 'docs/a.md': '# A\n\n![The menu]()\n' }, at: 'docs/a.md:3:1' },
		],
	},
	check({ source: { text }, tree, report }) {
		const { links, images } = bodyParts(tree);
		for (const node of [...links, ...images]) {
			if (node.type === 'imageReference') continue;
			const missing = node.url === '' ? 'target' : node.type === 'link' && isBlank(node) ? 'text' : undefined;
			if (missing === undefined) continue;
			const written = text.slice(node.position?.start.offset, node.position?.end.offset).slice(0, 80);
			report({ range: rangeOf(node), params: { written, missing } });
		}
	},
});

function isBlank({ children }: Link): boolean {
	return children.every((child) => child.type === 'text' && child.value.trim() === '');
}
