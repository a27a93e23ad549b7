import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { run, type Stranger, USER } from './stranger.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The newest of each major that `engines` of package.json names and that is out. */
const TOOLS = {
	npm: '11.19.1',
	pnpm: '12.21.0',
	node22: 'npm:node@22.23.3',
	node24: 'npm:node@24.21.0',
} as const;

/** Nothing is hoisted: a package sees what it declares and no more. */
const STRICT_PNPM = [
	'nodeLinker: isolated',
	'hoist: false',
	'strictPeerDependencies: true',
	'engineStrict: true',
];

declare module 'vitest' {
	export interface ProvidedContext {
		/** The packed package, installed once by each package manager in somebody else's repository. */
		stranger: Stranger;
	}
}

/** Packs the package and installs it as somebody else would, without rights and without anything of ours in reach. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const root = await mkdtemp(join(tmpdir(), 'mainstay-package-'));
	const teardown = (): Promise<void> =>
		makeWritable(root).then(() => rm(root, { recursive: true, force: true }));
	try {
		const [packed] = await Promise.all([pack(root), installTools(root)]);
		const stranger = await describeStranger(root, packed);
		await Promise.all([installWithNpm(stranger), installWithPnpm(stranger)]);
		project.provide('stranger', stranger);
	} catch (error) {
		await teardown();
		throw error;
	}
	return teardown;
}

interface Packed {
	readonly filename: string;
	readonly unpackedSize: number;
	readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** `npm pack`, which compiles first. */
async function pack(root: string): Promise<Packed> {
	const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', root], {
		cwd: REPOSITORY,
		maxBuffer: 64 * 1024 * 1024,
	});
	// What the scripts say comes first.
	const answer = JSON.parse(stdout.slice(stdout.search(/^[[{]/m))) as Packed[] | Record<string, Packed>;
	const [packed] = Object.values(answer);
	if (!packed) throw new Error(`npm pack made nothing: ${stdout}`);
	return packed;
}

async function installTools(root: string): Promise<void> {
	const folder = join(root, 'tools');
	await mkdir(folder);
	const allowScripts = { [`pnpm@${TOOLS.pnpm}`]: true, 'node@22.23.3': true, 'node@24.21.0': true };
	const manifest = { private: true, dependencies: TOOLS, allowScripts };
	await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
	const quiet = ['--no-audit', '--no-fund', '--prefer-offline', '--loglevel', 'error'];
	await promisify(execFile)('npm', ['install', ...quiet], { cwd: folder });
}

/** What the npm that runs this has been told of the network, as settings for programs that know nothing of it. */
async function findNetwork(): Promise<Record<string, string>> {
	const setting = async (name: string): Promise<string> => {
		const { stdout } = await promisify(execFile)('npm', ['config', 'get', name], { cwd: REPOSITORY });
		return stdout.trim();
	};
	const [authorities, registry] = await Promise.all(['cafile', 'registry'].map(setting));
	return {
		...(authorities && authorities !== 'null' ? { NODE_EXTRA_CA_CERTS: authorities } : {}),
		...(registry ? { npm_config_registry: registry, pnpm_config_registry: registry } : {}),
	};
}

async function describeStranger(root: string, packed: Packed): Promise<Stranger> {
	const modules = join(root, 'tools', 'node_modules');
	const home = join(root, 'home');
	// A path that a careless program trips over.
	const projects = { npm: join(root, 'ERP 二次开发'), pnpm: join(root, 'erp-custom') };
	await chmod(root, 0o755);
	for (const folder of [home, ...Object.values(projects)]) {
		await mkdir(folder);
		if (USER) await chown(folder, USER.uid, USER.gid);
	}
	return {
		home,
		projects,
		network: await findNetwork(),
		tarball: join(root, packed.filename),
		unpackedSize: packed.unpackedSize,
		files: packed.files.map(({ path }) => path),
		tools: join(modules, '.bin'),
		nodes: { 22: join(modules, 'node22', 'bin'), 24: join(modules, 'node24', 'bin') },
	};
}

async function installWithNpm(stranger: Stranger): Promise<void> {
	await startRepository(stranger, 'npm');
	await install(stranger, 'npm', [
		'npm',
		'install',
		'--save-dev',
		'--no-audit',
		'--no-fund',
		stranger.tarball,
	]);
}

async function installWithPnpm(stranger: Stranger): Promise<void> {
	await startRepository(stranger, 'pnpm');
	const store = ['store', 'cache'].map((name) => `${name}Dir: ${JSON.stringify(join(stranger.home, name))}`);
	const settings = [...STRICT_PNPM, ...store, ''].join('\n');
	await writeFile(join(stranger.projects.pnpm, 'pnpm-workspace.yaml'), settings, { mode: 0o666 });
	if (USER) await chown(join(stranger.projects.pnpm, 'pnpm-workspace.yaml'), USER.uid, USER.gid);
	await install(stranger, 'pnpm', ['pnpm', 'add', '--save-dev', '--allow-build=esbuild', stranger.tarball]);
}

/** A repository that has nothing to do with ours. */
async function startRepository(stranger: Stranger, manager: 'npm' | 'pnpm'): Promise<void> {
	const cwd = stranger.projects[manager];
	const write = async (name: string, text: string): Promise<void> => {
		await writeFile(join(cwd, name), text);
		if (USER) await chown(join(cwd, name), USER.uid, USER.gid);
	};
	await write('package.json', `${JSON.stringify({ name: 'erp-custom', version: '1.0.0', private: true })}\n`);
	await write('stock.py', 'def revalue(item):\n    return item\n');
	// Settings for their own programs: none of them is for us.
	for (const name of ['astro.config.mjs', 'vite.config.mjs', 'postcss.config.cjs']) {
		await write(name, `throw new Error('${name} was read');\n`);
	}
	await write('tsconfig.json', '{ not even JSON\n');
	await run(stranger, ['git', 'init', '--quiet'], { cwd });
}

async function install(
	stranger: Stranger,
	manager: 'npm' | 'pnpm',
	command: readonly [string, ...string[]],
): Promise<void> {
	const cwd = stranger.projects[manager];
	const { code, output } = await run(stranger, command, { cwd, timeoutMs: 240_000 });
	if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
	await run(stranger, ['chmod', '-R', 'a-w', 'node_modules'], { cwd });
}

/** Read-only folders keep even their owner from emptying them. */
async function makeWritable(folder: string): Promise<void> {
	await promisify(execFile)('chmod', ['-R', 'u+w', folder]).catch(() => {});
}
