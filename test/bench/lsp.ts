import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompletionRequest } from 'vscode-languageserver-protocol/node';
import { type Client, connect } from '../unit/scripts/lsp/client.ts';
import { writeKnowledgeBase } from './knowledge-base.ts';
import { mainstay } from './measure.ts';

/**
 * `node test/bench/lsp.ts [documents] [keystrokes]`: how long a writer waits for findings and completion, from the
 * change sent by a real client to what is published for it, on a generated knowledge base. Milliseconds mean little on
 * a machine that does other work, so a cold check of the same documents stands beside them.
 */
const documents = Number(process.argv[2] ?? 3000);
const KEYS = Number(process.argv[3] ?? 40);
/** Of issue and README: a finding shows within this time. */
const BAR = 100;

/** Processor time of all keystrokes, which other work on the machine disturbs less than the wait. */
let spent = 0;
let typedKeys = 0;

interface Sample {
	readonly name: string;
	readonly ms: readonly number[];
}

/** The share `part` of the samples takes at most this long. */
function percentile(ms: readonly number[], part: number): number {
	const sorted = [...ms].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Processor time of the server so far, its threads included, in milliseconds; 0 where the system does not tell. */
function serverTime({ child }: Client): number {
	try {
		const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
		const [user = 0, system = 0] = fields
			.slice(fields.lastIndexOf(')') + 2)
			.split(' ')
			.slice(11, 13)
			.map(Number);
		// Clock ticks: 100 a second wherever Linux runs.
		return (user + system) * 10;
	} catch {
		return 0;
	}
}

/** A person's pause between two keys. */
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function typing(client: Client, path: string, texts: readonly string[]): Promise<number[]> {
	const times: number[] = [];
	const before = serverTime(client);
	for (const text of texts) {
		await pause(120);
		const start = performance.now();
		await client.change(path, text);
		times.push(performance.now() - start);
	}
	spent += serverTime(client) - before;
	typedKeys += texts.length;
	return times;
}

const root = await mkdtemp(join(tmpdir(), 'mainstay-bench-lsp-'));
const cold = await (async () => {
	await writeKnowledgeBase(root, documents);
	const run = await mainstay(['check', '--no-cache', '--max-warnings', '100000'], root);
	await mainstay(['check', '--max-warnings', '100000'], root);
	return run.ms;
})();
const started = performance.now();
const client = await connect(root);
try {
	const path = 'docs/runbooks/r00011.md';
	const text = await readFile(join(root, path), 'utf8');
	await client.open(path, text);
	const first = performance.now() - started;
	await pause(3000);
	const step = (number: number): string => '库存余额与实物不一致'.charAt(number % 10);
	const grown = (add: (number: number) => string): string[] => {
		let now = text;
		return Array.from({ length: KEYS }, (_, number) => {
			now += add(number);
			return now;
		});
	};
	const samples: Sample[] = [
		{ name: 'a letter of the body', ms: await typing(client, path, grown(step)) },
		{
			name: 'a letter of a heading',
			ms: await typing(
				client,
				path,
				grown((number) => (number === 0 ? '\n\n## 标' : step(number))),
			),
		},
		{
			name: 'a letter of the summary',
			ms: await typing(
				client,
				path,
				Array.from({ length: KEYS }, (_, number) =>
					text.replace('summary: ', `summary: ${'存'.repeat(number)}`),
				),
			),
		},
	];
	const completion: number[] = [];
	const wanted = text.replace('severity: S2', 'related: []');
	await client.change(path, wanted);
	const line = wanted.split('\n').indexOf('related: []');
	for (let number = 0; number < 10; number++) {
		await pause(120);
		const start = performance.now();
		const position = { line, character: 'related: ['.length };
		await client.ask(CompletionRequest.type, { textDocument: { uri: client.uri(path) }, position });
		completion.push(performance.now() - start);
	}
	const rows = [...samples, { name: 'completion of ids', ms: completion }];
	console.table(
		Object.fromEntries(
			rows.map(({ name, ms }) => [
				name,
				{ p50: Math.round(percentile(ms, 0.5)), p95: Math.round(percentile(ms, 0.95)) },
			]),
		),
	);
	console.log(
		`${documents} documents: cold check ${Math.round(cold)} ms, first findings ${Math.round(first)} ms after the start`,
	);
	const typed = samples.flatMap(({ ms }) => ms);
	const [p50, p95] = [percentile(typed, 0.5), percentile(typed, 0.95)];
	const share = (ms: number): string => `${((100 * ms) / cold).toFixed(1)} % of a cold check`;
	const holds = p95 <= BAR;
	console.log(
		`${holds ? 'holds ' : 'BROKEN'}  change to findings: p50 ${Math.round(p50)} ms (${share(p50)}), p95 ${Math.round(p95)} ms (${share(p95)}; bar: ${BAR} ms)`,
	);
	console.log(`processor time for each key: ${Math.round(spent / typedKeys)} ms`);
	process.exitCode = holds ? 0 : 1;
} finally {
	await client.end();
	await rm(root, { recursive: true, force: true });
}
