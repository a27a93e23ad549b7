import { type ApiSchemaName, apiSchemas } from '../../../../schemas/index.ts';
import { documentKey, type ListEntry, type SiteModel } from '../../../model/index.ts';
import { apiRoute, triageRoute } from '../../plan/addresses.ts';
import type { SiteIndex } from '../../plan/site-index.ts';
import type { SiteFiles } from '../site-file.ts';
import { type Answer, documentsIn, pagesAt } from './answer.ts';
import { boardAnswers } from './boards.ts';
import { dataDictionaryOf } from './data.ts';
import { detailOf, entryOf, envelopeOf, urlOf } from './documents.ts';
import { graphOf } from './graph.ts';
import { processMapOf } from './map.ts';
import { overlaysOf } from './overlays.ts';
import { rolesOf } from './roles.ts';
import { termsOf } from './terms.ts';

/** The knowledge base for machines: every document and all that the site says of the whole set, each with its JSON Schema. */
export const apiFiles: SiteFiles = function* (model, index) {
	const listed = listedEntries(model);
	for (const [name, schema] of Object.entries(apiSchemas())) {
		yield { path: schemaPath(name as ApiSchemaName), text: () => json(schema) };
	}
	const answers = answersOf(model, index, listed);
	yield { path: 'api/index.json', text: () => json(indexOf(model, answers)) };
	for (const { path, make } of answers) yield { path, text: () => json(make()) };
	for (const page of model.pages) {
		yield {
			path: apiRoute(page).slice(1),
			// The envelope and the site's address are in every text.
			hash: [page.hash, page.lastChanged, model.asOf, model.siteUrl, model.base].join(' '),
			text: () => json(detailOf(model, page, listed.get(page.key))),
		};
	}
};

/** A new answer about the whole set is one entry here, its schema in `schemas/api/`. */
function answersOf(
	model: SiteModel,
	index: SiteIndex,
	listed: ReadonlyMap<string, ListEntry>,
): readonly Answer[] {
	const { triage } = model;
	const [view] = model.views;
	const answer = (name: ApiSchemaName, description: string, make: () => object): Answer => ({
		path: `api/${name}.json`,
		schema: name,
		description,
		make,
	});
	return [
		answer('documents', 'Every document in every language.', () => ({
			...envelopeOf(model),
			documents: model.pages.map((page) => entryOf(model, page, listed.get(page.key))),
		})),
		answer('graph', 'Which document refers to which, and by which field.', () => graphOf(model)),
		...(view
			? [
					answer('map', 'The process hierarchy: how each process stands, and why.', () =>
						processMapOf(index, view),
					),
					answer('overlays', 'What is laid over every process and every step.', () =>
						overlaysOf(index, view),
					),
					answer('roles', 'What each role does, and who does how much in which process.', () =>
						rolesOf(index, view),
					),
					answer('data', 'The data dictionary: objects, and the steps that use them.', () =>
						dataDictionaryOf(index, view),
					),
				]
			: []),
		answer('terms', 'Names of all keys, and the glossary.', () => termsOf(index)),
		...(triage
			? [
					answer('triage', 'From a symptom to a runbook or to somebody who knows.', () => ({
						...envelopeOf(model),
						pages: pagesAt(index, triageRoute),
						documents: documentsIn(model, triage),
						...triage,
					})),
				]
			: []),
		...boardAnswers(model, index),
	];
}

function indexOf(model: SiteModel, answers: readonly Answer[]) {
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
			...answers.map(({ path, schema, description }) => endpoint(`/${path}`, schema, description)),
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
