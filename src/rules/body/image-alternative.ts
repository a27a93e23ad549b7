import { defineRule } from '../../model/index.ts';
import { bodyParts, placeIn, rangeOf } from './body-parts.ts';

export const imageAlternative = defineRule({
	code: 'MS212',
	rule: 'image-without-alternative',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Picture without alternative text', 'zh-CN': '图片没有替代文字' },
	message: {
		en: () =>
			'This picture has no alternative text. Say between the brackets what it shows: `![Stock balance report](…)`.',
		'zh-CN': () => '图片没有替代文字。请在方括号里写明图中内容，例如 `![库存余额报表](…)`。',
	},
	why: {
		en: 'Whoever cannot see the picture, or whose network does not load it, reads this text; search reads nothing else.',
		'zh-CN': '看不见图片或图片加载不出来的人读的是这段文字，搜索也只认这段文字。',
	},
	mend: {
		en: 'Write what a colleague would say about it on the telephone. For mere decoration use `<img src="…" alt="">`.',
		'zh-CN': '写成打电话时你会怎样描述这张图。纯装饰的图片写 `<img src="…" alt="">`。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': '# A\n\n![The stock menu](menu.png)\n', 'docs/menu.png': '' } },
			{ files: { 'docs/a.md': '# A\n\n<img src="menu.png" alt="">\n', 'docs/menu.png': '' } },
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\nSee ![](menu.png)\n', 'docs/menu.png': '' }, at: 'docs/a.md:3:5' },
			{
				files: { 'docs/a.md': '# A\n\n<p>\n<img src="menu.png"></p>\n', 'docs/menu.png': '' },
				at: 'docs/a.md:4:1',
			},
		],
	},
	check({ document, source, tree, report }) {
		if (!source.text.includes('![') && document.rawHtml.length === 0) return;
		const { images, html } = bodyParts(tree);
		for (const image of images) {
			if ((image.alt ?? '').trim() === '') report({ range: rangeOf(image), params: {} });
		}
		for (const node of html) {
			for (const { 0: tag, index } of node.value.matchAll(/<img\b(?:"[^"]*"|'[^']*'|[^'">])*>/gi)) {
				if (/\salt(?=[\s=/>])/i.test(tag)) continue;
				report({ range: placeIn(node, source.text, index, index + tag.length), params: {} });
			}
		}
	},
});
