import type { CompletionItem } from 'vscode-languageserver';
import { requiredByOthers } from '../../../schemas/index.ts';
import { docPathOf } from '../../../src/compiler/workspace/place.ts';
import { placesOf } from '../../../src/fixes/index.ts';
import { kindOf } from '../../../src/parse/identity.ts';
import { frontmatterFacts } from '../fields.ts';
import type { Spot } from '../spot.ts';
import type { YamlCursor } from '../yaml-cursor.ts';
import { frontmatterValues } from './values.ts';
import { yamlItems } from './yaml.ts';

/** Keys and values of a document's frontmatter. `cursor` counts from `start`. */
export function completeFrontmatter(
	spot: Spot,
	cursor: YamlCursor,
	start: number,
	snippets: boolean,
): CompletionItem[] {
	const { document, view, path, text } = spot;
	const kind = document?.kind ?? kindOf(undefined, docPathOf(path, view.config.sources) ?? path, view.config);
	const needed = new Set(kind === 'page' ? [] : requiredByOthers(kind, document?.frontmatter));
	return yamlItems(
		{ ...cursor, start: cursor.start + start, end: cursor.end + start },
		{
			text,
			places: placesOf(text),
			snippets,
			tongue: spot.tongue,
			factsAt: (at) => frontmatterFacts(kind, at, view.config),
			isRequired: (at) => at.length === 1 && needed.has(String(at[0])),
			valuesAt: (at, facts) => frontmatterValues(spot, at, facts),
		},
	);
}
