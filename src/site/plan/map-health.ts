import type {
	HealthReason,
	HealthState,
	ProcessCounts,
	ProcessHealth,
	ProcessNode,
} from '../../model/index.ts';
import type { MapText } from '../i18n/map/index.ts';

/** What asks for care, in words, the gravest first; empty for a process in order. */
export function healthConcerns(text: MapText, { reasons }: ProcessHealth): string[] {
	return reasons
		.filter((reason) => reason.key !== 'reviewed' && !(reason.key === 'below' && reason.state === 'good'))
		.map((reason) => reasonText(text, reason));
}

/** Why a process stands as it does, in words, the gravest first. */
export function healthReasons(text: MapText, { reasons, state }: ProcessHealth): string[] {
	const words = reasons.map((reason) => reasonText(text, reason));
	return state === 'good' ? [...words, text.reason.calm] : words;
}

function reasonText(text: MapText, reason: HealthReason): string {
	const { reason: words } = text;
	switch (reason.key) {
		case 'open-incidents':
			return reason.severe ? words.severe(reason.count) : words['open-incidents'](reason.count);
		case 'review-overdue':
			return words['review-overdue'](reason.due);
		case 'unguarded-steps':
			return words['unguarded-steps'](reason.count);
		case 'reviewed':
			return [words.reviewed(reason.on), ...(reason.due ? [words.next(reason.due)] : [])].join(
				text.separator,
			);
		case 'below':
			return text.below[reason.state](reason.count);
		default:
			return words[reason.key];
	}
}

/** Words as one line that begins as a sentence does. */
export function sentence(text: MapText, words: readonly string[]): string {
	const line = words.join(text.separator);
	return line.charAt(0).toUpperCase() + line.slice(1);
}

/** What a card counts: always the steps; the rest only where there is any. */
export function countWords(
	text: MapText,
	counts: ProcessCounts,
	names: readonly (keyof ProcessCounts)[],
): string[] {
	return names.flatMap((name) =>
		counts[name] > 0 || name === 'steps' ? [text.counts[name](counts[name])] : [],
	);
}

/** The order in which states are told: what needs doing last, as the eye ends there. */
const ORDER: readonly HealthState[] = ['good', 'attention', 'bad', 'unknown'];

/** How many of these processes are in each state; states without any left out. */
export function healthCounts(
	nodes: readonly ProcessNode[],
): { readonly state: HealthState; readonly count: number }[] {
	return ORDER.map((state) => ({
		state,
		count: nodes.filter(({ facts }) => facts.health.state === state).length,
	})).filter(({ count }) => count > 0);
}
