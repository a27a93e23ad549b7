import type { ThemeRegistrationRaw } from 'shiki/core';

/**
 * Class → what it marks. The letters are the "colours" of a Shiki theme, so that highlighted code is
 * made of classes: one page for light and dark, and a third of the bytes of inline styles. The colours
 * themselves are in code.css.
 */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
	c: ['comment', 'punctuation.definition.comment'],
	s: [
		'string',
		'punctuation.definition.string',
		'constant.character.escape',
		'markup.inline.raw',
		'string.regexp',
		'constant.other.symbol',
	],
	n: [
		'constant.numeric',
		'constant.language',
		'constant.other',
		'support.constant',
		'variable.other.constant',
	],
	k: ['keyword', 'storage', 'keyword.control', 'variable.language', 'markup.bold'],
	f: ['entity.name.function', 'support.function', 'meta.function-call.generic'],
	t: [
		'entity.name.type',
		'entity.name.class',
		'entity.name.tag',
		'support.type',
		'support.class',
		'entity.name.section',
	],
	a: [
		'entity.other.attribute-name',
		'support.type.property-name',
		'variable.parameter',
		'variable.other.normal.shell',
		'punctuation.definition.variable',
		'variable.other.readwrite.shell',
	],
	h: ['markup.heading', 'entity.name.section.markdown'],
	i: ['markup.inserted'],
	d: ['markup.deleted', 'invalid'],
};

/** Scopes that a rule above would colour but that read better plain. */
const PLAIN = ['keyword.operator.assignment', 'string.unquoted', 'meta.template.expression', 'meta.embedded'];

/** Text without a colour of its own. */
export const PLAIN_COLOUR = 'class-';

/** A theme whose colours are `class-k` and so on. */
export const codeTheme: ThemeRegistrationRaw = {
	name: 'classes',
	type: 'light',
	colors: { 'editor.foreground': PLAIN_COLOUR, 'editor.background': PLAIN_COLOUR },
	settings: [
		{ settings: { foreground: PLAIN_COLOUR, background: PLAIN_COLOUR } },
		...Object.entries(SCOPES).map(([letter, scope]) => ({
			scope: [...scope],
			settings: { foreground: `${PLAIN_COLOUR}${letter}` },
		})),
		{ scope: PLAIN, settings: { foreground: PLAIN_COLOUR } },
	],
};

/** The class of a token's colour, '' for plain text. */
export function classOf(colour: string | undefined): string {
	return colour?.toLowerCase().startsWith(PLAIN_COLOUR)
		? colour.slice(PLAIN_COLOUR.length).toLowerCase()
		: '';
}
