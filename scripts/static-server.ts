import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { type Phrase, phrase, UserError } from '../src/model/index.ts';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.ics': 'text/calendar; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.jpeg': 'image/jpeg',
	'.gif': 'image/gif',
	'.webp': 'image/webp',
	'.avif': 'image/avif',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
};

/** A built tree as a web server would serve it. */
export interface StaticServer {
	readonly url: string;
	close(): Promise<void>;
}

/** Serves `folder` below `base`; port 0 lets the system pick. Nothing outside the folder is ever read. */
export async function serveFolder(
	folder: string,
	options: { readonly port: number; readonly host: string; readonly base?: string },
): Promise<StaticServer> {
	const root = resolve(folder);
	const base = options.base ?? '/';
	const server = createServer(async (request, response) => {
		const file = await fileFor(root, base, request.url ?? '/');
		const missing = file === undefined;
		const path = file ?? join(root, '404.html');
		response.setHeader('X-Content-Type-Options', 'nosniff');
		response.setHeader('Cache-Control', 'no-cache');
		if (missing && !(await isFile(path))) {
			response.writeHead(404, { 'Content-Type': 'text/plain' }).end('404');
			return;
		}
		response.writeHead(missing ? 404 : 200, {
			'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
		});
		if (request.method === 'HEAD') response.end();
		else
			createReadStream(path)
				.on('error', () => response.destroy())
				.pipe(response);
	});
	await listen(server, options.port, options.host);
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : options.port;
	return {
		url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}${base}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

async function fileFor(root: string, base: string, url: string): Promise<string | undefined> {
	let path: string;
	try {
		path = decodeURIComponent(url.split(/[?#]/)[0] ?? '/');
	} catch {
		return undefined;
	}
	if (!path.startsWith(base) || path.includes('\0')) return undefined;
	const file = resolve(root, `./${path.slice(base.length)}`);
	if (file !== root && !file.startsWith(root + sep)) return undefined;
	if (await isFile(file)) return path.endsWith('/') ? undefined : file;
	const index = join(file, 'index.html');
	return (await isFile(index)) ? index : undefined;
}

function isFile(path: string): Promise<boolean> {
	return stat(path).then(
		(stats) => stats.isFile(),
		() => false,
	);
}

function listen(server: Server, port: number, host: string): Promise<void> {
	return new Promise((done, fail) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			const known: Record<string, Phrase> = {
				EADDRINUSE: phrase`Port ${port} is in use.`,
				EACCES: phrase`Port ${port} needs more rights.`,
				EADDRNOTAVAIL: phrase`${host} is not an address of this machine.`,
			};
			const message = known[error.code ?? ''];
			fail(
				message
					? new UserError('port-unavailable', message, 'Choose another with --port; 0 lets the system pick.')
					: error,
			);
		});
		server.listen(port, host, done);
	});
}

/** Resolves when the process is asked to end, or the caller's signal says so. */
export function untilStopped(signal: AbortSignal | undefined): Promise<void> {
	return new Promise((done) => {
		const stop = (): void => {
			process.off('SIGINT', stop);
			process.off('SIGTERM', stop);
			done();
		};
		process.once('SIGINT', stop);
		process.once('SIGTERM', stop);
		signal?.addEventListener('abort', stop, { once: true });
		if (signal?.aborted) stop();
	});
}
