import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Local addresses in the pages of a built tree that lead to no file; `base` is where the tree is served. */
export function deadLinks(pages: ReadonlyMap<string, string>, folder: string, base: string): string[] {
	const dead = new Set<string>();
	for (const [route, html] of pages) {
		const page = new URL(base.replace(/\/$/, '') + encodeURI(route), 'http://here.test');
		for (const [, written = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
			const url = URL.parse(written.replaceAll('&amp;', '&'), page);
			if (!url || url.host !== page.host) continue;
			const path = decodeURIComponent(url.pathname);
			if (!path.startsWith(base) || !isThere(join(folder, path.slice(base.length)))) {
				dead.add(`${route} → ${path}`);
			}
		}
	}
	return [...dead];
}

function isThere(path: string): boolean {
	if (!existsSync(path)) return false;
	return statSync(path).isFile() || existsSync(join(path, 'index.html'));
}
