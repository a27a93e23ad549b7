import { defineRule } from '../../model/index.ts';
import { bodyParts } from './body-parts.ts';

/** Git's marks: seven, a space and a name. */
const MARK = /^(?:<{7}|>{7}) \S.*$/gm;

export const mergeConflict = defineRule({
	code: 'MS425',
	rule: 'merge-conflict',
	severity: 'error',
	scope: 'document',
	title: { en: 'A merge was left undecided', 'zh-CN': '合并冲突没有解决' },
	message: {
		en: ({ mark }) =>
			`“${mark}” is the mark of a merge conflict. Decide for one of the two texts and remove the marks.`,
		'zh-CN': ({ mark }) => `“${mark}”是合并冲突的标记。请选定其中一种写法并删去标记。`,
	},
	why: {
		en: 'Both texts are published, one below the other, and the line between them makes a heading of the first.',
		'zh-CN': '两种写法会一上一下都发布出去，中间的分隔线还会把前一段变成标题。',
	},
	mend: {
		en: '`git diff` shows what both sides wanted. Conflicts that are quoted on purpose belong in a code block.',
		'zh-CN': '`git diff` 可以看到双方的改动。有意引用的冲突标记请放进代码块。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n\n```text\n<<<<<<< HEAD\n```\n\n>>>>>> quoted\n' } }],
		bad: [
			{
				files: { 'docs/a.md': '# A\n\n<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n' },
				at: 'docs/a.md:3:1',
			},
			{ files: { 'docs/a.md': '# A\n\nOne.\n\n>>>>>>> other\n' }, at: 'docs/a.md:5:1' },
		],
	},
	check({ document, source: { text }, tree, report }) {
		if (!text.includes('<<<<<<< ') && !text.includes('>>>>>>> ')) return;
		const code = bodyParts(tree).code.map(({ position }) => [
			position?.start.line ?? 0,
			position?.end.line ?? 0,
		]);
		const first = (document.positions['']?.value.end.line ?? 0) + 1;
		let isOpen = false;
		for (const { 0: mark, index } of text.matchAll(MARK)) {
			const line = text.slice(0, index).split(/\r\n|\n|\r/).length;
			if (line < first || code.some(([from = 0, to = 0]) => from <= line && line <= to)) continue;
			// One finding for both ends of a conflict.
			const isEnd = mark.startsWith('>');
			if (!isEnd || !isOpen) {
				const shown = mark.trimEnd();
				const range = { start: { line, column: 1 }, end: { line, column: shown.length + 1 } };
				report({ range, params: { mark: shown.slice(0, 60) } });
			}
			isOpen = !isEnd;
		}
	},
});
