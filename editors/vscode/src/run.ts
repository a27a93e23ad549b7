import { execFile } from 'node:child_process';
import type { Toolchain } from './toolchain/toolchain.ts';

export interface RunResult {
	/** 0 when all went well. */
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a Mainstay command in a folder and collects what it says. */
export function runMainstay(
	{ installed, node }: Toolchain,
	args: readonly string[],
	cwd: string,
): Promise<RunResult> {
	return new Promise((done) => {
		const env = { ...process.env, ...node.env, NO_COLOR: '1' };
		const options = { cwd, env, windowsHide: true, maxBuffer: 16 * 1024 * 1024 };
		execFile(node.command, [installed.script, ...args], options, (error, stdout, stderr) => {
			const code = typeof error?.code === 'number' ? error.code : error ? 2 : 0;
			done({ code, stdout, stderr: stderr || (code === 0 ? '' : (error?.message ?? '')) });
		});
	});
}
