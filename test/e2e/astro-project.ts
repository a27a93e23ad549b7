import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { REPOSITORY } from './built-site.ts';

/** Somebody's own site made with Astro, with a knowledge base in it. */
export interface AstroProject {
	readonly root: string;
	put(path: string, text: string): Promise<void>;
	/** Writes astro.config.mjs; both are JavaScript: settings of Astro, and options of mainstay(). */
	configure(settings: string, options: string): Promise<void>;
	/** `astro build`, to its end. */
	build(): Promise<{ readonly code: number | null; readonly output: string }>;
	/** `astro dev`; settles when it says where it serves. */
	dev(): Promise<{
		readonly url: string;
		readonly output: () => string;
		close(): Promise<number | null>;
	}>;
	remove(): Promise<void>;
}

const LAYOUT = `---
import type { LayoutProps } from '${REPOSITORY}scripts/astro.ts';
import '../styles/acme.css';
type Props = LayoutProps;
const { title, description, lang, path, kind } = Astro.props;
---
<!doctype html>
<html lang={lang} data-acme-kind={kind}>
<head><meta charset="utf-8" /><title>{title} | Acme</title>
{description && <meta name="description" content={description} />}<slot name="head" /></head>
<body><header class="brand"><a class="button" href={import.meta.env.BASE_URL}>Acme</a> <span>{path}</span></header>
<main><slot /></main><footer><p class="layout">Acme Ltd.</p></footer></body></html>
`;

/** Class names and elements that Mainstay styles too. */
const STYLES = `body { margin: 0; background: #fdf6e3 }
.brand { padding: 20px; color: rgb(10, 20, 30) }
.button { border-radius: 13px; padding: 3px }
footer .layout { font-size: 31px }
`;

const FILES: Readonly<Record<string, string>> = {
	'package.json': '{ "name": "acme", "type": "module", "private": true }',
	'src/layouts/Kb.astro': LAYOUT,
	'src/styles/acme.css': STYLES,
	'src/pages/index.astro': `---
import Kb from '../layouts/Kb.astro';
---
<Kb title="Start" lang="en" path="/" kind="own" unlisted={false}><h1>Acme’s own page</h1></Kb>
`,
	'src/pages/kb/own.astro': '<html><body><h1>Their page below the prefix</h1></body></html>',
	'src/pages/404.astro': '<html><body><h1>Acme has no such page</h1></body></html>',
	'mainstay.yaml': 'title: {en: Acme operations, zh-CN: 运维知识库}\nlanguages: [zh-CN, en]\n',
	'docs/index.md': '# 首页\n\n见 [入门](入门/guide.md) 与 kb:RB-ACM-0001。\n\n![图](image.png)\n',
	'docs/入门/guide.md': '---\nid: guide\ntitle: 入门\nredirectFrom: [/old-guide/, /own/]\n---\n\n文字。\n',
	'docs/入门/guide.en.md': '---\nid: guide\ntitle: First steps\n---\n\nWords.\n',
	'docs/stock.md': `---
id: RB-ACM-0001
kind: runbook
title: 库存对不上
owner: it
summary: 找出少了哪一笔
severity: S2
exceptionClass: data-inconsistency
symptoms: [库存对不上]
signatures: [{code: NegativeStockError, source: ERPNext}]
processes: [{process: PR-ACM-0001, step: pack}]
---

## 步骤

::::step{#look minutes=2}
### 看一看

\`\`\`sql
SELECT 1
\`\`\`
::::

\`\`\`mermaid
graph LR
  A[盘点] --> B[核对]
\`\`\`
`,
	'docs/order.md': `---
id: PR-ACM-0001
kind: process
title: 订单
owner: sales
summary: 从订单到发货
level: 1
steps:
  - {id: start, name: 收到订单, role: sales, type: start}
  - {id: pack, name: 打包, role: depot, runbooks: [RB-ACM-0001]}
  - {id: end, name: 发货, role: depot, type: end}
---

文字。
`,
};

/** One pixel. */
const PICTURE =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Writes the site into a temporary folder; Astro comes from this repository. */
export async function writeAstroProject(): Promise<AstroProject> {
	const root = await mkdtemp(join(tmpdir(), 'mainstay-astro-'));
	const put = async (path: string, text: string | Buffer): Promise<void> => {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), text);
	};
	await Promise.all(Object.entries(FILES).map(([path, text]) => put(path, text)));
	await put('docs/image.png', Buffer.from(PICTURE, 'base64'));
	await symlink(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
	return {
		root,
		put,
		configure: (settings, options) =>
			put(
				'astro.config.mjs',
				`import { defineConfig } from 'astro/config';
import mainstay from '${REPOSITORY}scripts/astro.ts';
export default defineConfig({ ...${settings}, integrations: [mainstay({ asOf: '2027-04-10', locale: 'en', ...${options} })] });
`,
			),
		build: async () => {
			const { child, output } = start(root, ['build']);
			return { code: await ended(child), output: output() };
		},
		dev: async () => {
			const { child, output } = start(root, ['dev', '--host', '127.0.0.1', '--port', '0']);
			const end = ended(child);
			const url = await addressOf(child, output);
			return {
				url,
				output,
				close: () => {
					child.kill('SIGTERM');
					return end;
				},
			};
		},
		remove: () => rm(root, { recursive: true, force: true }),
	};
}

function start(root: string, argv: readonly string[]): { child: ChildProcess; output: () => string } {
	const child = spawn(process.execPath, [join(REPOSITORY, 'node_modules/astro/bin/astro.mjs'), ...argv], {
		cwd: root,
		env: {
			...process.env,
			LANG: 'C',
			CI: 'true',
			NO_COLOR: '1',
			NODE_ENV: argv[0] === 'dev' ? 'development' : 'production',
			// Astro's server does nothing within vitest, which has variables of Vite's for the base as well.
			VITEST: '',
			BASE_URL: undefined,
			ASTRO_TELEMETRY_DISABLED: '1',
			ASTRO_DISABLE_UPDATE_CHECK: 'true',
		},
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (text += data));
	return { child, output: () => text };
}

function ended(child: ChildProcess): Promise<number | null> {
	return new Promise((done) => child.once('close', done));
}

function addressOf(child: ChildProcess, output: () => string): Promise<string> {
	return new Promise((found, fail) => {
		const look = (): void => {
			const [address] = /http:\/\/127\.0\.0\.1:\d+\/?\S*/.exec(output()) ?? [];
			if (address) found(address.endsWith('/') ? address : `${address}/`);
		};
		child.stdout?.on('data', look);
		child.once('close', () => fail(new Error(output())));
	});
}
