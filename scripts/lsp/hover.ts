import { type Hover, MarkupKind } from 'vscode-languageserver';
import { factsAt, labels } from '../../schemas/index.ts';
import { placesOf } from '../../src/fixes/index.ts';
import { type Document, localize, type SourceRange } from '../../src/model/index.ts';
import { versionFor } from './completion/values.ts';
import { fieldText, sideBySide } from './field-text.ts';
import { frontmatterFacts } from './fields.ts';
import { frontmatterAround } from './frontmatter-text.ts';
import { type Goal, mentionAt, placeOfAnchor, processSteps } from './goals.ts';
import { rangeOf } from './positions.ts';
import type { Spot } from './spot.ts';
import { WORDS } from './words.ts';
import { type YamlCursor, yamlCursor } from './yaml-cursor.ts';

/** What there is to know of the thing at a place. */
export function hoverAt(spot: Spot): Hover | undefined {
	const ofField = hoverField(spot);
	if (ofField) return ofField;
	const { document, view, point } = spot;
	const mention = document && mentionAt(view, document, point);
	const text = mention && goalText(spot, mention.goal);
	// A heading says what it is itself.
	if (
		!mention ||
		!text ||
		(mention.isDeclaration && mention.goal.type === 'document' && mention.goal.anchor)
	) {
		return undefined;
	}
	return hover(text, mention.range);
}

function hover(value: string, range: SourceRange): Hover {
	return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(range) };
}

/** Keys tell what they are for; values of an enumeration what they are called. */
function hoverField(spot: Spot): Hover | undefined {
	const { text, point, isSettings, view, document, tongue } = spot;
	const places = placesOf(text);
	const offset = places.offset(point);
	const block = isSettings ? { start: 0, end: text.length } : frontmatterAround(text, offset);
	const cursor = block && yamlCursor(text.slice(block.start, block.end), offset - block.start);
	if (!block || !cursor) return undefined;
	const range = places.range(cursor.start + block.start, cursor.end + block.start);
	const written = places.slice(range);
	const kind = document?.kind ?? 'page';
	const at = (path: YamlCursor['path']) =>
		isSettings ? factsAt('mainstay', path) : frontmatterFacts(kind, path, view.config);
	if (cursor.role === 'key') {
		const facts = at([...cursor.path, written]);
		const isRequired =
			at(cursor.path)?.keys.some(({ key, required }) => key === written && required) ?? false;
		return facts && hover(fieldText(written, facts, tongue, isRequired), range);
	}
	const value = at(cursor.path)?.values.find((each) => each.value === written);
	return value?.labels && hover(`\`${written}\`: ${sideBySide(value.labels, tongue)}`, range);
}

function goalText(spot: Spot, goal: Goal): string | undefined {
	const { view, tongue } = spot;
	if (goal.type === 'asset') return `\`${goal.path}\``;
	if (goal.type === 'term') {
		const label = view.config[goal.vocabulary].get(goal.key);
		return label && `**${localize(label, tongue.labels)}**\n\n\`${goal.vocabulary}.${goal.key}\``;
	}
	const document = versionFor(view.graph.byId.get(goal.id), tongue.labels);
	if (!document) return undefined;
	const anchor = goal.anchor === undefined ? undefined : anchorText(document, goal.anchor);
	return [...(anchor ? [anchor] : []), documentText(spot, document)].join('\n\n');
}

/** The title, what it says in a line, and who answers for it. */
export function documentText({ view, tongue }: Pick<Spot, 'view' | 'tongue'>, document: Document): string {
	const { frontmatter, kind } = document;
	const label = (field: string, value: unknown): string =>
		typeof value === 'string' ? (labels[`${field}.${value}`]?.[tongue.labels] ?? value) : '';
	const owner = frontmatter['owner'];
	const role = typeof owner === 'string' ? view.config.roles.get(owner) : undefined;
	const name = typeof owner === 'string' ? (role ? localize(role, tongue.labels) : owner) : '';
	const facts = [
		label('kind', kind),
		kind === 'page' ? '' : `\`${document.id}\``,
		label('status', frontmatter['status'] ?? (kind === 'page' ? undefined : 'draft')),
		name && `${WORDS[tongue.labels].owner}: ${name}`,
	];
	return [
		`**${escaped(document.title)}**`,
		escaped(document.summary),
		facts.filter(Boolean).join(' · '),
		`*${escaped(document.file)}*`,
	]
		.filter((line) => line !== '')
		.join('\n\n');
}

function anchorText(document: Document, anchor: string): string | undefined {
	const heading = document.headings.find(({ id }) => id === anchor)?.text;
	const step = processSteps(document).find((each) => each.step === anchor)?.name;
	const title = step ?? document.procedure.find(({ id }) => id === anchor)?.title ?? heading;
	return placeOfAnchor(document, anchor) && title ? `\`#${anchor}\` ${escaped(title)}` : undefined;
}

/** What documents say is text: nothing in it is read as Markdown. */
function escaped(text: string): string {
	return text.replace(/[\\`*_{}[\]<>#|!~]/g, '\\$&');
}
