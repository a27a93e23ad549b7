import {
	type Document,
	localize,
	type ProcedureStep,
	type ProcessModel,
	type ResolvedConfig,
	type Route,
	type SearchRecord,
	type Signature,
} from '../../model/index.ts';
import { systemsOf, texts } from './views.ts';

/** One document in one language, as the search sees it. */
export function searchRecordOf(
	document: Document,
	route: Route,
	process: ProcessModel | undefined,
	config: ResolvedConfig,
): SearchRecord {
	const { frontmatter } = document;
	const text = (name: string): string =>
		typeof frontmatter[name] === 'string' ? (frontmatter[name] as string) : '';
	return {
		id: document.id,
		kind: document.kind,
		lang: document.lang,
		route,
		title: document.title,
		summary: document.summary,
		status: text('status'),
		modules: texts(frontmatter['modules']),
		systems: systemsOf(document),
		severity: text('severity'),
		exceptionClass: text('exceptionClass'),
		symptoms: texts(frontmatter['symptoms']),
		signatures: signaturesOf(frontmatter['signatures']),
		keywords: unique([
			...texts(frontmatter['keywords']),
			text('ticket'),
			...transportsOf(frontmatter['transports']),
		]),
		transactions: unique((process?.steps ?? []).map((step) => step.transaction ?? '')),
		roles: unique([
			...(process?.lanes.map((lane) => lane.label) ?? []),
			...rolesOf(frontmatter['roles'], config),
		]),
		steps: process
			? process.steps.map(({ id, name }) => ({ anchor: id, name }))
			: document.procedure.map(stepName),
		objects: objectsOf(frontmatter['objects']),
		sections: document.sections,
	};
}

function stepName(step: ProcedureStep): { anchor: string; name: string } {
	return { anchor: step.id, name: step.title };
}

function rolesOf(value: unknown, config: ResolvedConfig): string[] {
	return texts(value).flatMap((key) => {
		const label = config.roles.get(key);
		return label ? config.languages.map((lang) => localize(label, lang)) : [key];
	});
}

function signaturesOf(value: unknown): Signature[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((each: Record<string, unknown>) =>
		(['code', 'text', 'pattern'] as const).flatMap((type) => {
			const written = each[type];
			if (typeof written !== 'string') return [];
			const { source, example } = each;
			return [
				{
					type,
					value: written,
					...(typeof source === 'string' ? { source } : {}),
					...(typeof example === 'string' ? { example } : {}),
				},
			];
		}),
	);
}

/** Numbers under which a change was carried into the system: people search for what stands on the ticket. */
function transportsOf(value: unknown): string[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((each: Record<string, unknown>) =>
		typeof each['no'] === 'string' ? [each['no']] : [],
	);
}

function objectsOf(value: unknown): string[] {
	if (!Array.isArray(value)) return [];
	return value.flatMap((each: Record<string, unknown>) =>
		typeof each['name'] === 'string' ? [each['name']] : [],
	);
}

function unique(values: readonly string[]): string[] {
	return [...new Set(values.filter(Boolean))];
}
