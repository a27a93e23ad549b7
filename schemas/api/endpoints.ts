import * as z from 'zod';
import { envelope } from './documents.ts';

export const apiIndex = z
	.object({
		...envelope,
		title: z.record(z.string(), z.string()).describe('Name of the knowledge base by language.'),
		languages: z.array(z.string()).describe('The first is the default.'),
		endpoints: z.array(
			z.object({
				url: z.string().describe('A template where it holds `{…}`.'),
				schema: z.string().optional().describe('Address of its JSON Schema.'),
				description: z.string(),
			}),
		),
	})
	.describe('What there is to ask for.');

export type ApiIndex = z.infer<typeof apiIndex>;
