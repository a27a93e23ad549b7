import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compile, openProject, toDiagnostics } from '../../../src/compiler/index.ts';
import { checkChanges } from '../../../src/gate/index.ts';
import type { Diagnostic } from '../../../src/model/index.ts';
import { changesSince, changeTexts } from '../../../src/sources/index.ts';
import { run } from '../../e2e/built-site.ts';
import { type TestRepository, testRepository } from '../sources/repository.ts';

const LONG = Array.from({ length: 60 }, (_, index) => `第 ${index} 步核对余额与凭证。`).join('');

function runbook(lang: string, title: string, risk: string): string {
	return `---
id: RB-INV-0001
kind: runbook
lang: ${lang}
title: ${title}
owner: it
summary: s
exceptionClass: user-operation
severity: S2
symptoms: [a]
processes: [{process: PR-O2C-0002, step: pick}]
---

## Diagnosis

## Steps

::::step{#one risk=${risk}}
### One
\`\`\`sh
ls
\`\`\`
::::
`;
}

function process(id: string, fields: string): string {
	return `---
id: ${id}
kind: process
title: ${id}
owner: sales
summary: s
${fields}
---

文字。
`;
}

const STEPS =
	'steps:\n  - {id: start, name: a, type: start}\n  - {id: pick, name: b}\n  - {id: end, name: c, type: end}';

const FILES: Readonly<Record<string, string>> = {
	'.gitignore': '.mainstay/\n',
	'app/hold.py': '# mainstay:begin decide\ndef decide():\n    return 1\n# mainstay:end decide\n',
	'kb/mainstay.yaml': 'title: T\nlanguages: [zh-CN, en]\n',
	'kb/docs/index.md': '# 首页\n\n[手册](runbooks/库存.md#one) [流程](kb:PR-O2C-0002) ![图](p.svg)\n',
	'kb/docs/p.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'kb/docs/runbooks/库存.md': runbook('zh-CN', '库存', 'reversible'),
	'kb/docs/runbooks/库存.en.md': runbook('en', 'Stock', 'reversible'),
	'kb/docs/processes/a.md': process('PR-O2C-0001', 'level: 1'),
	'kb/docs/processes/b.md': process('PR-O2C-0002', `level: 2\nparent: PR-O2C-0001\n${STEPS}`),
	'kb/docs/notes/hold.md': `---
id: DN-SAL-0001
kind: dev-note
title: Hold
owner: dev
wricef: enhancement
technique: exit
objects: [{type: Python function, name: app.hold.decide}]
code: [{path: app/hold.py}]
standardGap: g
upgrade: {risk: low}
related: [RB-INV-0001]
---

## How

\`\`\`python file=app/hold.py region=decide
def decide():
    return 1
\`\`\`
`,
	'kb/docs/一.md': `# 一\n\n${LONG}\n`,
	'kb/docs/二.md': `# 二\n\n${LONG.replace('第 7 步', '第七步')}\n`,
	'kb/docs/三.md': '# 三\n\n<!-- mainstay-ignore MS201: 以后补 -->\n[后补](later.md)\n\n[一](一.md)\n',
	'kb/docs/四.md': '# 四\n\n```mermaid\nflowchart LR\n  a --> b\n```\n\n[没有](gone.md) [三](三.md#后补)\n',
};

/** What somebody may do to a file; null takes it away. */
const EDITS: readonly ((text: string) => string | null)[] = [
	(text) => `${text}\n补充一句。\n`,
	(text) => `${text}\n[没有](away.md) [首页](/index.md#那里)\n`,
	() => null,
	(text) => text.replace('title: ', 'title: 另一个').replace('# ', '# 另一个'),
	(text) => text.replace(/^id: (\w+-\w+)-\d+/m, 'id: $1-0009'),
	(text) => text.replace('# How', '# 如何').replace('#one', '#two'),
	(text) => text.replace('owner: ', 'status: superseded\nowner: '),
	(text) => text.replace('return 1', 'return 2'),
	(text) => text.replace('parent: PR-O2C-0001', 'parent: PR-O2C-0002').replace('reversible', 'destructive'),
	(text) => text.replace(/<!--.*-->\n/, ''),
	(text) => text.replace('zh-CN, en', 'zh-CN'),
	() => `# 一\n\n${LONG}\n`,
];

let repository: TestRepository;
let kb: string;

beforeAll(async () => {
	repository = await testRepository();
	kb = join(repository.root, 'kb');
	await repository.commit('one', FILES);
});
afterAll(() => repository.remove());

async function report(...args: string[]): Promise<string> {
	const { stdout } = await run(['check', '--format', 'json', '--date', '2026-06-01', ...args], kb);
	return stdout.replace(/"durationMs": ?\d+/, '"durationMs": 0');
}

function shown({ code, file, range, message }: Diagnostic): string {
	return `${file}:${range.start.line}:${range.start.column} ${code} ${message}`;
}

/** The same by the long way: all that a check of everything finds, without what the change cannot have made. */
async function ofEverything(): Promise<{ readonly diagnostics: string[]; readonly suppressed: number }> {
	const project = await openProject(kb);
	const options = { target: 'check', asOf: '2026-06-01', cache: false } as const;
	const { findings, graph, suppressed } = await compile(project, options);
	const changes = await changesSince(kb, 'HEAD');
	const gate = checkChanges(graph, changes, changeTexts(changes));
	const concerned = [...findings.filter(gate.concerns), ...gate.findings];
	return {
		diagnostics: toDiagnostics(concerned, project.config.rules, 'en', 'check').map(shown),
		suppressed,
	};
}

const edit = fc.tuple(fc.constantFrom(...Object.keys(FILES).slice(1)), fc.constantFrom(...EDITS));

it('what a change affects is the same from the store and without one, whatever was changed', async () => {
	await report();
	await fc.assert(
		fc
			.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean(), async (edits, isKnown) => {
				for (const [path, change] of edits) {
					const text = await readFile(join(repository.root, path), 'utf8').catch(() => FILES[path] ?? '');
					await repository.write({ [path]: change(text) ?? '' });
					if (change(text) === null) await rm(join(repository.root, path));
				}
				if (isKnown) await report();
				const wanted = await report('--no-cache', '--since', 'HEAD');
				expect(await report('--since', 'HEAD')).toBe(wanted);
				expect(await report('--since', 'HEAD'), 'once more').toBe(wanted);
				const { diagnostics, summary } = JSON.parse(wanted) as {
					diagnostics: Diagnostic[];
					summary: { suppressed: number };
				};
				expect({ diagnostics: diagnostics.map(shown), suppressed: summary.suppressed }).toEqual(
					await ofEverything(),
				);
			})
			.beforeEach(async () => {
				repository.git('checkout', '-q', '--', '.');
				repository.git('clean', '-qfd');
			}),
		{ numRuns: Number(globalThis.process.env['SINCE_RUNS'] ?? 12) },
	);
});

it('what nobody touched is not told, a fault that a change made is', async () => {
	repository.git('checkout', '-q', '--', '.');
	expect(await report()).toContain('gone.md');
	await repository.write({ 'kb/docs/一.md': `${FILES['kb/docs/一.md']}\n[没有](away.md)\n` });
	const told = await report('--since', 'HEAD');
	expect(told).toContain('away.md');
	expect(told).not.toContain('gone.md');
});
