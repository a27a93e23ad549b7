import * as z from 'zod';
import { DATA_ACCESS, DOCUMENT_KINDS, STEP_TYPES } from '../../src/model/index.ts';

/** What every answer begins with. */
export const envelope = {
	schemaVersion: z.literal(1).describe('Raised when a field is removed or changes its meaning.'),
	generator: z.string(),
	asOf: z.iso.date().describe('The day by which due dates were judged.'),
};

const address = z
	.string()
	.describe('Absolute where the site knows its own address, else from the server’s root.');

const entry = z.object({
	id: z.string(),
	kind: z.enum(DOCUMENT_KINDS),
	lang: z.string(),
	title: z.string(),
	summary: z.string(),
	status: z.string().optional().describe('retired and superseded documents are kept for the record only.'),
	url: address.describe('The page.'),
	json: address.describe('This document for machines.'),
	markdown: address.describe('The source text.'),
	file: z.string().describe('Path in the repository.'),
	modules: z.array(z.string()),
	systems: z.array(z.string()),
	owner: z.string().optional(),
	severity: z.string().optional(),
	exceptionClass: z.string().optional(),
	logType: z.string().optional(),
	date: z.string().optional(),
	outcome: z.string().optional(),
	level: z.number().optional(),
	lastChanged: z.string().optional().describe('Day of the last commit that touched the file.'),
});

export const documentList = z
	.object({ ...envelope, documents: z.array(entry) })
	.describe('Every document in every language.');

const link = z.object({ id: z.string(), title: z.string(), url: address, relation: z.string().optional() });

const processStep = z.object({
	id: z.string(),
	name: z.string(),
	type: z.enum(STEP_TYPES),
	role: z.string(),
	transaction: z.string().optional(),
	system: z.string().optional(),
	data: z.array(z.object({ object: z.string(), access: z.enum(DATA_ACCESS).optional() })),
	controls: z.array(z.string()),
	runbooks: z.array(z.string()),
	customisations: z.array(z.string()),
	process: z.string().optional().describe('The process that a subprocess step opens.'),
});

export const documentDetail = z
	.object({
		...envelope,
		...entry.shape,
		frontmatter: z.record(z.string(), z.unknown()).describe('As checked; see the schema of the kind.'),
		headings: z.array(z.object({ id: z.string(), text: z.string(), depth: z.number() })),
		procedure: z
			.array(
				z.object({
					id: z.string(),
					title: z.string(),
					risk: z.enum(['read-only', 'reversible', 'destructive']),
					minutes: z.number().optional(),
				}),
			)
			.describe('Steps of a runbook, in order.'),
		process: z
			.object({
				lanes: z.array(z.object({ key: z.string(), label: z.string() })),
				steps: z.array(processStep),
				flows: z.array(z.object({ from: z.string(), to: z.string(), label: z.string().optional() })),
			})
			.optional(),
		translations: z.array(z.object({ lang: z.string(), url: address })),
		related: z.array(link),
		children: z.array(link).describe('Below it in the process hierarchy.'),
		backlinks: z
			.array(link)
			.describe('Documents that refer to this one; `relation` is the field, or `link`.'),
	})
	.describe('One document in one language.');

export type ApiDocumentEntry = z.infer<typeof entry>;
export type ApiDocumentList = z.infer<typeof documentList>;
export type ApiDocument = z.infer<typeof documentDetail>;
