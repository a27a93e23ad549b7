#!/usr/bin/env node
// Plain JavaScript on purpose: a Node that is too old must get one clear line, not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
	console.error(
		`Mainstay needs Node 22.12 or later; this is ${process.version}. / Mainstay 需要 Node 22.12 或更高版本，当前为 ${process.version}。`,
	);
	process.exit(2);
}

// In a clone the TypeScript sources run as they are; the package holds them compiled.
const { existsSync } = await import('node:fs');
const source = new URL('./cli.ts', import.meta.url);
const { main } = await import(
	existsSync(source) ? source.href : new URL('../lib/scripts/cli.js', import.meta.url).href
);

process.exitCode = await main(process.argv.slice(2), {
	cwd: process.cwd(),
	env: process.env,
	stdout: process.stdout,
	stderr: process.stderr,
});
