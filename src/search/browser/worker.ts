import { type Engine, openEngine, type SiteFiles } from '../engine.ts';
import type { SearchAnswer } from '../query/result.ts';
import type { Request, Response } from './protocol.ts';

/** Loading that takes no longer than this is waited for, so that the first list shown is the final one. */
const PATIENCE_MS = 12;
/** Excerpts are fetched once typing pauses. */
const PAUSE_MS = 120;

let engine: Promise<Engine> | undefined;
let newest = 0;

addEventListener('message', ({ data }: MessageEvent<Request>) => {
	if (data.type === 'open') {
		engine ??= openEngine(filesBelow(data.root));
		engine.then(
			() => post({ type: 'ready' }),
			(reason: unknown) => post({ type: 'failed', message: String(reason) }),
		);
		return;
	}
	newest = data.number;
	void reply(data);
});

function post(response: Response): void {
	postMessage(response);
}

async function reply({ number, query, options }: Extract<Request, { type: 'search' }>): Promise<void> {
	const opened = await engine;
	// Let newer letters come in first: only the last question is worth an answer.
	await new Promise((resolve) => setTimeout(resolve));
	if (!opened || number !== newest) return;
	const early = opened.quick(query, options);
	const answer = early.complete
		? early
		: await loadPatiently(opened, early, { type: 'search', number, query, options });
	if (number !== newest) return;
	post({ type: 'answer', number, answer });
	await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
	if (number !== newest) return;
	const results = await opened.describe(query, answer.results);
	if (number === newest) post({ type: 'described', number, results });
}

/** The final answer; what is known already is shown if the files take their time. A file that fails costs only its words. */
async function loadPatiently(
	opened: Engine,
	early: SearchAnswer,
	{ number, query, options }: Extract<Request, { type: 'search' }>,
): Promise<SearchAnswer> {
	const timer = setTimeout(() => {
		if (number === newest) post({ type: 'early', number, answer: early });
	}, PATIENCE_MS);
	try {
		return await opened.full(query, options);
	} catch {
		return early;
	} finally {
		clearTimeout(timer);
	}
}

function filesBelow(root: string): SiteFiles {
	return {
		// The manifest names everything else, so it alone must be fresh.
		text: async (path) => (await get(root + path, 'no-cache')).text(),
		unpack: async (path) => {
			const { body } = await get(root + path, 'default');
			if (!body) return new Uint8Array();
			return new globalThis.Response(body.pipeThrough(new DecompressionStream('gzip')))
				.arrayBuffer()
				.then((buffer) => new Uint8Array(buffer));
		},
	};
}

async function get(url: string, cache: RequestCache): Promise<globalThis.Response> {
	const response = await fetch(url, { cache });
	if (!response.ok) throw new Error(`${url}: ${response.status}`);
	return response;
}
