import { appendFile, chown, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { USER } from './stranger.ts';

/** What every round starts from; the rest was made by the round before. */
const KEPT = new Set([
	'.git',
	'api-caller',
	'astro.config.mjs',
	'node_modules',
	'package.json',
	'package-lock.json',
	'pnpm-lock.yaml',
	'pnpm-workspace.yaml',
	'postcss.config.cjs',
	'stock.py',
	'tsconfig.json',
	'vite.config.mjs',
]);

/** Takes away what Mainstay made in a repository. */
export async function clearProject(folder: string): Promise<void> {
	for (const name of await readdir(folder)) {
		if (!KEPT.has(name)) await rm(join(folder, name), { recursive: true, force: true });
	}
}

/** Writes a file that belongs to the stranger, with the folders it needs. */
export async function writeTheirs(folder: string, path: string, text: string): Promise<void> {
	const file = join(folder, path);
	const made = await mkdir(dirname(file), { recursive: true });
	await writeFile(file, text);
	if (!USER) return;
	await chown(file, USER.uid, USER.gid);
	for (let each = dirname(file); made && each.length >= made.length; each = dirname(each)) {
		await chown(each, USER.uid, USER.gid);
	}
}

export const RUNBOOK = 'docs/runbooks/inventory/RB-INV-9001.md';

/** Has a drawing, coloured code and a parameter: what needs most of the packages that Mainstay brings. */
export function runbook(title: string): string {
	return `---
id: RB-INV-9001
kind: runbook
title: ${title}
owner: it-support
summary: Find out which movement is missing, then repost the valuation
severity: S2
exceptionClass: data-inconsistency
symptoms: [盘点差异找不到原因, the count and the ledger disagree]
signatures:
  - {code: LedgerGapError}
---

## Diagnosis

\`\`\`mermaid
flowchart LR
  A[盘点] --> B{Ledger complete?}
  B -->|no| C[Repost]
\`\`\`

## Steps

::::step{#look risk=read-only minutes=5}
### Look for the gap

\`\`\`sql
SELECT item, SUM(qty) FROM ledger GROUP BY item;
\`\`\`

:::expect
Every item sums up to its stock.
:::
::::
`;
}

/** Documents that are compiled as code with the stranger's own component. */
export async function addTrustedMdx(folder: string): Promise<void> {
	await appendFile(join(folder, 'mainstay.yaml'), '\nmdx: {trusted: [docs/guides/rates.mdx]}\n');
	await writeTheirs(folder, 'docs/guides/Rate.astro', '<strong class="own-rate"><slot /></strong>\n');
	await writeTheirs(
		folder,
		'docs/guides/rates.mdx',
		"---\ntitle: Exchange rates\n---\n\nimport Rate from './Rate.astro';\n\nToday <Rate>7.1</Rate>, that is {3 + 4}.1.\n",
	);
}
