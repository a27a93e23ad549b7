import { defineRule } from '../../model/index.ts';

export const htmlDropped = defineRule({
	code: 'MS620',
	rule: 'html-dropped',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Raw HTML that is not published', 'zh-CN': '原始 HTML 不会全部发布' },
	message: {
		en: ({ dropped }) =>
			`The site leaves out ${dropped} of this HTML. Write it in Markdown, or in a code block if readers shall see it as text.`,
		'zh-CN': ({ dropped }) =>
			`站点会去掉这段 HTML 中的 ${dropped}。请改用 Markdown；如果要原样展示，请放进代码块。`,
	},
	why: {
		en: 'Scripts, event handlers, frames and foreign styles can run code in the session of everybody who reads the page.',
		'zh-CN': '脚本、事件属性、内嵌框架和外来样式会在每位读者的会话中执行代码。',
	},
	mend: {
		en: 'Harmless tags such as `<br>`, `<kbd>`, `<sub>`, `<details>` and tables stay. For a placeholder such as `<item>`, use `{{item}}` or code marks.',
		'zh-CN':
			'`<br>`、`<kbd>`、`<sub>`、`<details>`、表格等无害标签会保留。像 `<物料>` 这样的占位文字，请用 `{{item}}` 或行内代码。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n\nPress <kbd>Enter</kbd>.\n' } }],
		bad: [{ files: { 'docs/a.md': '# A\n\n<script>alert(1)</script>\n' }, at: 'docs/a.md:3:1' }],
	},
	check({ document, report }) {
		for (const { range, dropped } of document.rawHtml) {
			if (dropped.length === 0) continue;
			const names = [...new Set(dropped)].map((name) => `\`${name}\``);
			report({ range, params: { dropped: names.join(', ') } });
		}
	},
});
