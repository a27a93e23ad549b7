import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeKnowledgeBase } from './knowledge-base.ts';

/**
 * `node test/bench/check.ts [documents] [runs] [folder]`: how fast `check` is, as ratios, on a generated knowledge base in
 * a git repository, or on the documents of a folder: the generated ones are small, 2.9 KB; ours have 6.9. Each figure is
 * the least of several interleaved runs: other work on the machine only ever adds. Beside the time that passes stands the
 * processors' (`cpu`), which other work disturbs less. Measured is what the package holds; `sources` is a cold check by
 * the sources of a clone.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = join(ROOT, 'scripts/mainstay.mjs');
const REMARK = fileURLToPath(new URL('./remark.ts', import.meta.url));
const documents = Number(process.argv[2] ?? 3000);
const RUNS = Number(process.argv[3] ?? 3);
const given = process.argv[4];

interface Cost {
	readonly ms: number;
	readonly cpu: number;
}

/** Milliseconds of a command in a process of its own, its start included. */
function run(args: readonly string[], cwd: string): Promise<Cost> {
	return new Promise((done, fail) => {
		const start = performance.now();
		const before = childTime();
		execFile(
			process.execPath,
			[...args],
			{ cwd, env: { ...process.env, CI: 'true', LANG: 'C' }, maxBuffer: 2 ** 28 },
			(error, stdout, stderr) => {
				// 1 is findings, which the generated documents have none of.
				if (error && !(given && error.code === 1))
					fail(new Error(`${args.join(' ')}: ${stderr}${stdout.slice(0, 2000)}`));
				else done({ ms: performance.now() - start, cpu: childTime() - before });
			},
		);
	});
}

/** Processor time of all children that have ended, in milliseconds; 0 where the system does not tell. */
function childTime(): number {
	try {
		const fields = readFileSync('/proc/self/stat', 'utf8');
		const [user = 0, system = 0] = fields
			.slice(fields.lastIndexOf(')') + 2)
			.split(' ')
			.slice(13, 15)
			.map(Number);
		// Clock ticks: 100 a second wherever Linux runs.
		return (user + system) * 10;
	} catch {
		return 0;
	}
}

/** remark over the same texts, in a process of its own like all else: one that has parsed them before is faster. */
function parseAll(folder: string, ...grammar: string[]): Cost {
	const output = execFileSync(process.execPath, [REMARK, folder, ...grammar], { encoding: 'utf8' });
	return JSON.parse(output) as Cost;
}

function least(costs: readonly Cost[]): Cost {
	return { ms: Math.min(...costs.map(({ ms }) => ms)), cpu: Math.min(...costs.map(({ cpu }) => cpu)) };
}

/** The command line as users have it, in a folder of its own beside the packages that are installed here. */
async function installIn(folder: string): Promise<string> {
	execFileSync(process.execPath, [join(ROOT, 'scripts/package/build.ts')]);
	for (const path of ['lib', 'package.json', 'scripts/mainstay.mjs']) {
		await cp(join(ROOT, path), join(folder, path), { recursive: true });
	}
	await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
	return join(folder, 'scripts/mainstay.mjs');
}

const root = await mkdtemp(join(tmpdir(), 'mainstay-bench-check-'));
const home = await mkdtemp(join(tmpdir(), 'mainstay-bench-package-'));
try {
	const CLI = await installIn(home);
	if (given) {
		await cp(given, join(root, 'docs'), { recursive: true });
		await writeFile(join(root, 'mainstay.yaml'), 'languages: [zh-CN, zh-TW, en]\n');
	} else await writeKnowledgeBase(root, documents);
	const [changed = ''] = (await readdir(join(root, 'docs'), { recursive: true })).filter((path) =>
		given ? path.endsWith('.md') : path.endsWith('g00006.md'),
	);
	await writeFile(join(root, '.gitignore'), '.mainstay/\n');
	const git = (...args: string[]): string =>
		execFileSync('git', ['-c', 'user.name=b', '-c', 'user.email=b@example.org', ...args], {
			cwd: root,
			encoding: 'utf8',
		});
	git('init', '-q');
	git('add', '-A');
	git('commit', '-qm', 'all');
	const costs: Record<'remark' | 'gfm' | 'cold' | 'sources' | 'warm' | 'since' | 'version' | 'help', Cost[]> =
		{
			remark: [],
			gfm: [],
			cold: [],
			sources: [],
			warm: [],
			since: [],
			version: [],
			help: [],
		};
	for (const cli of [SOURCES, CLI]) await run([cli, 'check', '--no-cache'], root);
	await run([CLI, 'check'], root);
	for (let round = 0; round < RUNS; round++) {
		costs.remark.push(parseAll(join(root, 'docs')));
		costs.gfm.push(parseAll(join(root, 'docs'), 'gfm'));
		costs.cold.push(await run([CLI, 'check', '--no-cache'], root));
		costs.sources.push(await run([SOURCES, 'check', '--no-cache'], root));
		costs.warm.push(await run([CLI, 'check'], root));
		await appendFile(join(root, 'docs', changed), '\n补充一句。\n');
		costs.since.push(await run([CLI, 'check', '--since', 'HEAD'], root));
		git('checkout', '-q', '--', 'docs');
		await run([CLI, 'check'], root);
		costs.version.push(await run([CLI, '--version'], root));
		costs.help.push(await run([CLI, '--help'], root));
	}
	const [remark, gfm, cold, sources, warm, since, version, help] = [
		costs.remark,
		costs.gfm,
		costs.cold,
		costs.sources,
		costs.warm,
		costs.since,
		costs.version,
		costs.help,
	].map(least) as [Cost, Cost, Cost, Cost, Cost, Cost, Cost, Cost];
	console.table(
		Object.fromEntries(
			Object.entries({ remark, gfm, cold, sources, warm, since, version, help }).map(
				([name, { ms, cpu }]) => [name, { ms: Math.round(ms), 'cpu ms': Math.round(cpu) }],
			),
		),
	);
	const bars: [string, boolean][] = [
		[
			`check, cold: ${(cold.ms / remark.ms).toFixed(2)}× remark alone (bar: 0.6), ${(cold.ms / gfm.ms).toFixed(2)}× remark with GFM`,
			cold.ms <= 0.6 * remark.ms,
		],
		[
			`check, warm: ${((100 * warm.ms) / cold.ms).toFixed(0)} % of cold, ${Math.round(warm.ms)} ms (bar: 10 %, 1000 ms)`,
			warm.ms <= 0.1 * cold.ms && warm.ms <= 1000,
		],
		[
			`check --since, one change: ${Math.round(since.ms - version.ms)} ms beyond the start (bar: 500)`,
			since.ms - version.ms <= 500,
		],
		[`--help: ${Math.round(help.ms)} ms (bar: 150)`, help.ms <= 150],
	];
	for (const [text, holds] of bars) console.log(`${holds ? 'holds ' : 'BROKEN'}  ${text}`);
	process.exitCode = bars.every(([, holds]) => holds) ? 0 : 1;
} finally {
	await rm(root, { recursive: true, force: true });
	await rm(home, { recursive: true, force: true });
}
