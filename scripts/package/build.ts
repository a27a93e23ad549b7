import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundlePrograms } from './bundle.ts';
import { neededDeclarations } from './declarations.ts';
import { compiledEndings } from './endings.ts';

/**
 * Makes `lib/`, what the package holds instead of the sources: `node scripts/package/build.ts`.
 * Node refuses to strip types below `node_modules`, so everything is compiled beforehand.
 */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = ['src', 'schemas', 'scripts'];
/** Not for those who install the package: how things are made, and what `files` in package.json names as it is. */
const LEFT_OUT = /^(?:scripts\/(?:generate|package)\/|scripts\/mainstay\.mjs$|schemas\/json\/)/;
/** What somebody can import; only their declarations are needed. */
const ENTRIES = ['scripts/api.d.ts', 'scripts/astro.d.ts'];

async function main(): Promise<void> {
	const lib = join(ROOT, 'lib');
	// Put in place when it is whole, so that nobody ever meets half of it.
	const next = join(ROOT, `.mainstay/lib-${process.pid}`);
	try {
		await compileTypeScript(next);
		await copyOtherFiles(next);
		await keepDeclarations(next);
		await rewriteEndings(next);
		await bundlePrograms(next, await filesBelow(next));
		await writeFile(join(next, 'fingerprint.txt'), `${await contentHash(next)}\n`);
		await rm(lib, { recursive: true, force: true });
		await rename(next, lib);
	} finally {
		await rm(next, { recursive: true, force: true });
	}
}

async function compileTypeScript(outDir: string): Promise<void> {
	const compiler = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));
	await promisify(execFile)(
		process.execPath,
		[compiler, '-p', join(ROOT, 'tsconfig.lib.json'), '--outDir', outDir],
		{ cwd: ROOT },
	).catch((error: { stdout?: string; message: string }) => {
		throw new Error(error.stdout || error.message);
	});
}

/** Components, styles, templates, pictures: whatever lies among the sources and is not TypeScript. */
async function copyOtherFiles(outDir: string): Promise<void> {
	for (const folder of SOURCES) {
		for (const path of await filesBelow(join(ROOT, folder))) {
			const from = `${folder}/${path}`;
			if (from.endsWith('.ts') || LEFT_OUT.test(from)) continue;
			await mkdir(dirname(join(outDir, from)), { recursive: true });
			await copyFile(join(ROOT, from), join(outDir, from));
		}
	}
}

/** Astro would take a declaration beside a page for a page; and the others are of no use to anybody. */
async function keepDeclarations(outDir: string): Promise<void> {
	const texts = new Map<string, string>();
	for (const path of await filesBelow(outDir)) {
		if (path.endsWith('.d.ts')) texts.set(path, await readFile(join(outDir, path), 'utf8'));
	}
	const needed = neededDeclarations(ENTRIES, (path) => texts.get(path));
	for (const path of texts.keys()) if (!needed.has(path)) await rm(join(outDir, path));
}

async function rewriteEndings(outDir: string): Promise<void> {
	for (const path of await filesBelow(outDir)) {
		if (!/\.(?:js|d\.ts|astro)$/.test(path)) continue;
		const file = join(outDir, path);
		const text = await readFile(file, 'utf8');
		const rewritten = compiledEndings(path, text);
		if (rewritten !== text) await writeFile(file, rewritten);
	}
}

/** Of all files, for the keys of caches: another build of the same version must not answer from them. */
async function contentHash(outDir: string): Promise<string> {
	const hash = createHash('sha256');
	for (const path of await filesBelow(outDir)) hash.update(path).update(await readFile(join(outDir, path)));
	return hash.digest('hex').slice(0, 16);
}

/** Paths with `/`, sorted. */
async function filesBelow(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) =>
			join(entry.parentPath, entry.name)
				.slice(folder.length + 1)
				.replaceAll('\\', '/'),
		)
		.sort();
}

await main();
