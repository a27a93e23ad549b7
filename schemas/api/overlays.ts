import * as z from 'zod';
import { OVERLAY_STATES, OVERLAY_TONES, OVERLAYS, type OverlayName } from '../../src/model/index.ts';
import { envelope } from './documents.ts';
import { count, day, id, localized, titles } from './parts.ts';

const STATES = [...new Set(OVERLAYS.flatMap((name) => [...OVERLAY_STATES[name]]))];

const sum = z.object({
	tone: z.enum(OVERLAY_TONES),
	parts: z.partialRecord(z.enum(STATES), count).describe('Counts by state; zeros are left out.'),
});

const cell = z.object({
	...sum.shape,
	items: z.array(
		z.object({
			id: z.string().describe('Of a document; of the control itself for a control.'),
			state: z.enum(STATES),
			process: id.optional().describe('The process that a control belongs to.'),
			name: localized.optional().describe('Of a control.'),
			severity: z.string().optional(),
			date: day.optional().describe('When a log was written, or when a review is due.'),
		}),
	),
});

function byOverlay<Cell extends z.ZodType>(each: Cell) {
	const optional = each.optional();
	const shape = Object.fromEntries(OVERLAYS.map((name) => [name, optional])) as Record<
		OverlayName,
		typeof optional
	>;
	return z.object(shape).describe('By overlay; those that have nothing to say are left out.');
}

export const overlays = z
	.object({
		...envelope,
		documents: titles,
		all: byOverlay(sum).describe('All processes together.'),
		processes: z.array(
			z.object({
				id,
				below: byOverlay(sum).describe('The process with everything below it.'),
				whole: byOverlay(sum).describe('The process without the processes below it.'),
				own: byOverlay(cell).describe('What concerns the process but none of its steps.'),
				steps: z.array(z.object({ step: z.string(), name: localized, cells: byOverlay(cell) })),
			}),
		),
	})
	.describe('Incidents, runbooks, customisations, reviews and controls laid over every step.');

export type ApiOverlays = z.infer<typeof overlays>;
