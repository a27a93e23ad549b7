import { DIRECTIVE_NAMES, defineRule, nearest } from '../../model/index.ts';
import { bodyParts, lineFrom, placeIn, runningText, type TextBlock } from './body-parts.ts';
import { isEmptyDirective } from './directive-empty.ts';

/** A line that opens a directive, or is meant to. */
const OPENS = /^[ \t>]*([:：]{3,}[ \t]*)(\p{L}[\p{L}\d_-]*)/gmu;

/** A line that begins a directive of whichever program, and one that only ends one. */
const BEGINS = /^[ \t>]*[:：]{3,}[ \t]*[^\s:：]/m;
const ENDS = /^[ \t>]*(:{3,})[ \t]*$/m;

const NAMES: ReadonlySet<string> = new Set(DIRECTIVE_NAMES);

export const directiveUnread = defineRule({
	code: 'MS424',
	rule: 'directive-unread',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A directive that is read as text', 'zh-CN': '指令被当作正文' },
	message: {
		en: ({ written, reason }) =>
			reason === 'indent'
				? `“${written}” is indented by four spaces or more, which makes code of it. Write it with the indentation of what holds it.`
				: reason === 'end'
					? `“${written}” closes nothing. Write the line that opens the directive above what belongs to it, or remove this line.`
					: reason === 'name'
						? `“${written}” is no directive, so this line is shown as it stands and what follows is plain text.`
						: `“${written}” is not written as a directive is, so this line is shown as it stands. Write three or more half-width colons, the name in small letters directly behind them, then {…} with every quote and bracket closed.`,
		'zh-CN': ({ written, reason }) =>
			reason === 'indent'
				? `“${written}”缩进了四个以上空格，会变成代码。请与所在部分的缩进一致。`
				: reason === 'end'
					? `“${written}”没有对应的开始行。请在所属内容的上面补上指令的开始行，或删去这一行。`
					: reason === 'name'
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
			{ files: { 'docs/a.md': '# A\n\n    :::note\n    Stop.\n    :::\n' }, at: 'docs/a.md:3:5' },
			{ files: { 'docs/a.md': '# A\n\n:::Danger\nStop.\n:::\n' }, at: 'docs/a.md:3:1' },
			{ files: { 'docs/a.md': '# A\n\n:::step{minutes="5}\nGo.\n:::\n' }, at: 'docs/a.md:3:1' },
			{
				files: { 'docs/a.md': '# A\n\n::::step{#a}\n## B\nGo.\n\nIt runs.\n:::\n::::\n' },
				at: 'docs/a.md:8:1',
			},
			{ files: { 'docs/a.md': '# A\n\n- 先看：\n\n  ：：：note\n  甲。\n' }, at: 'docs/a.md:5:3' },
		],
	},
	check({ source, tree, report }) {
		const { text } = source;
		if (!/[:：]{3}/.test(text)) return;
		const { blocks, code, directives } = bodyParts(tree);
		const paragraphs = withColons(blocks, source.text);
		for (const { block, from, to, params, meant } of unreadBeginnings(paragraphs)) {
			const range = placeIn(block, source.text, from, to);
			report({ range, params, ...(meant && { suggestions: [{ value: meant }] }) });
		}
		for (const node of code) {
			const name = /^:{3,}([a-z]+)/.exec(node.value);
			if (!name || !NAMES.has(name[1] ?? '') || isFence(text, node.position?.start.offset ?? 0)) continue;
			const { start, end } = lineFrom(node, text);
			const at = node.position?.start.offset ?? 0;
			const column = start.column + text.indexOf(name[0], at) - at;
			report({
				range: { start: { line: start.line, column }, end },
				params: { written: name[0], reason: 'indent' },
			});
		}
		// A line that closes nothing follows from any other slip; alone, it is the slip.
		if (paragraphs.some(({ running }) => BEGINS.test(running))) return;
		if (directives.some((each) => each.data?.unclosed || isEmptyDirective(each))) return;
		if (code.some(({ value }) => BEGINS.test(value))) return;
		const [end] = paragraphs.flatMap(({ block, running }) => {
			const match = ENDS.exec(running);
			return match ? [{ block, to: match.index + match[0].trimEnd().length, colons: match[1] ?? '' }] : [];
		});
		if (!end) return;
		const range = placeIn(end.block, source.text, end.to - end.colons.length, end.to);
		report({ range, params: { written: end.colons, reason: 'end' } });
	},
});

/** Whether the code at an offset stands between marks; else its indentation makes it code. */
function isFence(text: string, at: number): boolean {
	return /^[ \t]*(?:```|~~~)/.test(text.slice(at, at + 40));
}

interface Paragraph {
	readonly block: TextBlock;
	/** See {@link runningText}. */
	readonly running: string;
}

function withColons(blocks: readonly TextBlock[], text: string): Paragraph[] {
	return blocks.flatMap((block) => {
		const running = block.type === 'paragraph' ? runningText(block, text) : '';
		return /[:：]{3}/.test(running) ? [{ block, running }] : [];
	});
}

/** Whether a line that begins or ends a directive is text, or swallowed by code: what belongs to which is not known then. */
export function hasUnreadDirective(tree: unknown, text: string): boolean {
	const { blocks, code } = bodyParts(tree);
	const isUnread = (running: string): boolean => BEGINS.test(running) || ENDS.test(running);
	return (
		withColons(blocks, text).some(({ running }) => isUnread(running)) ||
		code.some(({ value }) => isUnread(value))
	);
}

interface UnreadBeginning {
	readonly block: TextBlock;
	readonly from: number;
	readonly to: number;
	readonly params: { readonly written: string; readonly reason: 'form' | 'name' };
	/** What was most likely meant, where it is written otherwise. */
	readonly meant: string | undefined;
}

function* unreadBeginnings(paragraphs: readonly Paragraph[]): Generator<UnreadBeginning> {
	/** Of the directives of other programs, which come by the dozen, each is told once. */
	const told = new Set<string>();
	for (const { block, running } of paragraphs) {
		for (const { 0: line, 1: colons = '', 2: name = '', index } of running.matchAll(OPENS)) {
			const to = index + line.length;
			const written = colons + name;
			const isKnown = NAMES.has(name.toLowerCase());
			const [best] = isKnown ? [name.toLowerCase()] : nearest(name.toLowerCase(), [...NAMES], 1);
			if (!best && told.has(name)) continue;
			told.add(name);
			const meant = best && `${':'.repeat(colons.trim().length)}${best}`;
			yield {
				block,
				from: to - written.length,
				to,
				params: { written, reason: isKnown ? 'form' : 'name' },
				meant: meant === written ? undefined : meant,
			};
		}
	}
}
