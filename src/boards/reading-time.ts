/**
 * How long a text takes to read: 255 Han characters or 228 words of other scripts a minute (Trauzettel-Klosinski
 * and Dietz, "Standardized assessment of reading performance: the new International Reading Speed Texts", 2012).
 * Whole minutes, at least one.
 */
export function readingMinutes(text: string): number {
	const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
	const words = text.match(/(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)?.length ?? 0;
	return Math.max(1, Math.round(han / HAN_A_MINUTE + words / WORDS_A_MINUTE));
}

const HAN_A_MINUTE = 255;
const WORDS_A_MINUTE = 228;
