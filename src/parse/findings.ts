import { bodyDiagnostics } from './findings/body.ts';
import { frontmatterDiagnostics } from './findings/frontmatter.ts';
import { mdxDiagnostics } from './findings/mdx.ts';
import { suppressionDiagnostics } from './findings/suppressions.ts';

export * from './findings/body.ts';
export * from './findings/frontmatter.ts';
export * from './findings/mdx.ts';
export * from './findings/suppressions.ts';

/** Everything that reading a document's text can find. */
export const parseDiagnostics = [
	...frontmatterDiagnostics,
	...mdxDiagnostics,
	...bodyDiagnostics,
	...suppressionDiagnostics,
];
