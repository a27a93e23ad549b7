import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { RUNBOOK, runbook, writeTheirs } from './knowledge-base.ts';
import { type Manager, type NodeMajor, run, type Stranger, serve } from './stranger.ts';

const FILES: Readonly<Record<string, string>> = {
	'package.json': '{ "name": "site", "type": "module", "private": true }\n',
	'astro.config.mjs': `import { defineConfig } from 'astro/config';
import mainstay from 'mainstay/astro';
export default defineConfig({ base: '/site', integrations: [mainstay({ layout: './src/layouts/Kb.astro' })] });
`,
	'src/pages/index.astro': '<html><body><h1>Their own page</h1></body></html>\n',
	'src/layouts/Kb.astro': `---
import type { LayoutProps } from 'mainstay/astro';
type Props = LayoutProps;
const { title, lang } = Astro.props;
---
<html lang={lang}><head><title>{title} | theirs</title><slot name="head" /></head><body><main><slot /></main></body></html>
`,
	'mainstay.yaml': 'title: Operations\nlanguages: [en]\n',
	[RUNBOOK]: runbook('Count and ledger disagree'),
};

/** Astro’s command, wherever the package manager put it. */
type Astro = readonly [string, ...string[]];

interface Site {
	readonly root: string;
	readonly astro: Astro;
}

/** npm lays Astro open beside Mainstay; the packages are those that were installed, read-only but for Vite's cache. */
async function withNpm(stranger: Stranger): Promise<Site> {
	const root = join(stranger.home, '站点');
	await writeSite(root);
	const linked = ['cp', '-al', join(stranger.projects.npm, 'node_modules'), 'node_modules'] as const;
	for (const command of [linked, ['chmod', 'u+w', 'node_modules']] as const) {
		const { code, output } = await run(stranger, command, { cwd: root });
		expect(code, output).toBe(0);
	}
	return { root, astro: ['node', 'node_modules/astro/bin/astro.mjs'] };
}

/** pnpm shows what was asked for and nothing else; the packages are in its store already. */
async function withPnpm(stranger: Stranger): Promise<Site> {
	const root = join(stranger.home, 'astro-site');
	await writeSite(root);
	const { pnpm } = stranger.projects;
	const settings = await readFile(join(pnpm, 'pnpm-workspace.yaml'), 'utf8');
	await writeTheirs(root, 'pnpm-workspace.yaml', settings);
	const lock = await readFile(join(pnpm, 'node_modules/mainstay/package.json'), 'utf8');
	const { astro } = (JSON.parse(lock) as { dependencies: { astro: string } }).dependencies;
	const flags = ['--save-dev', '--prefer-offline', '--allow-build=esbuild'];
	const added = await run(stranger, ['pnpm', 'add', ...flags, `astro@${astro}`, stranger.tarball], {
		cwd: root,
		timeoutMs: 110_000,
	});
	expect(added, added.output).toMatchObject({ code: 0 });
	return { root, astro: ['pnpm', 'exec', 'astro'] };
}

async function writeSite(root: string): Promise<void> {
	for (const [path, text] of Object.entries(FILES)) await writeTheirs(root, path, text);
}

describe.each<[Manager, NodeMajor, (stranger: Stranger) => Promise<Site>]>([
	['npm', 22, withNpm],
	['pnpm', 24, withPnpm],
])('an Astro site, installed by %s, Node %i', (_manager, node, install) => {
	const stranger = inject('stranger');
	const env = { ASTRO_TELEMETRY_DISABLED: '1' };
	let site: Site;

	it('builds with the knowledge base in its layout', async () => {
		site = await install(stranger);
		const built = await run(stranger, [...site.astro, 'build'], {
			cwd: site.root,
			node,
			env,
			timeoutMs: 110_000,
		});
		expect(built, built.output).toMatchObject({ code: 0 });
		const page = await readFile(join(site.root, 'dist/kb/d/RB-INV-9001/index.html'), 'utf8');
		expect(page).toContain('<title>Count and ledger disagree · Operations | theirs</title>');
		expect(page).toMatch(/<svg[^>]*diagram-mermaid/);
		expect(page.match(/<main\b/g)).toHaveLength(1);
		for (const file of ['pagefind/pagefind.js', 'llms.txt', 'record.json']) {
			expect((await readFile(join(site.root, 'dist/kb', file))).length, file).toBeGreaterThan(0);
		}
		expect(await readFile(join(site.root, 'dist/index.html'), 'utf8')).not.toMatch(/mainstay/i);
		// With pnpm this installs first.
	}, 240_000);

	it('serves it while it is written', async () => {
		const command = [...site.astro, 'dev', '--host', '127.0.0.1', '--port', '0'] as const;
		const server = await serve(stranger, command, { cwd: site.root, node, env });
		const address = new URL('/site/kb/d/RB-INV-9001/', server.url);
		const text = async (url: URL): Promise<string> => (await fetch(url)).text();
		try {
			const page = await text(address);
			expect(page).toContain('Count and ledger disagree · Operations | theirs');
			const scripts = [...page.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, src = '']) => src);
			expect(scripts.length).toBeGreaterThan(2);
			for (const src of scripts) {
				const answer = await fetch(new URL(src.replaceAll('&amp;', '&'), server.url));
				expect(answer.status, src).toBe(200);
			}
			await writeTheirs(site.root, RUNBOOK, runbook('账实不符'));
			await expect.poll(() => text(address), { timeout: 30_000 }).toContain('账实不符');
		} finally {
			await server.interrupt();
			await writeTheirs(site.root, RUNBOOK, runbook('Count and ledger disagree'));
		}
	});
});
