/** The frontmatter truth: kinds, fields, labels and what is derived from them. */
export {
	API_VERSION,
	type ApiBoardData,
	type ApiBoardList,
	type ApiDataDictionary,
	type ApiDocument,
	type ApiDocumentEntry,
	type ApiGraph,
	type ApiIndex,
	type ApiMap,
	type ApiOverlays,
	type ApiProcessFacts,
	type ApiRoles,
	type ApiSchemaName,
	type ApiTerms,
	type ApiTriage,
	apiSchemas,
} from './api/index.ts';
export { type ConfigInput, configSchema } from './config.ts';
export { type FactsRoot, type FieldFacts, factsAt } from './facts.ts';
export { ID_PATTERN, ID_PREFIX, kindOfId, type RecordKind } from './fields/id.ts';
export { canonicalLanguage } from './fields/language-tag.ts';
export { schemaIssues } from './issues.ts';
export { jsonSchemas } from './json-schema.ts';
export { labels } from './label-table.ts';
export { processModelOf } from './process-model.ts';
export { pruned } from './prune.ts';
export { type FrontmatterReference, frontmatterReferences } from './references.ts';
export { fieldNames } from './registry.ts';
export { recommendedFields, requiredByOthers } from './requirements.ts';
export { type SectionRole, sectionRole } from './section-role.ts';
export { type Blank, documentTemplate, fieldTemplate, structuredFields } from './template.ts';
export { type FrontmatterTerm, frontmatterTerms } from './terms.ts';
export { type FrontmatterText, frontmatterTexts } from './texts.ts';
export { type Validation, validateFrontmatter } from './validate.ts';
export type {
	DevNoteFrontmatter,
	ProcessFrontmatter,
	RunbookFrontmatter,
	SystemLogFrontmatter,
} from './views.ts';
