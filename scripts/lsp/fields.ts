import { type FactsRoot, type FieldFacts, factsAt } from '../../schemas/index.ts';
import type { CustomField, DocumentKind, ResolvedConfig } from '../../src/model/index.ts';

type Path = readonly (string | number)[];

/** What the schema says of a place in a document's frontmatter, a knowledge base's own fields included. */
export function frontmatterFacts(
	kind: DocumentKind,
	path: Path,
	config: ResolvedConfig,
): FieldFacts | undefined {
	const own = config.fields[kind];
	const [first, ...rest] = path;
	const field = typeof first === 'string' ? own?.get(first) : undefined;
	if (field && rest.length === 0) return ownFacts(field, field.type === 'list');
	if (field && rest.length === 1) return ownFacts(field, false);
	const facts = factsAt(kind satisfies FactsRoot, path);
	if (!facts || path.length > 0 || !own) return facts;
	const added = [...own].map(([key, { required }]) => ({ key, required }));
	return { ...facts, keys: [...facts.keys, ...added] };
}

function ownFacts({ type, label, values }: CustomField, isList: boolean): FieldFacts {
	const name = (lang: string): string => label[lang] ?? Object.values(label)[0] ?? '';
	return {
		expected: type === 'date' ? 'YYYY-MM-DD' : type === 'string' ? 'text' : type,
		values:
			type === 'boolean'
				? [{ value: 'true' }, { value: 'false' }]
				: (values ?? []).map((value) => ({ value })),
		shape: isList ? 'list' : 'value',
		mayBePlain: !isList,
		keys: [],
		labels: { en: name('en'), 'zh-CN': name('zh-CN'), 'zh-TW': name('zh-TW') },
	};
}
