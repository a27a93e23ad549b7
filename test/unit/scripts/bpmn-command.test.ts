import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { declareRoles } from '../../../scripts/bpmn/declare-roles.ts';
import type { OpenDocuments } from '../../../scripts/bpmn/documents.ts';
import { importSettings } from '../../../scripts/bpmn/settings.ts';
import type { UserError } from '../../../src/model/index.ts';
import { run } from '../../e2e/built-site.ts';
import { bpmn, processOf } from '../diagrams/bpmn-files.ts';
import { SETTINGS } from '../settings.ts';

const CONFIG = `languages: [en]
roles: # who does it
  sales: {en: Sales clerk, zh-CN: 销售内勤}
  boss: Boss # the last one
kinds:
  "processes/**": process
`;
const PROCESS = `---
id: PR-S-0001
kind: process
title: Sell
summary: From the order to the money.
owner: sales
level: 1
steps:
  - {id: order, name: Order arrives, role: sales, type: start}
  - {id: send, name: Send the goods, role: sales, data: [Order]}
  - {id: done, name: Done, role: boss, type: end}
---

What happens.
`;
const LANES =
	'<laneSet id="ls"><lane id="l1" name="销售内勤"><flowNodeRef>s</flowNodeRef></lane><lane id="l2" name="Lager"><flowNodeRef>a</flowNodeRef><flowNodeRef>e</flowNodeRef></lane></laneSet>';
const FOREIGN = bpmn(
	processOf(
		'startEvent s "Go"\n task a "Pack"\n endEvent e "Over"\n s > a\n a > e',
		'P',
		'name="Pack goods"',
	).replace('<startEvent', `${LANES}<startEvent`),
);

let root: string;

beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-bpmn-'));
	await mkdir(join(root, 'docs/processes'), { recursive: true });
	await writeFile(join(root, 'mainstay.yaml'), CONFIG);
	await writeFile(join(root, 'docs/processes/sell.md'), PROCESS);
	await writeFile(join(root, 'model.bpmn'), FOREIGN);
});

afterEach(() => rm(root, { recursive: true, force: true }));

const command = (...argv: string[]) => run(['bpmn', ...argv], root);
const strict = () => run(['check', '.', '--max-warnings', '0', '--no-cache'], root);

describe('mainstay bpmn export', () => {
	it('writes the file to stdout, or where --out says', async () => {
		const { code, stdout } = await command('export', 'pr-s-0001');
		expect(code).toBe(0);
		expect(stdout).toContain('<bpmn:process id="PR-S-0001"');
		const written = await command(
			'export',
			'PR-S-0001',
			'--out',
			'out/sell.bpmn',
			'--orientation',
			'columns',
			'--data',
		);
		expect(written.stdout).toBe(`${join('out', 'sell.bpmn')}\n`);
		const file = await readFile(join(root, 'out/sell.bpmn'), 'utf8');
		expect(file).toContain('isHorizontal="false"');
		expect(file).toContain('<bpmn:dataObjectReference');
	});

	it('is refused for an id that is not there, with the nearest one', async () => {
		const { code, stderr } = await command('export', 'PR-S-0002');
		expect(code).toBe(2);
		expect(stderr).toContain('There is no process PR-S-0002. Did you mean PR-S-0001 (Sell)?');
	});

	it('is the nearest word to a slip', async () => {
		expect((await command('exprot', 'PR-S-0001')).stderr).toContain('Did you mean bpmn export?');
	});
});

