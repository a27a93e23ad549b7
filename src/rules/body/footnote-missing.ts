import { defineRule } from '../../model/index.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { bodyParts, placeIn } from './body-parts.ts';
import { type MissingNote, missingNotes } from './missing-notes.ts';

export const footnoteMissing = defineRule({
	code: 'MS210',
	rule: 'footnote-missing',
	severity: 'warning',
	scope: 'document',
	title: { en: 'Footnote that does not exist', 'zh-CN': '脚注不存在' },
	message: {
		en: ({ label, reason }) =>
			reason === 'note'
				? `This line is not read as the footnote \`[^${label}]\`, so readers see the brackets here and where it is called. Write \`[^${label}]: \`, with a half-width colon and a space, at its beginning.`
				: `No line \`[^${label}]:\` explains this footnote, so readers see the brackets. Add one, or correct the label.`,
		'zh-CN': ({ label, reason }) =>
			reason === 'note'
				? `这一行没有被当作脚注 \`[^${label}]\`，读者在这里和引用处都会看到方括号。行首请写成 \`[^${label}]: \`，用半角冒号加空格。`
				: `没有 \`[^${label}]:\` 这一行，读者会看到方括号本身。请补上脚注，或更正标记。`,
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
		bad: [
			{ files: { 'docs/a.md': '# A\n\nAs agreed.[^2]\n\n[^1]: In May.\n' }, at: 'docs/a.md:3:11' },
			{ files: { 'docs/a.md': '# A\n\nAs agreed.[^ 1]\n\n[^1]: In May.\n' }, at: 'docs/a.md:3:11' },
			{ files: { 'docs/a.md': '# 甲\n\n已确认[^1]。\n\n[^1]：五月。\n' }, at: 'docs/a.md:5:1' },
		],
	},
	check({ source: { text }, tree, report }) {
		if (!text.includes('[^')) return;
		const parts = bodyParts(tree);
		const missing = [...missingNotes(parts, text)];
		if (missing.length === 0) return;
		const nearestTo = indexNearest(parts.notes.map(({ label, identifier }) => label ?? identifier));
		// A note whose colon is lost or full width is one slip, however often it is called.
		const broken = new Map<string, MissingNote>();
		for (const note of missing)
			if (note.beginsParagraph && !broken.has(note.label)) broken.set(note.label, note);
		const isCalled = (label: string): boolean =>
			missing.some((note) => note.label === label && !note.beginsParagraph);
		for (const note of missing) {
			const { block, label, from, to } = note;
			const slip = broken.get(label);
			const isNote = slip !== undefined && isCalled(label);
			if (isNote && slip !== note) continue;
			report({
				range: placeIn(block, text, from, to),
				params: { label, reason: isNote ? 'note' : 'call' },
				...(isNote ? { suggestions: [{ value: `[^${label}]:` }] } : suggest(nearestTo(label))),
			});
		}
	},
});
