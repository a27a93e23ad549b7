/** Endings of document files, in the order in which a link without an ending tries them. */
export const DOCUMENT_ENDING = /\.(md|mdx|markdown)$/i;
