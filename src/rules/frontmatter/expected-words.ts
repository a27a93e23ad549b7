import type { MessageParams } from '../../model/index.ts';
import { VALUE_END, VALUE_START } from '../../model/taiwan.ts';

/** The few words in which schemas say what they expect, as Chinese messages say them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
	[/\bkey of (\w+)/g, '$1 中的键'],
	[/\bstep id\b/g, '步骤编号'],
	[/\btext\b/g, '文字'],
	[/\bnumber\b/g, '数字'],
];

/** `[text]` → `[文字]`; forms such as `YYYY-MM-DD` and values stay as they are. */
export function expectedInChinese(expected: MessageParams[string] | undefined): string {
	const written = String(expected ?? '');
	// These words are ours: where the rest is marked as a value they stand outside the marks.
	const [end, start] = written.startsWith(VALUE_START) ? [VALUE_END, VALUE_START] : ['', ''];
	return WORDS.reduce(
		(text, [word, chinese]) => text.replace(word, chinese.replace(/\p{Script=Han}+/u, `${end}$&${start}`)),
		written,
	);
}
