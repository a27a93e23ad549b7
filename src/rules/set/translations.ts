import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import type { Document, GraphRuleContext, ProcedureStep } from '../../model/index.ts';

/** A document and one of its versions in another language. */
export interface TranslationPair {
	readonly original: Document;
	readonly translation: Document;
}

/** A step of a translation and the one of its original. */
export interface StepPair {
	readonly step: ProcedureStep;
	readonly counterpart: ProcedureStep;
}

/**
 * Every translation that is asked about, or whose original is, beside its original, which is the first version by the
 * languages of mainstay.yaml.
 */
export function* translationPairs({
	graph,
	isAsked = () => true,
}: Pick<GraphRuleContext, 'graph' | 'isAsked'>): Generator<TranslationPair> {
	// What a writer suppresses is counted even where nobody asks.
	const counts = ({ file, suppressions }: Document): boolean => suppressions !== undefined || isAsked(file);
	for (const versions of graph.byId.values()) {
		if (versions.size < 2) continue;
		const [original, ...translations] = versions.values();
		if (!original) continue;
		for (const translation of translations) {
			if (!original.unread && !translation.unread && (counts(original) || counts(translation)))
				yield { original, translation };
		}
	}
}

/** Ids of the process steps in the frontmatter, then of the steps in the body. */
export function stepIds(document: Document): string[] {
	const { steps = [] } = document.kind === 'process' ? (document.frontmatter as ProcessFrontmatter) : {};
	return [...steps.flatMap((step) => step.id ?? []), ...document.procedure.map((step) => step.id)];
}

/** The steps of the body that both versions have, where what they say is clear. */
export function stepPairs({ original, translation }: TranslationPair): StepPair[] {
	return translation.procedure.flatMap((step) => {
		const counterpart = original.procedure.find(({ id }) => id === step.id);
		return counterpart && !counterpart.isUnclear && !step.isUnclear ? [{ step, counterpart }] : [];
	});
}

/** Whether both versions have the same steps; where not, that alone is told of them. */
export function hasSameSteps({ original, translation }: TranslationPair): boolean {
	return stepIds(original).join('\n') === stepIds(translation).join('\n');
}
