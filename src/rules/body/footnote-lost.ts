import type { FootnoteDefinition } from 'mdast';
import { defineRule } from '../../model/index.ts';
import { indexNearest } from '../nearest-index.ts';
import { bodyParts, lineFrom } from './body-parts.ts';
import { missingNotes } from './missing-notes.ts';

export const footnoteLost = defineRule({
	code: 'MS216',
	rule: 'footnote-lost',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Footnote that is in no page', 'zh-CN': '脚注不会显示' },
	message: {
		en: ({ label, first }) =>
			first
				? `The footnote \`[^${label}]\` is written in line ${first} already, so this one is left out. Give it a label of its own, or join the two.`
				: `Nothing in the text calls \`[^${label}]\`, so this footnote is left out. Write \`[^${label}]\` where it belongs, or remove it.`,
		'zh-CN': ({ label, first }) =>
			first
				? `第 ${first} 行已经有脚注 \`[^${label}]\`，这一条不会显示。请另取标记，或把两条合并。`
				: `正文没有引用 \`[^${label}]\`，这条脚注不会显示。请在需要的地方写上 \`[^${label}]\`，或删去它。`,
	},
	why: {
		en: 'What it says, a source, a condition, an exception, is missing without a word.',
		'zh-CN': '脚注里的来源、条件或例外会悄悄丢失。',
	},
	mend: {
		en: 'Each footnote is written once, `[^1]: The text.`, and called at least once, `[^1]`.',
		'zh-CN': '每条脚注写一次 `[^1]: 说明文字`，并在正文里至少引用一次 `[^1]`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md':
						'# A\n\nAs agreed[^1] and counted.[^Note]\n\n[^1]: In May.\n[^note]: See.[^b]\n\n[^b]: C.\n',
				},
			},
		],
		bad: [
			{
				files: { 'docs/a.md': '# A\n\nAs agreed.[^1]\n\n[^1]: In May.\n\n[^1]: In June.\n' },
				at: 'docs/a.md:7:1',
			},
			{ files: { 'docs/a.md': '# A\n\nAs agreed.\n\n> [^1]: In May.\n' }, at: 'docs/a.md:5:3' },
		],
	},
	check({ source: { text }, tree, report }) {
		if (!text.includes('[^')) return;
		const parts = bodyParts(tree);
		const { notes, calls } = parts;
		if (notes.length === 0) return;
		const first = new Map<string, number>();
		const uncalled: FootnoteDefinition[] = [];
		const called = new Set(calls.map(({ identifier }) => identifier));
		for (const note of notes) {
			const { identifier, label, position } = note;
			const line = first.get(identifier);
			if (line !== undefined) {
				report({ range: lineFrom(note, text), params: { label: label ?? identifier, first: line } });
				continue;
			}
			first.set(identifier, position?.start.line ?? 0);
			if (!called.has(identifier)) uncalled.push(note);
		}
		if (uncalled.length === 0) return;
		// A call whose label is misspelt is told where it stands.
		const near = indexNearest([...missingNotes(parts, text)].map(({ label }) => label));
		for (const note of uncalled) {
			const label = note.label ?? note.identifier;
			if (near(label).length === 0) report({ range: lineFrom(note, text), params: { label, first: 0 } });
		}
	},
});
