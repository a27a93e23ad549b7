import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Toolchain } from '../toolchain/toolchain.ts';

/** The project's site, served while it is written. */
export interface Preview {
	readonly url: string;
	/** Settles when the process has ended, whoever ended it. */
	readonly ended: Promise<void>;
	stop(): Promise<void>;
}

/** How long a process may take to end by itself, in milliseconds. */
const PATIENCE = 3000;

/**
 * Starts `mainstay dev` on a free port. Every line of the process goes to `log`. Rejects with what
 * the process said last when it ends before it serves.
 */
export function startPreview(
	{ installed, node }: Toolchain,
	root: string,
	locale: string,
	log: (line: string) => void,
): { readonly ready: Promise<Preview>; stop(): Promise<void> } {
	const child = spawn(node.command, [installed.script, 'dev', root, '--port', '0', '--locale', locale], {
		cwd: root,
		env: { ...process.env, ...node.env, NO_COLOR: '1' },
		stdio: ['ignore', 'pipe', 'pipe'],
		windowsHide: true,
	});
	const ended = new Promise<void>((done) => {
		child.once('close', () => done());
		child.once('error', () => done());
	});
	const stop = (): Promise<void> => end(child, ended);
	return { ready: untilServing(child, ended, stop, log), stop };
}

function untilServing(
	child: ChildProcess,
	ended: Promise<void>,
	stop: () => Promise<void>,
	log: (line: string) => void,
): Promise<Preview> {
	return new Promise((done, fail) => {
		let last = '';
		const onLine = (line: string): void => {
			log(line);
			if (line.trim() !== '') last = line.trim();
		};
		for (const stream of [child.stdout, child.stderr]) {
			if (!stream) continue;
			createInterface({ input: stream }).on('line', (line) => {
				onLine(line);
				if (stream === child.stdout && /^https?:\/\/\S+$/.test(line)) done({ url: line, ended, stop });
			});
		}
		child.once('error', fail);
		ended.then(() => fail(new Error(last || 'mainstay dev ended.')));
	});
}

async function end(child: ChildProcess, ended: Promise<void>): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill();
	const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
	await ended;
	clearTimeout(timer);
}
