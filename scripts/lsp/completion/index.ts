import type { CompletionList } from 'vscode-languageserver';
import { placesOf } from '../../../src/fixes/index.ts';
import { frontmatterAround } from '../frontmatter-text.ts';
import type { Spot } from '../spot.ts';
import { yamlCursor } from '../yaml-cursor.ts';
import { completeDirective } from './directives.ts';
import { completeFrontmatter } from './frontmatter.ts';
import { completeLink, openingBefore } from './links.ts';
import { completeSettings } from './settings.ts';

/** What may be written at a place; empty in plain text. */
export function complete(spot: Spot, snippets: boolean): CompletionList {
	const { text, point, isSettings } = spot;
	const offset = placesOf(text).offset(point);
	const list = (items: CompletionList['items'], isIncomplete = false): CompletionList => ({
		items,
		isIncomplete,
	});
	if (isSettings) {
		const cursor = yamlCursor(text, offset);
		return list(cursor ? completeSettings(spot, cursor, snippets) : []);
	}
	const block = frontmatterAround(text, offset);
	if (block) {
		const cursor = yamlCursor(text.slice(block.start, block.end), offset - block.start);
		return list(cursor ? completeFrontmatter(spot, cursor, block.start, snippets) : []);
	}
	const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
	const opening = openingBefore(line);
	if (opening) {
		const { items, isIncomplete } = completeLink(spot, offset, opening);
		return list(items, isIncomplete);
	}
	return list(completeDirective(spot, line, offset, snippets));
}
