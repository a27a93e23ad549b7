import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type Document, inForce, nearest } from '../../src/model/index.ts';
import type { Knowledge } from './knowledge.ts';
import { citationOf, defineTool, failed } from './tool.ts';

export const getDocument = defineTool({
	name: 'get_document',
	title: 'Get a document',
	description:
		'The Markdown source of one document by id (RB-INV-0042, PR-O2C-0001, page:guides/start), or of one of its sections or steps, with file and line. Refuses retired and superseded documents unless asked.',
	input: z.object({
		id: z.string().min(1).max(300),
		section: z.string().optional().describe('Element id of a heading or step: only this part.'),
		lang: z.string().optional().describe('zh-CN, zh-TW, en…; the original when there is no such version.'),
		includeRetired: z.boolean().default(false).describe('Also when it is retired or superseded.'),
	}),
	run: async (knowledge, { id, section, lang, includeRetired }) => {
		const versions = knowledge.versions(id);
		const document = versions.find((each) => each.lang === lang) ?? versions[0];
		if (!document) return failed(`There is no document ${id}.${suggestion(id, knowledge)}`);
		if (!inForce(document) && !includeRetired) return failed(overText(document, knowledge));
		const lines = (await readFile(join(knowledge.project.root, document.file), 'utf8')).split(/\r?\n/);
		const part =
			section === undefined ? { start: 1, end: lines.length } : partOf(document, section, lines.length);
		if (!part) {
			const known = anchorsOf(document).map(({ anchor }) => anchor);
			const [best] = nearest(section ?? '', known, 1);
			return failed(
				`${document.id} has no section ${section}.${best ? ` Did you mean ${best}?` : ''} Sections: ${known.join(', ')}`,
			);
		}
		const text = lines.slice(part.start - 1, part.end).join('\n');
		const source = section === undefined ? `${document.file}:1` : citationOf(document, section);
		return {
			text: `${document.id} ${document.title}\nsource: ${source}\n\n${text}`,
			data: {
				id: document.id,
				kind: document.kind,
				lang: document.lang,
				title: document.title,
				status: document.frontmatter['status'] ?? 'draft',
				languages: versions.map((each) => each.lang),
				citation: source,
				lines: { from: part.start, to: part.end },
				markdown: text,
			},
		};
	},
});

function suggestion(id: string, knowledge: Knowledge): string {
	const best = nearest(id, knowledge.graph.byId.keys(), 3);
	return best.length > 0 ? ` Nearest: ${best.join(', ')}.` : ' Use the tool search.';
}

function overText(document: Document, knowledge: Knowledge): string {
	const successors = [...knowledge.graph.nodes.values()].filter(({ frontmatter }) => {
		const { supersedes } = frontmatter;
		return Array.isArray(supersedes) && supersedes.includes(document.id);
	});
	const names = [...new Map(successors.map((each) => [each.id, `${each.id} ${each.title}`])).values()];
	const next =
		names.length > 0
			? `It was replaced by ${names.join(', ')}.`
			: 'No document names itself as its successor.';
	return `${document.id} ${document.title} is ${String(document.frontmatter['status'])} and must not be followed. ${next} Set includeRetired to read it for the record.`;
}

interface Anchor {
	readonly anchor: string;
	readonly line: number;
	/** 7 for a step: it ends where the next heading or step begins. */
	readonly depth: number;
	readonly end?: number;
}

/** Headings and steps that can be asked for, in the order of the text. */
function anchorsOf(document: Document): Anchor[] {
	const headings = document.headings.map(({ id, depth, range }) => ({
		anchor: id,
		depth,
		line: range.start.line,
	}));
	const steps = document.procedure.map(({ id, range }) => ({
		anchor: id,
		depth: 7,
		line: range.start.line,
		end: range.end.line,
	}));
	return [...headings, ...steps].sort((a, b) => a.line - b.line);
}

/** Lines of a section, up to the next heading that is not below it; of a step, its own. */
function partOf(
	document: Document,
	anchor: string,
	last: number,
): { start: number; end: number } | undefined {
	const anchors = anchorsOf(document);
	const own = anchors.find((each) => each.anchor === anchor);
	if (!own) return undefined;
	if (own.end !== undefined) return { start: own.line, end: own.end };
	const next = anchors.find(({ line, depth }) => line > own.line && depth <= own.depth);
	return { start: own.line, end: next ? next.line - 1 : last };
}
