/**
 * Import endings of compiled files. The TypeScript compiler renames relative imports in the JavaScript that it
 * writes; not in declarations, in addresses given to `new URL`, or in Astro components, which it never sees.
 */
const IMPORTED = /(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]+?)\.ts\2/g;
const ADDRESS = /(\bnew URL\(\s*)(['"])(\.{1,2}\/[^'"\n]+?)\.ts\2(?=\s*,\s*import\.meta\.url)/g;

/** The text with `./x.js` wherever a module `./x.ts` is still named; `path` tells what sort of file it is. */
export function compiledEndings(path: string, text: string): string {
	// In JavaScript what looks like an import now is a text of ours, such as an example in a message.
	const imports = path.endsWith('.js') ? text : text.replace(IMPORTED, '$1$2$3.js$2');
	return imports.replace(ADDRESS, '$1$2$3.js$2');
}
