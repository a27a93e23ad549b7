import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../scripts/mainstay.mjs', import.meta.url));

/** One run of the command line in a process of its own. */
export interface Run {
	/** Milliseconds, process start included. */
	readonly ms: number;
	/** Highest resident size in megabytes, as the build reports it; 0 for other commands. */
	readonly peakMb: number;
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs `mainstay …args`; never throws on a non-zero exit. */
export function mainstay(args: readonly string[], cwd: string): Promise<Run> {
	return new Promise((done, fail) => {
		const start = performance.now();
		const child = spawn(process.execPath, [CLI, ...args], {
			cwd,
			env: { ...process.env, CI: 'true', LANG: 'C' },
		});
		let stdout = '';
		let stderr = '';
		child.stdout.on('data', (data) => {
			stdout += data;
		});
		child.stderr.on('data', (data) => {
			stderr += data;
		});
		child.on('error', fail);
		child.on('close', (code) => {
			const memory = /memory\s+([\d.]+) (MB|KB)/.exec(stdout);
			const peakMb = memory ? Number(memory[1]) / (memory[2] === 'KB' ? 1024 : 1) : 0;
			done({ ms: performance.now() - start, peakMb, code, stdout, stderr });
		});
	});
}
