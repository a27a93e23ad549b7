import { DIRECTIVE_NAMES, defineRule, nearest } from '../../model/index.ts';
import { bodyParts, placeIn, runningText } from './body-parts.ts';

/** A line that opens a directive, or is meant to. */
const OPENS = /^[ \t>]*([:：]{3,}[ \t]*)(\p{L}[\p{L}\d_-]*)/gmu;

const NAMES: ReadonlySet<string> = new Set(DIRECTIVE_NAMES);

export const directiveUnread = defineRule({
	code: 'MS424',
	rule: 'directive-unread',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A directive that is read as text', 'zh-CN': '指令被当作正文' },
	message: {
		en: ({ written, reason }) =>
			reason === 'name'
				? `“${written}” is no directive, so this line is shown as it stands and what follows is plain text.`
				: `“${written}” is not written as a directive is, so this line is shown as it stands. Write three or more half-width colons, the name in small letters directly behind them, then {…} with every quote and bracket closed.`,
		'zh-CN': ({ written, reason }) =>
			reason === 'name'
				? `没有“${written}”这个指令，这一行会原样显示，后面的内容只是普通正文。`
				: `“${written}”的写法不是指令，这一行会原样显示。请写三个以上半角冒号，紧跟小写的名称，再写 {…}，引号和括号都要成对。`,
	},
	why: {
		en: 'A step, a rollback or a warning disappears without a word: the checklist lacks it, and nothing else says so.',
		'zh-CN': '步骤、回退或警告会悄悄消失：核对清单里没有它，也没有别的提示。',
	},
	mend: {
		en: `The names are ${DIRECTIVE_NAMES.join(', ')}. To show such a line as text, put it into a code block.`,
		'zh-CN': `可用的名称：${DIRECTIVE_NAMES.join('、')}。要原样显示这样一行，请放进代码块。`,
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': '# A\n\n:::note\nRead it.\n:::\n\nWrite `:::rolback` so.\n' } },
			{ files: { 'docs/a.md': '# A\n\n```text\n:::nothing\n```\n\nRatio 1:::2.\n' } },
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n:::nota\nRead it.\n:::\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# A\n\n:::Danger\nStop.\n:::\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# A\n\n:::step{minutes="5}\nGo.\n:::\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# A\n\n- 先看：\n\n  ：：：note\n  甲。\n' }, at: 'docs/a.md:5:3' },
		],
	},
	check({ source, tree, report }) {
		if (!/[:：]{3}/.test(source.text)) return;
		/** Of the directives of other programs, which come by the dozen, each is told once. */
		const told = new Set<string>();
		for (const block of bodyParts(tree).blocks) {
			if (block.type !== 'paragraph') continue;
			for (const { 0: line, 1: colons = '', 2: name = '', index } of runningText(block, source.text).matchAll(
				OPENS,
			)) {
				const from = index + line.length - colons.length - name.length;
				const isKnown = NAMES.has(name.toLowerCase());
				const [best] = isKnown ? [name.toLowerCase()] : nearest(name.toLowerCase(), [...NAMES], 1);
				if (!best && told.has(name)) continue;
				told.add(name);
				const meant = `${':'.repeat(colons.trim().length)}${best}`;
				report({
					range: placeIn(block, source.text, from, index + line.length),
					params: { written: colons + name, reason: isKnown ? 'form' : 'name' },
					...(best && meant !== colons + name && { suggestions: [{ value: meant }] }),
				});
			}
		}
	},
});
