import type { CompileConfig, DocumentKind, Frontmatter, SchemaIssue } from '../src/model/index.ts';
import { display } from './expected.ts';
import { lastKey } from './issues.ts';
import type { FieldMeta, VocabularyName } from './meta.ts';
import { visitPlaces } from './paths.ts';
import { placesOf } from './registry.ts';

/** Keys of modules, systems and roles that mainstay.yaml does not declare, where it declares any. */
export function termIssues(kind: DocumentKind, value: Frontmatter, config: CompileConfig): SchemaIssue[] {
	const issues: SchemaIssue[] = [];
	for (const { path, meta } of placesOf(kind, isTerm)) {
		const vocabulary = meta.vocabulary;
		if (!vocabulary || config[vocabulary].size === 0) continue;
		const declared = config[vocabulary];
		visitPlaces(value, path, (term, pointer) => {
			if (typeof term !== 'string' || term === '' || declared.has(term)) return;
			issues.push({
				type: 'unknown-term',
				pointer,
				key: lastKey(pointer),
				received: display(term),
				expected: meta.expected ?? vocabulary,
				candidates: [...declared.keys()],
				vocabulary,
			});
		});
	}
	return issues;
}

const isTerm = (meta: FieldMeta): boolean => meta.vocabulary !== undefined;

/** A key of a vocabulary in validated frontmatter. */
export interface FrontmatterTerm {
	readonly pointer: string;
	readonly vocabulary: VocabularyName;
	readonly key: string;
}

/** The keys of modules, systems and roles that a document names. */
export function frontmatterTerms(kind: DocumentKind, value: Frontmatter): FrontmatterTerm[] {
	const terms: FrontmatterTerm[] = [];
	for (const { path, meta } of placesOf(kind, isTerm)) {
		const { vocabulary } = meta;
		if (!vocabulary) continue;
		visitPlaces(value, path, (key, pointer) => {
			if (typeof key === 'string' && key !== '') terms.push({ pointer, vocabulary, key });
		});
	}
	return terms;
}
