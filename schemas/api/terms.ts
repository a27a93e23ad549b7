import * as z from 'zod';
import { envelope } from './documents.ts';
import { addresses, localized } from './parts.ts';

const vocabulary = z.array(z.object({ key: z.string(), name: localized }));
const words = z
	.record(z.string(), z.array(z.string()))
	.describe('By language tag; the preferred word first, then synonyms and abbreviations.');

export const terms = z
	.object({
		...envelope,
		pages: addresses,
		modules: vocabulary,
		systems: vocabulary,
		roles: vocabulary,
		labels: z
			.record(z.string(), localized)
			.describe('Names of fields and values: `field.severity`, `severity.S1`, `kind.runbook`…'),
		glossary: z.array(z.object({ field: z.string(), title: localized, terms: z.array(z.object({ words })) })),
		synonyms: z
			.array(z.array(z.string()))
			.describe('The knowledge base’s own: the words of a line mean the same.'),
	})
	.describe('What the keys of all other answers are called.');

export type ApiTerms = z.infer<typeof terms>;
