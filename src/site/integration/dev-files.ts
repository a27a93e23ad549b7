import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { AssetCopy, SiteModel } from '../../model/index.ts';
import { siteFilesOf } from '../files/index.ts';

/** Files beside the pages that a server for writing answers with. */
export interface DevFiles {
	/** Answers with the files that are made from it. */
	model: SiteModel;
	assets: readonly AssetCopy[];
	readonly folder: string | undefined;
	/** The site has other files too: only what is asked for below one of these paths is ours. */
	readonly below?: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
	'.avif': 'image/avif',
	'.bpmn': 'application/xml; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.gif': 'image/gif',
	'.ics': 'text/calendar; charset=utf-8',
	'.jpeg': 'image/jpeg',
	'.jpg': 'image/jpeg',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.pdf': 'application/pdf',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webp': 'image/webp',
	'.xml': 'application/xml; charset=utf-8',
};

/** Serves assets by their published address, and what lies in the extra folder. */
export function devFiles(current: () => DevFiles): Plugin {
	return {
		name: 'mainstay:dev-files',
		configureServer: (server) => {
			server.middlewares.use((request, response, next) => {
				answer(current(), request, response).then((done) => {
					if (!done) next();
				}, next);
			});
		},
	};
}

async function answer(files: DevFiles, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
	const path = pathOf(request.url ?? '/', files.below ?? [files.model.base, '/']);
	if (path === undefined || path === '' || path.endsWith('/')) return false;
	const made = siteFilesOf(files.model).get(path);
	if (made) {
		response.setHeader('content-type', typeOf(path));
		response.setHeader('cache-control', 'no-store');
		response.end(made.text());
		return true;
	}
	const asset = files.assets.find(({ to }) => to === path);
	const file = asset?.from ?? (files.folder ? await inFolder(files.folder, path) : undefined);
	const stats = file ? await stat(file).catch(() => undefined) : undefined;
	if (!file || !stats?.isFile()) return false;
	response.setHeader('content-type', typeOf(file));
	response.setHeader('content-length', stats.size);
	response.setHeader('cache-control', 'no-store');
	createReadStream(file)
		.on('error', () => response.destroy())
		.pipe(response);
	return true;
}

function typeOf(path: string): string {
	return TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
}

/** The path below the first of `bases` that it begins with, decoded; undefined for what is none of ours. */
function pathOf(url: string, bases: readonly string[]): string | undefined {
	try {
		const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
		const base = bases.find((each) => path.startsWith(each));
		return base === undefined ? undefined : path.slice(base.length);
	} catch {
		return undefined;
	}
}

/** A file of the folder, never one outside it. */
async function inFolder(folder: string, path: string): Promise<string | undefined> {
	const root = await realpath(folder).catch(() => undefined);
	const file = root && (await realpath(join(root, path)).catch(() => undefined));
	return root && file?.startsWith(root + sep) ? file : undefined;
}
