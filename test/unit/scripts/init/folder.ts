import { execFileSync } from 'node:child_process';
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../../../scripts/cli.ts';
import type { Input, Output } from '../../../../scripts/command.ts';

/** A folder of somebody else's, for one test. */
export interface ForeignFolder extends Disposable {
	readonly path: string;
	/** Runs `mainstay …` in it, or in a folder below. */
	run(argv: readonly string[], options?: RunOptions): Promise<Run>;
	git(...args: readonly string[]): string;
	/** Writes files, by path. */
	put(files: Readonly<Record<string, string>>): void;
	read(path: string): string;
	/** Every file but those of git itself, with its text and mode. */
	snapshot(): ReadonlyMap<string, string>;
}

export interface Run {
	readonly code: number;
	readonly out: string;
	readonly err: string;
}

export interface RunOptions {
	readonly below?: string;
	readonly env?: Readonly<Record<string, string>>;
	readonly stdin?: Input;
	readonly stdout?: Output;
}

/** Settings of the machine may not decide what a test sees. */
const GIT_ENV = {
	GIT_CONFIG_GLOBAL: '/dev/null',
	GIT_CONFIG_SYSTEM: '/dev/null',
	GIT_AUTHOR_NAME: 'a',
	GIT_AUTHOR_EMAIL: 'a@example.com',
	GIT_COMMITTER_NAME: 'a',
	GIT_COMMITTER_EMAIL: 'a@example.com',
};

export function foreignFolder({ isRepository = true } = {}): ForeignFolder {
	const path = mkdtempSync(join(tmpdir(), 'mainstay 初始化 '));
	// A program of its own name, as an installation puts it there.
	const bin = join(path, '.git', 'bin');
	const git = (...args: readonly string[]): string =>
		execFileSync('git', [...args], {
			cwd: path,
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...GIT_ENV, PATH: `${bin}:${process.env['PATH']}`, LANG: 'C' },
		});
	if (isRepository) {
		git('init', '--quiet', '--template=', '--initial-branch=main');
		mkdirSync(bin);
		const command = new URL('../../../../scripts/mainstay.mjs', import.meta.url).pathname;
		writeFileSync(join(bin, 'mainstay'), `#!/bin/sh\nexec '${process.execPath}' '${command}' "$@"\n`);
		chmodSync(join(bin, 'mainstay'), 0o755);
	}
	return {
		path,
		git,
		run: (argv, options) => runIn(path, argv, options),
		put: (files) => {
			for (const [name, text] of Object.entries(files)) {
				mkdirSync(dirname(join(path, name)), { recursive: true });
				writeFileSync(join(path, name), text);
			}
		},
		read: (name) => readFileSync(join(path, name), 'utf8'),
		snapshot: () => snapshot(path),
		[Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
	};
}

async function runIn(path: string, argv: readonly string[], options: RunOptions = {}): Promise<Run> {
	let out = '';
	let err = '';
	const code = await main(argv, {
		cwd: join(path, options.below ?? ''),
		env: { LANG: 'C', ...options.env },
		stdout: options.stdout ?? { write: (text) => (out += text) },
		stderr: { write: (text) => (err += text) },
		...(options.stdin ? { stdin: options.stdin } : {}),
	});
	return { code, out, err };
}

function snapshot(root: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const folders = [''];
	for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
		for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
			const name = join(folder, entry.name);
			if (/^\.(?:git\/(?!hooks)|mainstay$)/.test(name)) continue;
			if (entry.isDirectory()) folders.push(name);
			else if (entry.isFile()) found.set(name, described(join(root, name)));
			else found.set(name, 'link');
		}
	}
	return found;
}

function described(path: string): string {
	return `${(statSync(path).mode & 0o777).toString(8)} ${readFileSync(path, 'utf8')}`;
}
