import * as z from 'zod';
import { day, localized, row } from '../parts.ts';

const risk = {
	likelihood: z.number().describe('1–5.'),
	impact: z.number().describe('1–5.'),
	score: z.number().describe('likelihood × impact, 1–25.'),
	level: z.enum(['low', 'medium', 'high', 'critical']),
};

export const risks = z.array(
	z.object({
		...row,
		...risk,
		date: day,
		riskClass: z.string(),
		mitigation: localized,
		residual: z.object(risk).optional().describe('After mitigation.'),
		logType: z.string(),
		outcome: z.string().optional(),
	}),
);
