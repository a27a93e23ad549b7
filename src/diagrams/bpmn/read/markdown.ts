import { isMap, isScalar, isSeq, type Node, Document as Yaml, type Document as YamlDocument } from 'yaml';
import type { Frontmatter } from '../../../model/index.ts';

/** A section of an imported document. */
export interface Section {
	readonly heading: string;
	readonly anchor: string;
	/** Plain texts: what they hold of Markdown is escaped. */
	readonly paragraphs: readonly string[];
	/** Markdown as it is. */
	readonly lines?: readonly string[];
}

export interface Remarks {
	/** By step id: a comment inside the step. */
	readonly steps: ReadonlyMap<string, string>;
	/** A comment before the steps. */
	readonly before?: string;
}

/** The file: frontmatter in the style of the house, then sections. */
export function documentText(
	frontmatter: Frontmatter,
	sections: readonly Section[],
	remarks: Remarks,
): string {
	const body = sections.map(sectionText).join('\n');
	return `---\n${frontmatterText(frontmatter, remarks)}---\n\n${body}`;
}

function sectionText({ heading, anchor, paragraphs, lines = [] }: Section): string {
	const head = heading === '' ? [] : [`## ${escaped(heading.replace(/\s+/g, ' '))} {#${anchor}}`];
	const texts = paragraphs.map((text) =>
		text
			.split(/\r?\n/)
			.map((line) => escaped(line.trim()))
			.join('\n'),
	);
	const list = lines.length > 0 ? [lines.join('\n')] : [];
	return `${[...head, ...texts, ...list].join('\n\n')}\n`;
}

/** A line that Markdown, its directives and HTML leave as it is. */
export function escaped(text: string): string {
	return text
		.replace(/[\\`*_[\]{}<>#|~]|:(?=[\w:/])|&(?=[#\w])/g, '\\$&')
		.replace(/^([-+=])/, '\\$1')
		.replace(/^(\d+)([.)])/, '$1\\$2');
}

function frontmatterText(frontmatter: Frontmatter, remarks: Remarks): string {
	const yaml = new Yaml(frontmatter);
	styled(yaml, remarks);
	return yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** Lists of texts and small maps on one line, steps as blocks. */
function styled(yaml: YamlDocument, { steps: comments, before }: Remarks): void {
	if (!isMap(yaml.contents)) return;
	for (const { key, value } of yaml.contents.items) {
		if (!isScalar(key)) continue;
		if (key.value === 'steps') {
			if (before) key.commentBefore = before;
			if (isSeq(value)) for (const step of value.items) styledStep(step, comments);
		} else compact(value);
	}
}

function styledStep(step: unknown, comments: ReadonlyMap<string, string>): void {
	if (!isMap(step)) return;
	for (const { value } of step.items) compact(value);
	const comment = comments.get(String(step.get('id')));
	const third = step.items[2]?.key;
	if (comment && isScalar(third)) third.commentBefore = comment;
}

function compact(value: unknown): void {
	if (!isSeq(value)) return;
	const maps = value.items.filter((item): item is Node & { flow?: boolean } => isMap(item));
	if (maps.length === 0) value.flow = true;
	for (const item of maps) item.flow = true;
}
