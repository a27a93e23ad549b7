import type { ExamplesByCode } from '../../model/index.ts';
import { bodyExamples } from './body.ts';
import { frontmatterExamples } from './frontmatter.ts';
import { mdxExamples } from './mdx.ts';
import { suppressionExamples } from './suppressions.ts';

/** Of every code that reading a document's text can find. */
export const parseExamples: ExamplesByCode = {
	...frontmatterExamples,
	...mdxExamples,
	...bodyExamples,
	...suppressionExamples,
};
