import type { ListEntry, TriageClass, TriageRunbook } from '../../model/index.ts';
import { type TriageClassText, triageText } from '../i18n/triage/index.ts';
import type { PageContext } from '../plan/context.ts';

/** A runbook as the page shows it: the document in the version of this view. */
export interface ShownRunbook extends TriageRunbook {
	readonly entry: ListEntry;
}

/** The runbooks of a class in one module; those whose first module is another one are only named. */
export interface TriageArea {
	/** '' for runbooks without a module. */
	readonly module: string;
	readonly anchor: string;
	readonly label: string;
	readonly runbooks: readonly ShownRunbook[];
	readonly also: readonly ShownRunbook[];
}

/** What a class says; one that the texts do not know says its label. */
export function classText({ labels }: PageContext, exceptionClass: string): TriageClassText {
	const known = triageText[labels.lang].classes[exceptionClass];
	return known ?? { question: labels.value('exceptionClass', exceptionClass), tell: '', first: '' };
}

export function shownRunbooks({ index, view }: PageContext, { runbooks }: TriageClass): ShownRunbook[] {
	const entries = index.entries(view);
	return runbooks.flatMap((runbook) => {
		const entry = entries.get(runbook.id);
		return entry ? [{ ...runbook, entry }] : [];
	});
}

/**
 * By module in the order of mainstay.yaml, so that the same module stands at the same place in every class; those
 * that only name runbooks of another module come last.
 */
export function areasOf(
	ctx: PageContext,
	{ exceptionClass }: TriageClass,
	runbooks: readonly ShownRunbook[],
): TriageArea[] {
	const { labels, model } = ctx;
	const text = triageText[labels.lang];
	const declared = Object.keys(model.modules);
	const seen = [...new Set(runbooks.flatMap(({ modules }) => (modules.length === 0 ? [''] : modules)))];
	const place = (module: string): number => {
		const at = declared.indexOf(module);
		return module === '' ? Number.POSITIVE_INFINITY : at < 0 ? declared.length : at;
	};
	const areas = seen
		.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
		.map((module) => ({
			module,
			anchor: `${exceptionClass}--${module || 'any'}`,
			label: module === '' ? text.noArea : labels.module(module),
			runbooks: runbooks.filter(({ modules }) => (modules[0] ?? '') === module),
			also: runbooks.filter(({ modules }) => modules.slice(1).includes(module)),
		}));
	const hasOwn = (area: TriageArea): boolean => area.runbooks.length > 0;
	return [...areas.filter(hasOwn), ...areas.filter((area) => !hasOwn(area))];
}

/** Symptoms in the language of the document that is shown. */
export function symptomsOf({ symptoms, entry }: ShownRunbook): readonly string[] {
	return symptoms[entry.lang] ?? Object.values(symptoms)[0] ?? [];
}

/** The first symptom of each of the most pressing runbooks: what this class looks like here. */
export function typicalSymptoms(
	runbooks: readonly ShownRunbook[],
	most: number,
): { text: string; lang: string }[] {
	return runbooks
		.flatMap((runbook) => {
			const [text] = symptomsOf(runbook);
			return text === undefined ? [] : [{ text, lang: runbook.entry.lang }];
		})
		.slice(0, most);
}
