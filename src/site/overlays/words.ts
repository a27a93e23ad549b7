import {
	OVERLAY_STATES,
	OVERLAY_TONES,
	type OverlayCell,
	type OverlayName,
	type OverlayTone,
} from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import { type LegendText, type OverlayText, overlayText } from '../i18n/overlays/index.ts';

/** Whether marks and words speak of a step or of a process with all its steps. */
export type OverlayPlace = 'step' | 'process';

/** Element ids: a column of the facts, so that each overlay has an address without a script. */
export function columnId(overlay: OverlayName): string {
	return `_overlay-${overlay}`;
}

/** What a cell says in words: `1 open, 2 closed, worst S2`; '' where there is nothing to say. */
export function cellWords(
	overlay: OverlayName,
	cell: OverlayCell,
	place: OverlayPlace,
	labels: SiteLabels,
): string {
	const text = overlayText[labels.lang];
	if (place === 'step' && cell.parts.missing) return cell.parts.unguarded ? text.lacksDespite : text.lacks;
	const words = OVERLAY_STATES[overlay].flatMap((state) => {
		const count = cell.parts[state];
		return count ? [text.part[state](count)] : [];
	});
	const worst = worstSeverity(cell);
	if (worst) words.push(text.worst(worst));
	return words.join(text.separator);
}

/** Severities sort by their names: S1 is the gravest. */
function worstSeverity({ items }: OverlayCell): string | undefined {
	const incidents = items.filter(({ state }) => state === 'open' || state === 'past');
	return incidents.flatMap(({ severity }) => severity ?? []).sort()[0];
}

/** For sorting: the graver tone first, then the greater number. */
export function cellWeight({ tone, parts }: OverlayCell): number {
	const count = Object.values(parts).reduce((sum, part) => sum + part, 0);
	return OVERLAY_TONES.indexOf(tone) * 1000 + Math.min(count, 999);
}

export interface LegendRow {
	readonly tone: OverlayTone;
	/** As on a mark. */
	readonly sign: string;
	readonly words: string;
}

/** The meanings of the marks of one overlay, the gravest first. */
export function legendOf(overlay: OverlayName, place: OverlayPlace, text: OverlayText): LegendRow[] {
	const ofProcess = place === 'process' && overlay === 'runbooks';
	const meanings: LegendText = ofProcess ? text.processRunbooks : text.onStep[overlay];
	return [...OVERLAY_TONES].reverse().flatMap((tone) => {
		const words = meanings[tone];
		return words ? [{ tone, sign: sampleSign(overlay, tone, place), words }] : [];
	});
}

/** A number stands for any number; these signs are always the same. */
function sampleSign(overlay: OverlayName, tone: OverlayTone, place: OverlayPlace): string {
	if (overlay === 'runbooks' && place === 'step' && tone !== 'good') return '0';
	if (overlay === 'runbooks' && place === 'process' && tone === 'good') return '✓';
	return overlay === 'reviews' && tone === 'good' ? '✓' : 'n';
}
