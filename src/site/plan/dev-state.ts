import type { Diagnostic, Route } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import type { SiteIndex } from './site-index.ts';

/** A diagnostic as the overlay shows it. */
export interface ShownProblem {
	readonly code: string;
	readonly severity: Diagnostic['severity'];
	readonly place: string;
	readonly message: string;
	readonly hint: string;
}

/** What a page being written carries for its script: what is wrong, and the words to say it. */
export interface DevState {
	readonly route: Route;
	/** Of the model that the page was made from. */
	readonly revision: number;
	readonly problems: readonly ShownProblem[];
	readonly title: string;
	readonly hide: string;
}

export function devState(index: SiteIndex, route: Route, labels: SiteLabels): DevState {
	const problems = shownProblems(index.model.diagnostics);
	const revision = index.model.revision ?? 0;
	return { route, revision, problems, title: labels.text.problems(problems.length), hide: labels.text.hide };
}

/** Errors first; hints are left to the terminal. */
export function shownProblems(diagnostics: readonly Diagnostic[]): ShownProblem[] {
	return diagnostics
		.filter(({ severity }) => severity !== 'hint')
		.sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1))
		.slice(0, 50)
		.map(({ code, severity, file, range, message, suggestions }) => ({
			code,
			severity,
			place: `${file}:${range.start.line}:${range.start.column}`,
			message,
			hint: suggestions.map(({ value, note }) => (note ? `${value} (${note})` : value)).join(', '),
		}));
}
