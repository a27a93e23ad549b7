import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { processModelOf } from '../../schemas/index.ts';
import { drawProcess, layoutProcess, type Orientation } from '../../src/diagrams/index.ts';
import type { ProcessModel } from '../../src/model/index.ts';
import { processes } from '../unit/diagrams/process-models.ts';
import { SETTINGS } from '../unit/settings.ts';

/**
 * `npm run bench:lanes [-- --json]`: how long laying out and drawing a process takes, warm, in CPU time so that other
 * work on the machine counts less. The processes of docs/ stand for ordinary ones; the large ones are generated.
 */
interface Row {
	readonly what: string;
	readonly drawings: number;
	readonly mean: number;
	readonly p95: number;
	readonly max: number;
}

const ROUNDS = 5;
const ORIENTATIONS: readonly Orientation[] = ['rows', 'columns'];
/** Ordinary processes are those with about fifteen steps. */
const ORDINARY = { from: 10, to: 20 };
const LARGE = { steps: 150, from: 120, lanes: 12, count: 20 };

const ordinary = ownProcesses().filter(
	({ steps }) => steps.length >= ORDINARY.from && steps.length <= ORDINARY.to,
);
const large = fc
	.sample(processes(LARGE), { seed: 1, numRuns: LARGE.count * 8 })
	.filter(({ steps }) => steps.length >= LARGE.from)
	.slice(0, LARGE.count);

for (const process of ordinary) draw(process, 'rows');
const rows = [
	measure('docs/, 10 to 20 steps', ordinary, ROUNDS),
	measure(`generated, ${LARGE.from} to ${LARGE.steps} steps, up to ${LARGE.lanes} lanes`, large, 1),
];
const [small, big] = rows;
const bars = [
	{ text: 'an ordinary process takes at most 20 ms on average', holds: (small?.mean ?? 0) <= 20 },
	{ text: 'of 20 processes of 120 to 150 steps 19 take at most 1 s', holds: (big?.p95 ?? 0) <= 1000 },
	{ text: 'no process of up to 150 steps takes more than 3 s', holds: (big?.max ?? 0) <= 3000 },
];
if (process.argv.includes('--json')) console.log(JSON.stringify({ rows, bars }, null, 2));
else {
	console.table(rows);
	for (const bar of bars) console.log(`${bar.holds ? 'holds ' : 'BROKEN'}  ${bar.text}`);
}
process.exitCode = bars.every((bar) => bar.holds) ? 0 : 1;

function ownProcesses(): ProcessModel[] {
	const folder = new URL('../../docs/processes/', import.meta.url);
	return readdirSync(folder)
		.filter((file) => file.endsWith('.md'))
		.toSorted()
		.map((file) => parse(readFileSync(new URL(file, folder), 'utf8').split(/^---$/m)[1] ?? ''))
		.filter((frontmatter) => Array.isArray(frontmatter.steps))
		.map((frontmatter) => processModelOf(frontmatter, 'zh-CN', SETTINGS));
}

function measure(what: string, models: readonly ProcessModel[], rounds: number): Row {
	const times: number[] = [];
	for (let round = 0; round < rounds; round++) {
		for (const model of models) for (const each of ORIENTATIONS) times.push(draw(model, each));
	}
	const sorted = times.toSorted((a, b) => a - b);
	const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
	const rounded = (ms: number) => Math.round(ms * 10) / 10;
	const mean = times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length);
	return { what, drawings: times.length, mean: rounded(mean), p95: rounded(at(0.95)), max: rounded(at(1)) };
}

/** CPU time in ms. */
function draw(model: ProcessModel, orientation: Orientation): number {
	const before = process.cpuUsage();
	drawProcess(layoutProcess(model, { orientation }), {
		idPrefix: 'bench',
		lang: 'zh-CN',
		hrefOf: ({ id }) => `#${id}`,
		ariaLabel: ({ name }) => name,
		title: model.title,
		description: '',
	});
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
