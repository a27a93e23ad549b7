import { type ApiSchemaName, apiSchemas } from '../../../../schemas/index.ts';
import { documentKey, type ListEntry, type SiteModel } from '../../../model/index.ts';
import { apiRoute } from '../../plan/addresses.ts';
import type { SiteFiles } from '../site-file.ts';
import { detailOf, entryOf, envelopeOf, urlOf } from './documents.ts';
import { graphOf } from './graph.ts';

/** The knowledge base for machines: every document and how they hang together, each with its JSON Schema. */
export const apiFiles: SiteFiles = function* (model) {
	const listed = listedEntries(model);
	for (const [name, schema] of Object.entries(apiSchemas())) {
		yield { path: schemaPath(name as ApiSchemaName), text: () => json(schema) };
	}
	yield { path: 'api/index.json', text: () => json(indexOf(model)) };
	yield {
		path: 'api/documents.json',
		text: () =>
			json({
				...envelopeOf(model),
				documents: model.pages.map((page) => entryOf(model, page, listed.get(page.key))),
			}),
	};
	yield { path: 'api/graph.json', text: () => json(graphOf(model)) };
	for (const page of model.pages) {
		yield {
			path: apiRoute(page).slice(1),
			// The envelope and the site's address are in every text.
			hash: [page.hash, page.lastChanged, model.asOf, model.siteUrl, model.base].join(' '),
			text: () => json(detailOf(model, page, listed.get(page.key))),
		};
	}
};

function indexOf(model: SiteModel) {
	const endpoint = (path: string, name: ApiSchemaName, description: string) => ({
		url: urlOf(model, path),
		schema: urlOf(model, `/${schemaPath(name)}`),
		description,
	});
	return {
		...envelopeOf(model),
		title: { ...model.title },
		languages: [...model.languages],
		endpoints: [
			endpoint('/api/index.json', 'index', 'This list.'),
			endpoint('/api/documents.json', 'documents', 'Every document in every language.'),
			endpoint('/api/graph.json', 'graph', 'Which document refers to which, and by which field.'),
			{
				...endpoint('/api/d/', 'document', 'One document by id; other languages below /api/<lang>/d/.'),
				url: `${urlOf(model, '/api/d/')}{id}.json`,
			},
			{ url: urlOf(model, '/llms.txt'), description: 'The same as a text for language models.' },
		],
	};
}

function schemaPath(name: ApiSchemaName): string {
	return `api/schema/${name}.schema.json`;
}

/** List entries by document and language: the views hold each document in the language that suits them. */
function listedEntries(model: SiteModel): ReadonlyMap<string, ListEntry> {
	return new Map(
		model.views.flatMap((view) =>
			view.entries.map((entry) => [documentKey(entry.id, entry.lang), entry] as const),
		),
	);
}

function json(value: unknown): string {
	return `${JSON.stringify(value)}\n`;
}
