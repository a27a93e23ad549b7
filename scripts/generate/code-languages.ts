import { bundledLanguagesInfo } from 'shiki/langs';

/** The names of the highlighter's languages, so that a check need not load what knows how to load them. */
export function codeLanguagesText(): string {
	const names = bundledLanguagesInfo.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
	return `${JSON.stringify([...new Set(names)].sort(), undefined, '\t')}\n`;
}
