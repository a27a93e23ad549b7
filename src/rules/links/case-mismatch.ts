import { defineRule } from '../../model/index.ts';
import { relativePath } from './relative-path.ts';
import { linkSeverity, unresolved } from './unresolved.ts';

export const caseMismatch = defineRule({
	code: 'MS203',
	rule: 'link-case-mismatch',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Link differs from the file name in letter case', 'zh-CN': '链接与文件名大小写不一致' },
	message: {
		en: ({ target, actual }) =>
			`\`${target}\` and \`${actual}\` differ in letter case. Write the link exactly like the name of its target.`,
		'zh-CN': ({ target, actual }) =>
			`\`${target}\` 与 \`${actual}\` 大小写不一致。链接必须与目标名称完全相同。`,
	},
	why: {
		en: 'Windows and macOS open such a link, a web server on Linux does not: it works for its writer and for nobody else.',
		'zh-CN': 'Windows 和 macOS 能打开这样的链接，Linux 服务器不能：写的人看着正常，读者却打不开。',
	},
	mend: { en: 'Copy the name of the file, or its id, as it is.', 'zh-CN': '照原样复制文件名或编号。' },
	examples: {
		good: [
			{
				files: {
					'docs/index.md': '# Start\n\nSee [stock](Stock.md).\n',
					'docs/Stock.md': '# Stock\n',
				},
			},
		],
		bad: [
			{
				files: {
					'docs/index.md': '# Start\n\nSee [stock](stock.md).\n',
					'docs/Stock.md': '# Stock\n',
				},
				at: 'docs/index.md:3:13',
			},
		],
	},
	check(context) {
		for (const { from, reference, link } of unresolved(context, ['link', 'image'], ['case'])) {
			const { target } = reference;
			const actual = link.actual ?? '';
			const written = /^kb:/i.test(target) ? `kb:${actual}` : relativePath(from.file, actual);
			const anchor = target.includes('#') ? target.slice(target.indexOf('#')) : '';
			context.report({
				file: from.file,
				range: reference.range,
				params: { target, actual: written },
				suggestions: [{ value: written + anchor }],
				...linkSeverity(context, reference),
			});
		}
	},
});
