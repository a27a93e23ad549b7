import { defineRule } from '../../model/index.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { bodyParts, placeIn, runningText } from './body-parts.ts';

/** `[^1]`, but no character class of a pattern: `[^a-z]+`. */
const CALL = /(?<![\\\]\w])\[\^([\p{L}\p{N}_-]{1,40})\](?![+*?{(:])/gu;

export const footnoteMissing = defineRule({
	code: 'MS210',
	rule: 'footnote-missing',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Footnote that does not exist', 'zh-CN': '脚注不存在' },
	message: {
		en: ({ label }) =>
			`No line \`[^${label}]:\` explains this footnote, so readers see the brackets. Add one, or correct the label.`,
		'zh-CN': ({ label }) => `没有 \`[^${label}]:\` 这一行，读者会看到方括号本身。请补上脚注，或更正标记。`,
	},
	why: {
		en: 'What the note was to say is missing: a source, a condition, an exception.',
		'zh-CN': '脚注要说明的来源、条件或例外丢失了。',
	},
	mend: {
		en: 'Footnotes stand in the same file: `[^1]: The text.` at the start of a line.',
		'zh-CN': '脚注写在同一文件里，另起一行：`[^1]: 说明文字`。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': '# A\n\nAs agreed.[^1]\n\n[^1]: In May.\n' } },
			{ files: { 'docs/a.md': '# A\n\nThe class [^a-z] or \\[^1] or `[^1]`.\n' } },
		],
		bad: [{ files: { 'docs/a.md': '# A\n\nAs agreed.[^2]\n\n[^1]: In May.\n' }, at: 'docs/a.md:3:11' }],
	},
	check({ source, tree, report }) {
		if (!source.text.includes('[^')) return;
		const { blocks, footnotes } = bodyParts(tree);
		const nearestTo = indexNearest(footnotes);
		for (const block of blocks) {
			for (const match of runningText(block, source.text).matchAll(CALL)) {
				const label = match[1] ?? '';
				if (/^\w-\w/.test(label)) continue;
				const range = placeIn(block, source.text, match.index, match.index + match[0].length);
				report({ range, params: { label }, ...suggest(nearestTo(label)) });
			}
		}
	},
});
