import { execFile } from 'node:child_process';
import compare from 'semver/functions/compare.js';

export interface NodeRuntime {
	readonly command: string;
	readonly version: string;
	/** Variables that the command needs besides those of this process. */
	readonly env: Readonly<Record<string, string>>;
}

/** A place where a Node may be. */
export interface NodeCandidate {
	readonly command: string;
	readonly env: Readonly<Record<string, string>>;
}

/** The version that a candidate tells, such as `24.1.0`; undefined when it cannot be run. */
export type Probe = (candidate: NodeCandidate) => Promise<string | undefined>;

export interface NodeChoice {
	readonly runtime?: NodeRuntime;
	/** The newest of those that are too old. */
	readonly tooOld?: NodeRuntime;
}

/** The first candidate that is at least `needs`; any where that is ''. */
export async function chooseNode(
	candidates: readonly NodeCandidate[],
	needs: string,
	probe: Probe,
): Promise<NodeChoice> {
	let tooOld: NodeRuntime | undefined;
	for (const candidate of candidates) {
		const version = await probe(candidate);
		if (version === undefined) continue;
		const runtime = { ...candidate, version };
		if (needs === '' || compare(version, needs) >= 0) return { runtime };
		if (!tooOld || compare(version, tooOld.version) > 0) tooOld = runtime;
	}
	return tooOld ? { tooOld } : {};
}

/** Asks the command itself. */
export const probeVersion: Probe = ({ command, env }) =>
	new Promise((done) => {
		const options = { env: { ...process.env, ...env }, timeout: 10_000, windowsHide: true };
		execFile(command, ['--version'], options, (error, stdout) => {
			done(error ? undefined : /^v(\d+\.\d+\.\d+)/.exec(stdout)?.[1]);
		});
	});
