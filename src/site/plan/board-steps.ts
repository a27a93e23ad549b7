import type { BoardPlace, LanguageTag, ListEntry } from '../../model/index.ts';
import type { PageContext } from './context.ts';

/** A place as a link shows it; a step that its process no longer has keeps its id. */
export interface PlaceWords {
	readonly entry: ListEntry;
	readonly step?: { readonly id: string; readonly name: string };
	readonly lang: LanguageTag;
}

/** The process and step of a place in the page's language; undefined for an unknown process. */
export function placeWords(ctx: PageContext, { process, step }: BoardPlace): PlaceWords | undefined {
	const entry = ctx.index.entries(ctx.view).get(process);
	if (!entry) return undefined;
	if (step === undefined) return { entry, lang: entry.lang };
	const target = ctx.index.targets.get(entry.route);
	const steps = target?.type === 'document' ? target.page.process?.steps : undefined;
	return {
		entry,
		step: { id: step, name: steps?.find(({ id }) => id === step)?.name ?? step },
		lang: entry.lang,
	};
}
