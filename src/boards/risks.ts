import type { RiskLevel, RiskPlace, RiskRow } from '../model/index.ts';
import {
	type BoardInput,
	defined,
	facetsOf,
	numberOf,
	originals,
	recordOf,
	textIn,
	textOf,
} from './board-document.ts';

/**
 * Every risk that a log judges, the gravest first. Score = likelihood × impact (each 1–5); 15 and above is
 * critical, 10 and above high, 5 and above medium. Logs that were retired or superseded do not count.
 */
export function riskRows({ graph }: BoardInput): RiskRow[] {
	return originals(graph, 'system-log')
		.flatMap((log): RiskRow[] => {
			const { risk, date, logType, outcome, status } = log.frontmatter;
			const judged = recordOf(risk);
			const place = riskPlace(judged);
			if (!place || status === 'retired' || status === 'superseded') return [];
			return [
				{
					id: log.id,
					...facetsOf(log),
					...place,
					date: textOf(date) ?? '',
					riskClass: textOf(judged['class']) ?? '',
					mitigation: textIn(graph, log.id, '/risk/mitigation'),
					logType: textOf(logType) ?? '',
					...defined({ outcome: textOf(outcome), residual: riskPlace(recordOf(judged['residual'])) }),
				},
			];
		})
		.sort(
			(a, b) =>
				b.score - a.score ||
				b.impact - a.impact ||
				(a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1),
		);
}

/** The place in the matrix; undefined when either number is missing. */
export function riskPlace(fields: Readonly<Record<string, unknown>>): RiskPlace | undefined {
	const likelihood = numberOf(fields['likelihood']);
	const impact = numberOf(fields['impact']);
	if (likelihood === undefined || impact === undefined) return undefined;
	const score = likelihood * impact;
	return { likelihood, impact, score, level: riskLevel(score) };
}

/** The level of a score of 1–25, the same for every cell of the matrix. */
export function riskLevel(score: number): RiskLevel {
	if (score >= 15) return 'critical';
	if (score >= 10) return 'high';
	return score >= 5 ? 'medium' : 'low';
}
