import type * as z from 'zod';
import type { Document } from '../../src/model/index.ts';
import type { Knowledge } from './knowledge.ts';

/** What a tool answers: text for the model to read, the same as data, and whether it could not be done. */
export interface ToolAnswer {
	readonly text: string;
	readonly data?: Readonly<Record<string, unknown>>;
	readonly failed?: true;
}

/** One thing that a machine may ask. Every tool only reads. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly input: Input;
	run(knowledge: Knowledge, input: z.infer<Input>): Promise<ToolAnswer>;
}

export function defineTool<Input extends z.ZodObject>(tool: Tool<Input>): Tool<Input> {
	return tool;
}

/** `docs/runbooks/a.md:12`: where an answer can be read and checked. The line of the section, else of the title's file. */
export function citationOf(document: Document, anchor?: string): string {
	const heading = anchor === undefined ? undefined : document.headings.find(({ id }) => id === anchor);
	const step = anchor === undefined ? undefined : document.procedure.find(({ id }) => id === anchor);
	return `${document.file}:${(heading ?? step)?.range.start.line ?? 1}`;
}

export function failed(text: string): ToolAnswer {
	return { text, failed: true };
}
