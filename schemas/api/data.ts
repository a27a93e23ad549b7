import * as z from 'zod';
import { DATA_ACCESS } from '../../src/model/index.ts';
import { envelope } from './documents.ts';
import { addresses, id, localized, titles } from './parts.ts';

export const dataDictionary = z
	.object({
		...envelope,
		pages: addresses,
		documents: titles,
		objects: z.array(
			z.object({
				key: z.string().describe('The name that identifies the object.'),
				name: localized.describe('As the pages of each language show it.'),
				otherNames: z.array(z.string()).describe('As documents or the catalogue write it.'),
				description: localized,
				pages: addresses,
				systems: z.array(z.string()).describe('Of the catalogue first, then of the steps.'),
				modules: z.array(z.string()),
				uses: z
					.array(
						z.object({
							process: id,
							step: z.string(),
							role: z.string(),
							system: z.string().optional(),
							transaction: z.string().optional(),
							access: z.enum(DATA_ACCESS).optional(),
						}),
					)
					.describe('In order of the process map.'),
			}),
		),
	})
	.describe('Every data object of the steps, and what uses it.');

export type ApiDataDictionary = z.infer<typeof dataDictionary>;
