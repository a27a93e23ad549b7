import { join } from 'node:path';
import type { Pipeline, Remote } from './choices.ts';
import { exists } from './disk.ts';

/** The web address of a remote, without credentials; undefined for a folder or anything else without one. */
export function remoteOf(written: string): Remote | undefined {
	const scp = /^(?:[^@/\s]+@)?([^:/\s]+\.[^:/\s]+):(?!\/\/)(\S+)$/.exec(written);
	const parsed = scp ? undefined : URL.parse(written);
	const isWeb = parsed && /^(?:https?|ssh|git):$/.test(parsed.protocol) && parsed.hostname !== '';
	const host = scp?.[1] ?? (isWeb ? hostOf(parsed) : undefined);
	const path = (scp?.[2] ?? parsed?.pathname ?? '').replace(/^\/+/, '').replace(/(?:\.git)?\/*$/, '');
	if (host === undefined || path === '') return undefined;
	const scheme = parsed?.protocol === 'http:' ? 'http' : 'https';
	const pipeline = pipelineOf(host);
	return { url: `${scheme}://${host}/${path}`, ...(pipeline ? { pipeline } : {}) };
}

/** The port of ssh says nothing about the web. */
function hostOf(url: URL): string {
	return url.protocol.startsWith('http') ? url.host : url.hostname;
}

function pipelineOf(host: string): Pipeline | undefined {
	if (/github/i.test(host)) return 'github';
	if (/gitlab|jihulab/i.test(host)) return 'gitlab';
	return /gitea|forgejo|codeberg/i.test(host) ? 'gitea' : undefined;
}

const SIGNS: readonly (readonly [path: string, pipeline: Pipeline])[] = [
	['.github/workflows', 'github'],
	['.gitlab-ci.yml', 'gitlab'],
	['.gitea', 'gitea'],
	['.forgejo', 'gitea'],
];

/** The platforms whose files are there; else that of the remote, else the one of a `.github` folder. */
export async function pipelinesOf(top: string, remote: Remote | undefined): Promise<readonly Pipeline[]> {
	const found = new Set<Pipeline>();
	for (const [path, pipeline] of SIGNS) if (await exists(join(top, path))) found.add(pipeline);
	if (remote?.pipeline) found.add(remote.pipeline);
	if (found.size === 0 && (await exists(join(top, '.github')))) found.add('github');
	return [...found];
}
