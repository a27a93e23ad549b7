import type {
	Document,
	DocumentKind,
	Frontmatter,
	Reference,
	ReferenceType,
} from '../../../src/model/index.ts';
import { SETTINGS } from '../settings.ts';

export const CONFIG = SETTINGS;

interface Given {
	readonly file: string;
	readonly id?: string;
	readonly kind?: DocumentKind;
	readonly lang?: string;
	readonly anchors?: readonly string[];
	readonly frontmatter?: Frontmatter;
	readonly references?: readonly Reference[];
}

/** A document with nothing but what the graph looks at. */
export function documentOf(given: Given): Document {
	const lang = given.lang ?? 'zh-CN';
	const docPath = given.file.replace(/^docs\//, '');
	const stem = docPath.replace(/\.md$/, '').replace(new RegExp(`\\.${lang}$`), '');
	return {
		id: given.id ?? `page:${stem}`,
		kind: given.kind ?? 'page',
		lang,
		file: given.file,
		docPath,
		hash: '',
		title: stem,
		titleFrom: 'heading',
		summary: '',
		frontmatter: given.frontmatter ?? {},
		schemaIssues: [],
		positions: {},
		headings: [],
		anchors: given.anchors ?? [],
		references: given.references ?? [],
		procedure: [],
		fences: [],
		sections: [],
		rawHtml: [],
	};
}

export function link(target: string, type: ReferenceType = 'link'): Reference {
	return { type, target, range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } } };
}

export function field(relation: string, target: string, expects?: DocumentKind): Reference {
	return {
		...link(target, 'frontmatter'),
		relation,
		pointer: `/${relation}`,
		...(expects ? { expects } : {}),
	};
}
