import type { LanguageView } from '../../model/index.ts';

/** How the pages of a language name a data object of a step. */
export interface DataName {
	/** As readers call it; as it is written where the dictionary does not know it. */
	readonly name: string;
	/** Address segment of its page. */
	readonly slug?: string;
}

/** Looks names up as they are written in steps. The drawing with data objects calls them the same. */
export function dataNames(view: LanguageView): (written: string) => DataName {
	const { slugs, objects } = view.work.data;
	const names = new Map(objects.map(({ slug, name }) => [slug, name]));
	return (written) => {
		const slug = slugs[written];
		return slug === undefined ? { name: written } : { name: names.get(slug) ?? written, slug };
	};
}
