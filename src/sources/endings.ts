/** Of files that are documents. */
export const DOCUMENT_ENDING = /\.(md|mdx|markdown)$/i;
