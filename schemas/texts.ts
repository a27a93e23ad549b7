import type { DocumentKind, Frontmatter } from '../src/model/index.ts';
import type { FieldMeta } from './meta.ts';
import { visitPlaces } from './paths.ts';
import { placesOf } from './registry.ts';

/** A value that stands where any text may stand: no date, id, key of a vocabulary or choice. */
export interface FrontmatterText {
	readonly pointer: string;
	readonly value: string;
}

/** The free texts of validated frontmatter, in the order of the schema. */
export function frontmatterTexts(kind: DocumentKind, value: Frontmatter): FrontmatterText[] {
	const texts: FrontmatterText[] = [];
	for (const { path } of placesOf(kind, isText)) {
		visitPlaces(value, path, (text, pointer) => {
			if (typeof text === 'string') texts.push({ pointer, value: text });
		});
	}
	return texts;
}

const isText = (meta: FieldMeta): boolean => meta.expected === 'text' && meta.reference === undefined;
