import * as z from 'zod';

/** What the answers about the whole set are put together from. */

export const id = z.string().describe('Of a document; `documents.json` leads to it.');

export const day = z.iso.date();

export const localized = z
	.record(z.string(), z.string())
	.describe('By language tag, in the languages that the text exists in.');

export const addresses = z
	.record(z.string(), z.string())
	.describe('The page by language tag. Absolute where the site knows its own address.');

/** Titles of all documents that an answer names by id. */
export const titles = z
	.record(z.string(), localized)
	.describe('Titles of the documents whose ids stand in this answer, by id.');

export const stepAt = z.object({ process: id, step: z.string() });

export const place = z
	.object({ process: id, step: z.string().optional() })
	.describe('A step of a process; without `step`, the process as a whole.');

/** What rows of boards begin with. */
export const row = {
	id,
	modules: z.array(z.string()).describe('Keys; `terms.json` has their names.'),
	systems: z.array(z.string()),
	owner: z.string().optional().describe('Key of a role.'),
};

export const count = z.int().nonnegative();
