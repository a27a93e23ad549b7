import { defineRule } from '../../model/index.ts';

/** The id that an author gave a heading, at its end. */
const WRITTEN = /\{#([^{}\s]+)\}[ \t]*$/;

export const duplicateAnchor = defineRule({
	code: 'MS426',
	rule: 'duplicate-anchor',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Two places have the same anchor', 'zh-CN': '两处使用了同一个锚点' },
	message: {
		en: ({ written, given }) =>
			`The anchor \`${written}\` is taken by an earlier place of this page, so this heading becomes \`${given}\` and links to \`${written}\` lead elsewhere. Give it another.`,
		'zh-CN': ({ written, given }) =>
			`本页前面已经用了锚点 \`${written}\`，这个标题会变成 \`${given}\`，指向 \`${written}\` 的链接会跳到别处。请另取一个。`,
	},
	why: {
		en: 'An anchor that somebody wrote down is meant to last; with two of them every link leads to the first.',
		'zh-CN': '手写的锚点是要长期使用的；同名的有两个时，所有链接都只会跳到第一个。',
	},
	mend: {
		en: 'Change one of the two, and the links that mean it.',
		'zh-CN': '修改其中一个，并同步修改指向它的链接。',
	},
	examples: {
		good: [{ files: { 'docs/a.md': '# A\n\n## Before {#before}\n\nOne.\n\n## Before\n\nTwo.\n' } }],
		bad: [
			{
				files: { 'docs/a.md': '# A\n\n## Before {#check}\n\nOne.\n\n## After {#check}\n\nTwo.\n' },
				at: 'docs/a.md:7:10',
			},
		],
	},
	check({ document, source, report }) {
		const explicit = document.headings.filter((heading) => heading.explicit);
		if (explicit.length === 0) return;
		const lines = source.text.split(/\r\n|\n|\r/);
		for (const { id, range } of explicit) {
			// A heading that is underlined ends with the line below its text.
			const found = [range.end.line, range.end.line - 1].flatMap((line) => {
				const match = WRITTEN.exec(lines[line - 1] ?? '');
				return match && line >= range.start.line ? [{ line, match }] : [];
			})[0];
			const written = found?.match[1];
			if (!found || written === undefined || written === id) continue;
			const { line, match } = found;
			const column = match.index + 1;
			report({
				range: { start: { line, column }, end: { line, column: column + written.length + 3 } },
				params: { written, given: id },
			});
		}
	},
});
