import * as z from 'zod';
import type { Labels } from '../src/model/index.ts';
import { bare, metaOf } from './meta.ts';

/** The key of a map whose label somebody wrote: `负责人` for `owner`. */
export function keyLabelled(wrapped: z.core.$ZodType, written: string): { meant?: string } {
	const schema = bare(wrapped);
	if (!(schema instanceof z.ZodObject)) return {};
	return only(Object.entries(schema.shape).filter(([, field]) => isCalled(metaOf(field).labels, written)));
}

/** The value of an enumeration whose label somebody wrote: `已批准` for `approved`. */
export function valueLabelled(schema: z.core.$ZodType, written: unknown): { meant?: string } {
	if (typeof written !== 'string') return {};
	const labels = Object.entries(metaOf(schema).valueLabels ?? {});
	return only(labels.filter(([, each]) => isCalled(each, written)));
}

/** Two that are called the same would be a guess. */
function only(found: readonly (readonly [string, unknown])[]): { meant?: string } {
	const [meant] = found[0] ?? [];
	return found.length === 1 && meant !== undefined ? { meant } : {};
}

function isCalled(labels: Labels | undefined, written: string): boolean {
	return labels !== undefined && Object.values(labels).includes(written.trim());
}
