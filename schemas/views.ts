import type * as z from 'zod';
import type { devNote } from './kinds/dev-note.ts';
import type { process } from './kinds/process.ts';
import type { runbook } from './kinds/runbook.ts';
import type { systemLog } from './kinds/system-log.ts';

/** Validated frontmatter as a consumer may rely on it: whatever was wrong or missing is absent, at any depth. */
export type View<T> = T extends readonly (infer I)[]
	? readonly View<I>[]
	: T extends object
		? { readonly [K in keyof T]?: View<T[K]> | undefined }
		: T;

export type ProcessFrontmatter = View<z.infer<ReturnType<typeof process>>>;
export type SystemLogFrontmatter = View<z.infer<ReturnType<typeof systemLog>>>;
export type DevNoteFrontmatter = View<z.infer<ReturnType<typeof devNote>>>;
export type RunbookFrontmatter = View<z.infer<ReturnType<typeof runbook>>>;
