import metrics from '../font-metrics.generated.json' with { type: 'json' };

export interface TextStyle {
	/** Font size in px. */
	readonly size: number;
	readonly weight: 400 | 600;
}

/** Distance from the baseline to the top and to the bottom of a line of Inter, in em. */
export const FONT_ASCENT = metrics.ascent / metrics.unitsPerEm;
export const FONT_DESCENT = metrics.descent / metrics.unitsPerEm;

const WIDTHS = {
	400: widthTable(metrics.widths['400']),
	600: widthTable(metrics.widths['600']),
};

/** Scripts that Inter lacks: the widths are averages of the usual system fonts, in em. */
const SCRIPT_WIDTHS: readonly (readonly [RegExp, number])[] = [
	[/[\p{M}\p{Cf}\p{Cc}]/u, 0],
	[/\p{Extended_Pictographic}/u, 1.3],
	[/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u, 1],
	[/[\u2e80-\u303e\u3040-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u, 1],
	[/[\uff61-\uffdc]/u, 0.5],
	[/[\u2190-\u21ff\u2460-\u24ff\u25a0-\u27bf]/u, 1],
	[/[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Lao}]/u, 0.6],
	[/[\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}]/u, 0.75],
];
const OTHER_WIDTH = 0.7;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const NEEDS_SEGMENTING = /[\u200d\ufe0f\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;

/**
 * Width in px of one line of text in the diagram font (Inter, then the reader's CJK font), without kerning,
 * which makes it at most a few per cent too wide and almost never too narrow.
 */
export function measureText(text: string, style: TextStyle): number {
	if (NEEDS_SEGMENTING.test(text)) {
		let width = 0;
		for (const { segment } of graphemes.segment(text)) width += clusterWidth(segment, style.weight);
		return width * style.size;
	}
	let width = 0;
	for (const character of text) width += characterWidth(character, style.weight);
	return width * style.size;
}

/** An emoji sequence (family, flag, skin tone) is drawn as one picture. */
function clusterWidth(cluster: string, weight: TextStyle['weight']): number {
	let width = 0;
	const picture = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(cluster);
	for (const character of cluster) {
		const own = characterWidth(character, weight);
		width = picture ? Math.max(width, own, 1.3) : width + own;
	}
	return width;
}

function characterWidth(character: string, weight: TextStyle['weight']): number {
	const point = character.codePointAt(0) ?? 0;
	const table = WIDTHS[weight];
	const known = table.get(point);
	if (known !== undefined) return known;
	const width = (SCRIPT_WIDTHS.find(([pattern]) => pattern.test(character)) ?? [undefined, OTHER_WIDTH])[1];
	table.set(point, width);
	return width;
}

/** Combining marks sit on the letter before them, whatever advance the font gives them alone. */
function widthTable(widths: readonly number[]): Map<number, number> {
	const table = new Map<number, number>();
	let index = 0;
	for (const [first = 0, last = 0] of metrics.runs) {
		for (let point = first; point <= last; point++) {
			const mark = /[\p{M}\p{Cf}\p{Cc}]/u.test(String.fromCodePoint(point));
			table.set(point, mark ? 0 : (widths[index] ?? 0) / metrics.unitsPerEm);
			index++;
		}
	}
	return table;
}
