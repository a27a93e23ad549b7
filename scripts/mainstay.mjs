#!/usr/bin/env node
// Plain JavaScript on purpose: a Node that is too old must get one clear line, not a syntax error.
// Package.json names the versions that all dependencies are made for; below this one diagrams fail.
const OLDEST = [22, 22, 2];
const version = process.versions.node.split('.').map(Number);
const first = version.findIndex((part, index) => part !== OLDEST[index]);
if (first >= 0 && version[first] < OLDEST[first]) {
	const oldest = OLDEST.join('.');
	console.error(
		`Mainstay needs Node ${oldest} or later; this is ${process.version}. / Mainstay 需要 Node ${oldest} 或更高版本，当前为 ${process.version}。 / Mainstay 需要 Node ${oldest} 或更新版本，目前為 ${process.version}。`,
	);
	process.exit(2);
}

// Node keeps what it compiled between runs, in a place of this user alone; without such a place nothing changes.
const [{ existsSync }, { enableCompileCache }, { homedir }, { join }] = await Promise.all([
	import('node:fs'),
	import('node:module'),
	import('node:os'),
	import('node:path'),
]);
try {
	const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
	const place = { win32: LOCALAPPDATA, darwin: join(homedir(), 'Library', 'Caches') }[process.platform];
	const folder = join(place ?? (XDG_CACHE_HOME || join(homedir(), '.cache')), 'mainstay', 'code');
	enableCompileCache(folder);
	// For the threads: each has a cache of its own, which must be open before its first module.
	process.env.NODE_COMPILE_CACHE ??= folder;
} catch {
	// A user without a home.
}

// Whoever reads may have read enough (`mainstay check | head`): the rest goes nowhere, and the exit code still tells.
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error) => {
		if (error.code === 'EPIPE') return;
		if (stream === process.stdout) {
			const { code } = error;
			console.error(
				`The output cannot be written (${code}). / 输出无法写入（${code}）。 / 輸出無法寫入（${code}）。`,
			);
		}
		process.exit(2);
	});
}

// In a clone the TypeScript sources run as they are; the package holds them compiled.
const isClone = existsSync(new URL('./cli.ts', import.meta.url));
const own = (name) => import(new URL(isClone ? `../${name}.ts` : `../lib/${name}.js`, import.meta.url).href);
if (process.argv[2] === 'check') (await own('src/workers/own-modules')).loadOwnModulesFast();
const { main } = await own('scripts/cli');

process.exitCode = await main(process.argv.slice(2), {
	cwd: process.cwd(),
	env: process.env,
	stdout: process.stdout,
	stderr: process.stderr,
	// Only whoever asks opens it.
	get stdin() {
		return process.stdin;
	},
});
