import {
	type Document,
	interfaceLanguageOf,
	localize,
	type Page,
	type ResolvedConfig,
} from '../../model/index.ts';

/** The fields that this knowledge base adds to a kind, in the order of mainstay.yaml, where the document has them. */
export function ownFieldsOf(document: Document, config: ResolvedConfig): Page['ownFields'] {
	const fields = config.fields[document.kind] ?? new Map();
	return [...fields].flatMap(([name, field]) => {
		const value = document.frontmatter[name];
		if (value === undefined || value === null || value === '') return [];
		return [{ label: localize(field.label, document.lang), value: textOf(value, document.lang) }];
	});
}

function textOf(value: unknown, lang: string): string {
	const chinese = interfaceLanguageOf(lang) !== 'en';
	if (typeof value === 'boolean') return chinese ? (value ? '是' : '否') : value ? 'yes' : 'no';
	return Array.isArray(value) ? value.map(String).join(chinese ? '、' : ', ') : String(value);
}