describe('mainstay bpmn import', () => {
	it('writes a document that passes the strict check, lists what is to be settled, never overwrites', async () => {
		const { code, stdout, stderr } = await command('import', 'model.bpmn', '--group', 'NEW');
		expect(code).toBe(0);
		expect(stdout).toBe(`${join('docs', 'processes', 'pack-goods.md')}\n`);
		expect(stderr).toContain(
			'lane “Lager” (l2): no role of mainstay.yaml has this name; proposed key: lager',
		);
		expect(stderr).toContain('  lager: "Lager"');
		const text = await readFile(join(root, 'docs/processes/pack-goods.md'), 'utf8');
		expect(text).toContain('id: PR-NEW-0001');
		expect(text).toContain('# role: lager');
		expect((await strict()).stdout).toContain('2 documents, no problems');
		const again = await command('import', 'model.bpmn');
		expect(again.code).toBe(2);
		expect(again.stderr).toContain('pack-goods.md exists already.');
	}, 60_000);

	it('declares unknown roles with --add-roles and leaves the rest of mainstay.yaml as it is', async () => {
		const { stderr } = await command('import', 'model.bpmn', '--add-roles', '--locale', 'zh-CN');
		expect(stderr).toContain('mainstay.yaml 里没有这个名称的角色；建议的键：lager');
		expect(await readFile(join(root, 'mainstay.yaml'), 'utf8')).toBe(
			CONFIG.replace('# the last one\n', '# the last one\n  lager: "Lager"\n'),
		);
		const text = await readFile(join(root, 'docs/processes/pack-goods.md'), 'utf8');
		expect(text).toContain('lanes: [sales, lager]');
		expect((await strict()).code).toBe(0);
	}, 60_000);

	it('maps lanes with --role, and takes id, title, owner, parent and place', async () => {
		const { code, stderr } = await command(
			...['import', 'model.bpmn', '--role', 'Lager=boss', '--id', 'PR-W-0007', '--title', 'Packing'],
			...['--owner', 'boss', '--parent', 'PR-S-0001', '--out', 'docs/processes/w/packing.md'],
		);
		expect(code).toBe(0);
		expect(stderr).not.toContain('--owner');
		const text = await readFile(join(root, 'docs/processes/w/packing.md'), 'utf8');
		const lines = [
			'id: PR-W-0007',
			'title: Packing',
			'owner: boss',
			'parent: PR-S-0001',
			'lanes: [sales, boss]',
		];
		for (const line of lines) expect(text).toContain(line);
	});

	it.each([
		['none.bpmn', 'There is no file none.bpmn.'],
		['.', 'There is no file ..'],
	])('%j is refused', async (file, words) => {
		const { code, stderr } = await command('import', file);
		expect(code).toBe(2);
		expect(stderr).toContain(words);
	});
});

describe('the settings of an import', () => {
	const versions = new Map([
		['en', { id: 'PR-S-0001', kind: 'process', title: 'Sell', frontmatter: { level: 1 } }],
	]);
	const documents = {
		project: { config: { ...SETTINGS, roles: new Map([['boss', { en: 'Boss' }]]) } },
		graph: { byId: new Map([['PR-S-0001', versions]]) },
	} as unknown as OpenDocuments;
	const settings = (options: Record<string, string>) =>
		importSettings({ positionals: ['import', 'x'], options, locale: 'en' }, documents);

	it('give the next free ids of a group', () => {
		const { idOf } = settings({ group: 's' });
		expect([idOf(0), idOf(1)]).toEqual(['PR-S-0002', 'PR-S-0003']);
		const given = settings({ id: 'pr-s-0009' }).idOf;
		expect([given(0), given(1)]).toEqual(['PR-S-0009', 'PR-S-0010']);
	});

	it('take the value chain for a parent where there is no group', () => {
		expect(settings({}).parentPlaceholder).toBe('PR-S-0001');
		expect(settings({ parent: 'PR-S-0001' })).toMatchObject({ parent: 'PR-S-0001', level: 3 });
	});

	it.each([
		[{ owner: 'bos' }, 'Did you mean boss?'],
		[{ role: 'Lager' }, '--role must be like "Lane=key"'],
		[{ role: 'Lager=bos' }, 'Did you mean boss?'],
		[{ id: 'PR-S-0001' }, 'PR-S-0001 exists already.'],
		[{ id: 'RB-S-0001' }, '--id must be like PR-GEN-0001'],
		[{ group: 'to long' }, '--group must be'],
		[{ parent: 'PR-S-0009' }, 'Did you mean PR-S-0001 (Sell)?'],
	])('%j are refused with the next step', (options, words) => {
		try {
			settings(options as Record<string, string>);
			expect.unreachable();
		} catch (error) {
			const { message, hint } = error as UserError;
			expect(`${message} ${hint}`).toContain(words);
		}
	});
});

describe('declareRoles', () => {
	it('adds below the last role, before what follows', () => {
		const text = 'roles:\n    a: A\n    b:\n        en: B\n# end\nmodules: {}\n';
		expect(declareRoles(text, [{ key: 'c', label: 'C "x"' }])).toBe(
			'roles:\n    a: A\n    b:\n        en: B\n    c: "C \\"x\\""\n# end\nmodules: {}\n',
		);
	});

	it('gives up where roles are not one per line', () => {
		expect(declareRoles('roles: {a: A}\n', [{ key: 'c', label: 'C' }])).toBeUndefined();
		expect(declareRoles('title: x\n', [{ key: 'c', label: 'C' }])).toBeUndefined();
	});
});
