import type { HtmlTemplate, Slot } from '../model/index.ts';

/** Collects HTML and the holes in it. */
export interface TemplateWriter {
	html(text: string): void;
	slot(type: Slot['type'], index: number): void;
	finish(): HtmlTemplate;
}

export function templateWriter(): TemplateWriter {
	const strings: string[] = [];
	const slots: Slot[] = [];
	let parts: string[] = [];
	const flush = (): void => {
		strings.push(parts.join(''));
		parts = [];
	};
	return {
		html(text) {
			parts.push(text);
		},
		slot(type, index) {
			flush();
			slots.push({ type, index });
		},
		finish() {
			flush();
			return { strings, slots };
		},
	};
}

/** The HTML of a template with every hole filled; `fill` is asked in order and answers with finished HTML. */
export function fillTemplate(template: HtmlTemplate, fill: (slot: Slot) => string): string {
	let html = template.strings[0] ?? '';
	for (const [index, slot] of template.slots.entries()) {
		html += fill(slot) + (template.strings[index + 1] ?? '');
	}
	return html;
}
