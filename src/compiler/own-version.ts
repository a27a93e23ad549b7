import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { walkNow } from '../sources/walk.ts';

const HERE = import.meta.url;
/** In a clone the sources run as they are; in a package everything is compiled. */
const FROM_SOURCE = HERE.endsWith('.ts');

/** `version` of package.json. */
export const MAINSTAY_VERSION: string = readVersion();

/**
 * What a cache key must hold of Mainstay itself: the version and the state of its code, so that no other
 * build of it is ever answered from yesterday's cache. In a clone that is the state of the sources (compiled
 * documents do not depend on how pages look; pages depend on everything), in a package a hash of the whole.
 */
export function toolFingerprint(scope: 'compiler' | 'site'): string {
	const known = fingerprints.get(scope) ?? readFingerprint(scope);
	fingerprints.set(scope, known);
	return known;
}

/** Code that changes while this process runs is not the code it runs. */
const fingerprints = new Map<string, string>();

function readFingerprint(scope: 'compiler' | 'site'): string {
	const hash = createHash('sha256').update(MAINSTAY_VERSION).update(process.version);
	if (FROM_SOURCE) for (const line of sourceState(scope === 'site')) hash.update(line);
	else hash.update(readFileSync(new URL('../../fingerprint.txt', HERE)));
	return hash.digest('hex').slice(0, 16);
}

function* sourceState(withSite: boolean): Generator<string> {
	for (const folder of ['../', '../../schemas/']) {
		const root = fileURLToPath(new URL(folder, HERE));
		const except = withSite ? [] : ['site', 'search'].map((name) => join(root, name));
		for (const { path } of walkNow(root, new Set(except)).files) {
			if (!/\.(ts|json|astro|css|js)$/.test(path)) continue;
			const stats = statSync(root + path);
			yield `${path}:${stats.size}:${stats.mtimeMs}\n`;
		}
	}
}

function readVersion(): string {
	// From src/compiler in a clone, from lib/src/compiler in a package.
	const file = new URL(FROM_SOURCE ? '../../package.json' : '../../../package.json', HERE);
	return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
