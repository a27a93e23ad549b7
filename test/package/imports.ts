import ts from 'typescript';

/** Loading at once, where waiting is not possible. */
const REQUIRED = /\bcreateRequire\d*\((?:import\.meta\.url|ownAddress\d*)\)\(\s*["']([^"']+)["']/g;

/** In programs that are put together the compiler's quick look goes astray behind some regular expressions. */
const LOADED = /\bimport\(["']([^"'\s]+)["']\)/g;

/** Modules that a compiled file imports, as written; of an Astro component, its head and its scripts. */
export function moduleNames(path: string, text: string): string[] {
	const parts = path.endsWith('.astro') ? componentCode(text) : [text];
	return parts.flatMap((part) => [
		...ts.preProcessFile(part, true, true).importedFiles.map(({ fileName }) => fileName),
		...[...part.matchAll(REQUIRED), ...part.matchAll(LOADED)].map(([, name = '']) => name),
	]);
}

function componentCode(text: string): string[] {
	const [, head = ''] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
	return [
		head,
		...[...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script),
	];
}

/** A file of the package itself. */
export function isOwn(name: string): boolean {
	return name.startsWith('.');
}

/** The package that a module belongs to; none for our own, Node's and Vite's virtual ones. */
export function packageOf(name: string): string[] {
	if (isOwn(name) || /^(?:node|virtual|data):/.test(name)) return [];
	return [name.split('/', name.startsWith('@') ? 2 : 1).join('/')];
}
