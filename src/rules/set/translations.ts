import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import type { Document, GraphRuleContext } from '../../model/index.ts';

/** A document and one of its versions in another language. */
export interface TranslationPair {
	readonly original: Document;
	readonly translation: Document;
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

/** Whether both versions have the same steps; where not, that alone is told of them. */
export function hasSameSteps({ original, translation }: TranslationPair): boolean {
	return stepIds(original).join('\n') === stepIds(translation).join('\n');
}
