import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeKnowledgeBase } from './knowledge-base.ts';
import { mainstay, type Run } from './measure.ts';

/**
 * `npm run bench [-- 100 1000 5000] [-- --json]`: generates knowledge bases and reports how long the
 * commands take and how much memory they need. Times of this machine mean little; the ratios are the bars.
 */
interface Row {
	readonly documents: number;
	readonly cold: Run;
	readonly warm: Run;
	readonly oneChange: Run;
	readonly checkCold: Run;
	readonly checkWarm: Run;
}

const sizes = process.argv
	.slice(2)
	.map(Number)
	.filter((size) => size > 0);
const rows: Row[] = [];
for (const documents of sizes.length > 0 ? sizes : [100, 1000, 5000]) rows.push(await measure(documents));

const bars = barsOf(rows);
if (process.argv.includes('--json')) {
	console.log(JSON.stringify({ rows: rows.map(figures), bars }, null, 2));
} else {
	console.table(rows.map(figures));
	for (const row of rows)
		console.log(`${row.documents}: ${/phases\s+(.*)/.exec(row.cold.stdout)?.[1] ?? ''}`);
	for (const bar of bars) console.log(`${bar.holds ? 'holds ' : 'BROKEN'}  ${bar.text}`);
}
process.exitCode = bars.every((bar) => bar.holds) ? 0 : 1;

async function measure(documents: number): Promise<Row> {
	const root = await mkdtemp(join(tmpdir(), `mainstay-bench-${documents}-`));
	try {
		await writeKnowledgeBase(root, documents);
		const checkCold = await run(['check', '--no-cache', '--max-warnings', '100000'], root);
		await run(['check', '--max-warnings', '100000'], root);
		const checkWarm = await run(['check', '--max-warnings', '100000'], root);
		const cold = await run(['build'], root);
		const warm = await run(['build'], root);
		await appendFile(join(root, 'docs/pages/s6/g00006.md'), '\n补充一句。\n');
		const oneChange = await run(['build'], root);
		return { documents, cold, warm, oneChange, checkCold, checkWarm };
	} finally {
		await rm(root, { recursive: true, force: true });
	}
}

async function run(args: readonly string[], root: string): Promise<Run> {
	const result = await mainstay(args, root);
	if (result.code !== 0)
		throw new Error(`mainstay ${args.join(' ')} failed:\n${result.stderr}${result.stdout}`);
	return result;
}

function figures(row: Row): Record<string, string | number> {
	const seconds = (each: Run): number => Number((each.ms / 1000).toFixed(2));
	return {
		documents: row.documents,
		'build cold s': seconds(row.cold),
		'build warm s': seconds(row.warm),
		'one change s': seconds(row.oneChange),
		'change / cold': Number((row.oneChange.ms / row.cold.ms).toFixed(2)),
		'check cold s': seconds(row.checkCold),
		'check warm s': seconds(row.checkWarm),
		'peak MB': Math.round(row.cold.peakMb),
	};
}

function barsOf(measured: readonly Row[]): { text: string; holds: boolean }[] {
	const bars: { text: string; holds: boolean }[] = [];
	const largest = measured.at(-1);
	if (largest) {
		const ratio = largest.oneChange.ms / largest.cold.ms;
		bars.push({
			text: `a build after one change takes ${(ratio * 100).toFixed(0)}% of a cold one at ${largest.documents} documents (bar: 40%)`,
			holds: ratio <= 0.4,
		});
	}
	for (const [index, row] of measured.slice(1).entries()) {
		const before = measured[index];
		if (!before) continue;
		const memory = row.cold.peakMb / before.cold.peakMb;
		const documents = row.documents / before.documents;
		bars.push({
			text: `memory grows ${memory.toFixed(1)}× for ${documents.toFixed(1)}× the documents (bar: at most linear)`,
			holds: memory <= documents,
		});
	}
	return bars;
}
