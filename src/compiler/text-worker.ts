import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Twin } from '../model/similarity.ts';
import { loadOwnModulesFast } from '../workers/own-modules.ts';
import type { WorkerMessage } from '../workers/pool.ts';
import { packTrees, type Trees } from './packed-trees.ts';
import type { ParseTask, Readings, ReadTask, TextResult, TextTask, TwinTask } from './text-pool.ts';

/** The worker's half of the text pool. It loads the Markdown parser and what reads and compares texts, nothing else. */
loadOwnModulesFast();
const { readAhead } = await import('../sources/read-ahead.ts');

function send(message: WorkerMessage<TextResult>, transfer: readonly ArrayBuffer[] = []): void {
	parentPort?.postMessage(message, transfer);
}

/** What was read and not yet parsed, by hash. */
const unparsed = new Map<string, string>();

/** Documents sent at once. */
const BATCH = 128;

function read({ folder, before, stop }: ReadTask): TextResult {
	let part: Readings[number][] = [];
	for (const entry of readAhead(folder, before)) {
		if (Atomics.load(stop, 0) !== 0) break;
		part.push(entry);
		const [, reading] = entry;
		if ('text' in reading) unparsed.set(reading.hash, reading.text);
		if (part.length < BATCH) continue;
		send({ part });
		part = [];
	}
	send({ part });
	return {};
}

function parse(bodies: ParseTask, { parseAhead }: Tools): Trees {
	return bodies.map((body) => {
		const text = 'text' in body ? body.text : unparsed.get(body.hash);
		if ('hash' in body) unparsed.delete(body.hash);
		return text === undefined ? undefined : parseAhead(text);
	});
}

/** What is read needs none of these. */
async function loadTools() {
	const { parseAhead } = await import('../parse/markdown/body.ts');
	// The parser itself is loaded with its first text.
	parseAhead('# \n');
	const { signatureOf } = await import('../model/similarity.ts');
	const { findTwins, textComparer } = await import('../rules/set/twins.ts');
	flushCompileCache();
	return { parseAhead, signatureOf, findTwins, textComparer };
}

type Tools = Awaited<ReturnType<typeof loadTools>>;

const signed: { readonly text: string; readonly signature: Int32Array | undefined }[] = [];

/** A worker that took another's place does not know what the other knew. */
function sign(texts: readonly string[], from: number, { signatureOf }: Tools): (Int32Array | undefined)[] {
	if (from !== signed.length) throw new Error('texts are missing');
	return texts.map((text) => {
		const values = signatureOf(text);
		const signature = values && Int32Array.from(values);
		signed.push({ text, signature });
		return signature;
	});
}

function twinsOf(
	{ texts, ids, languages }: TwinTask,
	{ findTwins, textComparer }: Tools,
): (Twin | undefined)[] {
	const entries = texts.map((number) => {
		const found = signed[number];
		if (!found?.signature) throw new Error('texts are missing');
		return { text: found.text, signature: found.signature };
	});
	const signatures = entries.map(({ signature }) => signature);
	return findTwins({
		signatures,
		ids,
		languages,
		compare: textComparer((index) => entries[index]?.text ?? ''),
	});
}

function answer(task: Exclude<TextTask, { read: ReadTask }>, tools: Tools): TextResult {
	// The parser's own memory cannot change threads.
	if ('parse' in task) return { trees: packTrees(parse(task.parse, tools)) };
	if ('sign' in task) return { signatures: sign(task.sign, task.from, tools) };
	return { twins: twinsOf(task.twins, tools) };
}

let tools: Promise<Tools> | undefined;

parentPort?.on('message', async (task: TextTask) => {
	if ('read' in task) return send({ result: read(task.read) });
	tools ??= loadTools();
	const result = answer(task, await tools);
	send({ result }, result.trees ? [result.trees.bytes.buffer] : []);
});
send({ ready: true });
// Once what is asked for first is done.
setTimeout(() => {
	tools ??= loadTools();
}, 0);
