import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { MAINSTAY_VERSION } from '../../src/compiler/index.ts';
import { UserError } from '../../src/model/index.ts';
import { getBoard, listBoards } from './boards.ts';
import { getDocument } from './documents.ts';
import { impact } from './impact.ts';
import type { LiveKnowledge } from './knowledge.ts';
import { matchError, search } from './search.ts';
import type { Tool, ToolAnswer } from './tool.ts';

/** A new tool is one file and one line here. */
export const tools: readonly Tool[] = [search, matchError, getDocument, impact, listBoards, getBoard].map(
	(tool) => tool as unknown as Tool,
);

const INSTRUCTIONS =
	'The knowledge base of the people who keep an ERP running. For an error text ask match_error first; for anything else search. Read a document with get_document before you rely on it, and cite its file and line. Destructive steps of a runbook need a person.';

/** Serves the tools over standard input and output until the client goes away or `signal` ends it. */
export async function serveTools(knowledge: LiveKnowledge, signal: AbortSignal | undefined): Promise<void> {
	const gone = Promise.withResolvers<void>();
	const handle = serveStdio(() => {
		const server = createServer(knowledge);
		server.server.onclose = gone.resolve;
		return server;
	});
	process.stdin.once('end', gone.resolve);
	process.stdin.once('close', gone.resolve);
	for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, gone.resolve);
	signal?.addEventListener('abort', () => gone.resolve(), { once: true });
	await gone.promise;
	await handle.close();
}

function createServer(knowledge: LiveKnowledge): McpServer {
	const server = new McpServer(
		{ name: 'mainstay', version: MAINSTAY_VERSION },
		{ capabilities: { tools: {} }, instructions: INSTRUCTIONS },
	);
	for (const tool of tools) {
		server.registerTool(
			tool.name,
			{
				title: tool.title,
				description: tool.description,
				inputSchema: tool.input,
				annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
			},
			async (input) => resultOf(await run(tool, knowledge, input)),
		);
	}
	return server;
}

/** What could not be done is an answer, so that the machine that asked can mend its question. */
async function run(
	tool: Tool,
	knowledge: LiveKnowledge,
	input: Record<string, unknown>,
): Promise<ToolAnswer> {
	try {
		return await tool.run(await knowledge.current(), input);
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { text: [error.message, error.hint].filter(Boolean).join(' '), failed: true };
	}
}

function resultOf({ text, data, failed }: ToolAnswer) {
	return {
		content: [{ type: 'text' as const, text }],
		...(data ? { structuredContent: { ...data } } : {}),
		...(failed ? { isError: true } : {}),
	};
}
