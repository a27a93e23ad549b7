/**
 * A term of the glossary: the words for it in each language, separated by `|`, the preferred one first, common
 * abbreviations and everyday words after it.
 */
export type GlossaryRow = readonly [en: string, simplified: string, traditional: string];
