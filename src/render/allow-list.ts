import type { Options as Schema } from 'rehype-sanitize';
import { OPAQUE_TAGS, SAFE_ATTRIBUTES, SAFE_SCHEMES, SAFE_TAGS } from '../model/index.ts';
import { MARK_NAMES } from './marks.ts';

/** HTML attribute → hast property, where they differ. */
const PROPERTY: Readonly<Record<string, string>> = {
	colspan: 'colSpan',
	rowspan: 'rowSpan',
	datetime: 'dateTime',
	valign: 'vAlign',
};

/**
 * The sanitiser's schema: the model's allow-list, plus the marks of rendering's own elements. Ids need no
 * prefix from it; the writer gives one to every id that parsing did not accept as an anchor.
 */
export const allowList: Schema = {
	tagNames: [...SAFE_TAGS],
	attributes: attributes(),
	protocols: { href: [...SAFE_SCHEMES], src: [...SAFE_SCHEMES] },
	strip: [...OPAQUE_TAGS],
	clobber: [],
	clobberPrefix: '',
	required: { input: { type: 'checkbox', disabled: true } },
	ancestors: {
		tbody: ['table'],
		td: ['table'],
		th: ['table'],
		thead: ['table'],
		tfoot: ['table'],
		tr: ['table'],
	},
	allowComments: false,
	allowDoctypes: false,
};

function attributes(): NonNullable<Schema['attributes']> {
	const byTag: NonNullable<Schema['attributes']> = { '*': [...MARK_NAMES] };
	for (const [attribute, tags] of SAFE_ATTRIBUTES) {
		for (const tag of tags) byTag[tag] = [...(byTag[tag] ?? []), PROPERTY[attribute] ?? attribute];
	}
	// Task lists need boxes to look at; no other field has any business in a document.
	byTag['input'] = [['type', 'checkbox'], 'checked', 'disabled'];
	return byTag;
}
