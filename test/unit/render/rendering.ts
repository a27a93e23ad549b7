import type { CompileConfig, Slot } from '../../../src/model/index.ts';
import type { ParsedDocument } from '../../../src/parse/index.ts';
import { createRenderer, fillTemplate } from '../../../src/render/index.ts';
import { read } from '../parse/reading.ts';

const renderer = await createRenderer();

/** Parses and renders a text; slots become `⟨link 0⟩`. */
export function html(text: string, docPath = 'page.md', changes: Partial<CompileConfig> = {}): string {
	return htmlOf(read(text, docPath, changes));
}

export function htmlOf(parsed: ParsedDocument): string {
	return fillTemplate(renderer(parsed).body, ({ type, index }) => `⟨${type} ${index}⟩`);
}

export function slotsOf(parsed: ParsedDocument): readonly Slot[] {
	return renderer(parsed).body.slots;
}

export function tocOf(text: string) {
	return renderer(read(text)).toc;
}
