import { flushCompileCache } from 'node:module';
import { parentPort } from 'node:worker_threads';
import type { Twin } from '../model/similarity.ts';
import type { FileReading } from '../sources/read-file.ts';
import { loadOwnModulesFast } from '../workers/own-modules.ts';
import type { WorkerMessage } from '../workers/pool.ts';
import type { Readings } from './arrivals.ts';
import { packTrees, type Trees } from './packed-trees.ts';
import type { ParseTask, ReadTask, TextResult, TextTask, TwinTask } from './text-pool.ts';

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

/** Documents parsed as soon as they are read: enough to compile while the others are read; more would only lie about. */
const AT_ONCE = 512;

async function read({ folder, before }: ReadTask): Promise<TextResult> {
	let files: Readings['files'][number][] = [];
	let sent = 0;
	const give = async (): Promise<void> => {
		if (sent < AT_ONCE) {
			const trees = packTrees(
				parse(
					files.map(([, reading]) => textOf(reading)),
					await parser(),
				),
			);
			send({ part: { files, trees } }, [trees.bytes.buffer]);
		} else {
			for (const [, reading] of files) if ('hash' in reading) unparsed.set(reading.hash, reading.text);
			send({ part: { files } });
		}
		sent += files.length;
		files = [];
	};
	for (const file of readAhead(folder, before)) {
		files.push(file);
		if (files.length === BATCH) await give();
	}
	if (files.length > 0) await give();
	return {};
}

function textOf(reading: FileReading): string | undefined {
	return 'text' in reading ? reading.text : undefined;
}

function parse(texts: readonly (string | undefined)[], { parseAhead }: Parser): Trees {
	return texts.map((text) => (text === undefined ? undefined : parseAhead(text)));
}

function textsOf(bodies: ParseTask): (string | undefined)[] {
	return bodies.map((body) => {
		if ('text' in body) return body.text;
		const text = unparsed.get(body.hash);
		unparsed.delete(body.hash);
		return text;
	});
}

let parserLoaded: Promise<Parser> | undefined;

/** Loaded when the first documents are read. */
function parser(): Promise<Parser> {
	parserLoaded ??= loadParser();
	return parserLoaded;
}

async function loadParser() {
	const { parseAhead } = await import('../parse/markdown/body.ts');
	// The parser itself is loaded with its first text.
	parseAhead('# \n');
	return { parseAhead };
}

type Parser = Awaited<ReturnType<typeof loadParser>>;

async function loadTools() {
	const { parseAhead } = await parser();
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
	if ('parse' in task) return { trees: packTrees(parse(textsOf(task.parse), tools)) };
	if ('sign' in task) return { signatures: sign(task.sign, task.from, tools) };
	return { twins: twinsOf(task.twins, tools) };
}

let tools: Promise<Tools> | undefined;

parentPort?.on('message', async (task: TextTask) => {
	if ('read' in task) return send({ result: await read(task.read) });
	tools ??= loadTools();
	const result = answer(task, await tools);
	send({ result }, result.trees ? [result.trees.bytes.buffer] : []);
});
send({ ready: true });
// At the first pause, so that whoever asks need not wait for it.
setTimeout(() => {
	tools ??= loadTools();
}, 0);
