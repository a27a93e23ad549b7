import stages from './taiwan-words.generated.json' with { type: 'json' };
import { VALUE_START } from './value-marks.ts';

export type Replacement = readonly [from: string, to: string];

/** Replaces from left to right, the longest word that fits first. `onUse` hears of every word that was replaced. */
export function createReplacer(
	pairs: Iterable<Replacement>,
	onUse: (from: string) => void = () => {},
): (text: string) => string {
	const words = new Map(pairs);
	const longest = new Map<string, number>();
	for (const from of words.keys()) {
		const first = from[0] ?? '';
		longest.set(first, Math.max(longest.get(first) ?? 0, from.length));
	}
	const wordAt = (text: string, at: number): string | undefined => {
		for (let end = at + (longest.get(text[at] ?? '') ?? 0); end > at; end--) {
			const word = text.slice(at, end);
			if (words.has(word)) return word;
		}
		return undefined;
	};
	return (text) => {
		let result = '';
		for (let at = 0; at < text.length; ) {
			const word = wordAt(text, at);
			if (word !== undefined) onUse(word);
			result += word === undefined ? text[at] : words.get(word);
			at += word?.length ?? 1;
		}
		return result;
	};
}

const QUOTES = createReplacer([
	['“', '「'],
	['”', '」'],
	['‘', '『'],
	['’', '』'],
]);

let replacers: readonly ((text: string) => string)[] | undefined;

/** What was converted before, values aside: findings say few sentences many times. */
const known = new Map<string, string>();
const MOST_KNOWN = 5000;

/**
 * Our own simplified Chinese as readers of Taiwan write it. The words come from OpenCC, reduced to those that our
 * texts use (`scripts/generate/taiwan-words.ts`). Values between the marks of `value-marks.ts` stay as
 * they are and lose these marks; in backticks stand samples of what is written into files, with their own quotes.
 */
export function traditional(text: string): string {
	const values: string[] = [];
	const own = text.replace(/\ue000([^\ue000\ue001]*)\ue001/g, (_, value: string) => {
		values.push(value);
		return VALUE_START;
	});
	return convertedOnce(own).replaceAll(VALUE_START, () => values.shift() ?? '');
}

function convertedOnce(own: string): string {
	const before = known.get(own);
	if (before !== undefined) return before;
	if (known.size >= MOST_KNOWN) known.clear();
	const converted = convert(own);
	known.set(own, converted);
	return converted;
}

function convert(own: string): string {
	replacers ??= stages.map((words) => createReplacer(Object.entries(words)));
	return replacers
		.reduce((converted, replace) => replace(converted), own)
		.split(/(`[^`]*`)/)
		.map((part, index) => (index % 2 === 1 ? part : QUOTES(part)))
		.join('');
}
