import { type ChildProcess, spawn } from 'node:child_process';
import { delimiter } from 'node:path';

export type Manager = 'npm' | 'pnpm';
export type NodeMajor = 22 | 24;

/** Somebody who installed the package in a repository of their own. All paths are absolute. */
export interface Stranger {
	readonly home: string;
	/** Their repositories; `node_modules` is read-only. */
	readonly projects: Readonly<Record<Manager, string>>;
	readonly tarball: string;
	readonly unpackedSize: number;
	/** Files in the tarball. */
	readonly files: readonly string[];
	/** Folder with npm, npx and pnpm. */
	readonly tools: string;
	/** How packages are reached from here: a registry of its own, authorities that a proxy needs. */
	readonly network: Readonly<Record<string, string>>;
	/** Folder with that Node. */
	readonly nodes: Readonly<Record<NodeMajor, string>>;
}

/** Tests that run as root act as nobody; others as who they are. */
export const USER: { readonly uid: number; readonly gid: number } | undefined =
	process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

export interface RunOptions {
	readonly cwd: string;
	readonly node?: NodeMajor;
	readonly env?: Readonly<Record<string, string>>;
	readonly timeoutMs?: number;
}

export interface Ended {
	readonly code: number | null;
	readonly stdout: string;
	/** Both streams, as a terminal shows them. */
	readonly output: string;
}

/** Runs a command of theirs to its end; it is killed after the time limit (default 60 s). */
export async function run(
	stranger: Stranger,
	[command, ...args]: readonly [string, ...string[]],
	options: RunOptions,
): Promise<Ended> {
	const child = spawn(command, args, spawnOptions(stranger, options));
	const seen = collect(child);
	const timer = setTimeout(() => endGroup(child, 'SIGKILL'), options.timeoutMs ?? 60_000);
	const code = await exitOf(child);
	clearTimeout(timer);
	return { code, ...seen() };
}

export interface Server {
	readonly url: string;
	/** Ctrl-C; settles with the exit code. */
	interrupt(): Promise<number | null>;
}

/** Starts a command that serves, and waits for the address it prints. */
export async function serve(
	stranger: Stranger,
	[command, ...args]: readonly [string, ...string[]],
	options: RunOptions,
): Promise<Server> {
	const child = spawn(command, args, spawnOptions(stranger, options));
	const seen = collect(child);
	const ended = exitOf(child);
	const url = await new Promise<string>((resolve, reject) => {
		const fail = (why: string): void => {
			endGroup(child, 'SIGKILL');
			reject(new Error(`${why}\n${seen().output}`));
		};
		const timer = setTimeout(() => fail('No address within two minutes.'), 120_000);
		child.stdout?.on('data', () => {
			const [address] = /http:\/\/127\.0\.0\.1:\d+\/\S*(?=\n)/.exec(seen().stdout) ?? [];
			if (address === undefined) return;
			clearTimeout(timer);
			resolve(address);
		});
		void ended.then((code) => {
			clearTimeout(timer);
			fail(`Ended with ${code} before it served.`);
		});
	});
	return {
		url,
		interrupt: () => {
			endGroup(child, 'SIGINT');
			return ended;
		},
	};
}

/** Nothing of this repository and of the test runner is in reach: no PATH, no npm settings, no NODE_ENV. */
function spawnOptions(stranger: Stranger, { cwd, node = 22, env = {} }: RunOptions) {
	const kept = Object.entries(process.env).filter(([name]) => /proxy$|cert|_ca_|cainfo/i.test(name));
	const system = (process.env['PATH'] ?? '')
		.split(delimiter)
		.filter((each) => !each.includes('node_modules'));
	return {
		cwd,
		...USER,
		// A group of its own, as a terminal gives it: Ctrl-C reaches the package manager and its child.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
		env: {
			...stranger.network,
			...Object.fromEntries(kept),
			HOME: stranger.home,
			PATH: [stranger.nodes[node], stranger.tools, ...system].join(delimiter),
			LANG: 'en_US.UTF-8',
			CI: 'true',
			NO_COLOR: '1',
			...env,
		},
	};
}

function collect(child: ChildProcess): () => { stdout: string; output: string } {
	const all: Buffer[] = [];
	const out: Buffer[] = [];
	child.stdout?.on('data', (chunk: Buffer) => {
		all.push(chunk);
		out.push(chunk);
	});
	child.stderr?.on('data', (chunk: Buffer) => all.push(chunk));
	return () => ({
		stdout: Buffer.concat(out).toString('utf8'),
		output: Buffer.concat(all).toString('utf8'),
	});
}

function exitOf(child: ChildProcess): Promise<number | null> {
	return new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch {
		// It has ended already.
	}
}
