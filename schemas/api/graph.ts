import * as z from 'zod';
import { DOCUMENT_KINDS } from '../../src/model/index.ts';
import { envelope } from './documents.ts';

export const documentGraph = z
	.object({
		...envelope,
		nodes: z.array(z.object({ id: z.string(), kind: z.enum(DOCUMENT_KINDS), title: z.string() })),
		edges: z.array(
			z.object({
				from: z.string(),
				to: z.string(),
				relation: z.string().describe('The frontmatter field that names the target, or `link`.'),
			}),
		),
	})
	.describe('How the documents hang together, whatever their language.');

export type ApiGraph = z.infer<typeof documentGraph>;
