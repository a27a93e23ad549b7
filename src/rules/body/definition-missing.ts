import { defineRule } from '../../model/index.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { bodyParts, placeIn, runningText } from './body-parts.ts';

/** `[text][label]` and `[text][]`; not `rows[i][j]`, and no two footnotes side by side. */
const USE = /(?<![\\\])\w])\[(?![\^,\s])([^[\]\n]{1,200})\]\[(?!\^)([^[\]\n]{0,100})\](?!\()/g;

export const definitionMissing = defineRule({
	code: 'MS211',
	rule: 'link-definition-missing',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Reference link without its target', 'zh-CN': '引用式链接没有定义' },
	message: {
		en: ({ label }) =>
			`No line \`[${label}]: …\` says where this link leads, so it stays plain text. Add one, or correct the label.`,
		'zh-CN': ({ label }) =>
			`没有 \`[${label}]: …\` 这一行说明链接去向，它只会显示为普通文字。请补上，或更正标记。`,
	},
	why: {
		en: 'Readers see brackets instead of a link and cannot follow it.',
		'zh-CN': '读者看到的是方括号，点不开。',
	},
	mend: {
		en: 'Define the target once in the same file: `[label]: other.md`. If no link is meant, write `\\[` for the bracket.',
		'zh-CN': '在同一文件里定义一次：`[标记]: other.md`。如果不是链接，方括号写成 `\\[`。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': '# A\n\nSee [the note][n] and [n][].\n\n[n]: b.md\n', 'docs/b.md': '# B\n' } },
			{ files: { 'docs/a.md': '# A\n\nThe cell rows[i][j], or `[a][b]`, or [1][2].\n' } },
		],
		bad: [
			{
				files: {
					'docs/a.md': '# A\n\nSee [n][] and\n**[the `big` note][note]**.\n\n[n]: b.md\n',
					'docs/b.md': '# B\n',
				},
				at: 'docs/a.md:4:20',
			},
		],
	},
	check({ source, tree, report }) {
		if (!source.text.includes('][')) return;
		const { blocks, definitions } = bodyParts(tree);
		const nearestTo = indexNearest(definitions);
		for (const block of blocks) {
			for (const match of runningText(block, source.text).matchAll(USE)) {
				const [whole, shown = '', written = ''] = match;
				const last = match.index + whole.length - 1;
				const start = written.trim() === '' ? match.index + 1 : last - written.length;
				const end = start + (written.trim() || shown).length;
				const offset = block.position?.start.offset ?? 0;
				const label = source.text.slice(offset + start, offset + end);
				if (/^\d+$/.test(shown.trim()) || shown.replaceAll('\0', '').trim() === '') continue;
				const range = placeIn(block, source.text, start, end);
				report({ range, params: { label }, ...suggest(nearestTo(label)) });
			}
		}
	},
});
