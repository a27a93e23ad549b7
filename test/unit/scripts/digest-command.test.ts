import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../scripts/cli.ts';
import { readNameStatus } from '../../../scripts/digest/history.ts';
import { readSince } from '../../../scripts/digest/since.ts';
import { log, runbook } from '../boards/documents.ts';

const TODAY = '2026-11-22';

async function run(argv: readonly string[], env: Record<string, string> = {}) {
	let [stdout, stderr] = ['', ''];
	const code = await main(argv, {
		cwd: '/',
		env: { LANG: 'C', ...env },
		stdout: { write: (text) => (stdout += text) },
		stderr: { write: (text) => (stderr += text) },
	});
	return { code, stdout, stderr };
}

interface Read {
	readonly basis: string;
	readonly since: string;
	readonly sections: readonly {
		key: string;
		count: number;
		items: { id?: string; url?: string; note?: string }[];
	}[];
}

describe('--since', () => {
	it.each([
		['2026-11-01', { type: 'day', day: '2026-11-01' }],
		['P7D', { type: 'day', day: '2026-11-15' }],
		['P1M', { type: 'day', day: '2026-10-22' }],
		['P1Y2W', { type: 'day', day: '2025-11-08' }],
		['HEAD~3', { type: 'revision', revision: 'HEAD~3' }],
		['release/v1.4', { type: 'revision', revision: 'release/v1.4' }],
		['PROD', { type: 'revision', revision: 'PROD' }],
	])('%s', (written, read) => {
		expect(readSince(written, TODAY)).toEqual(read);
	});

	it('a month back from its last day is the last day of the month before', () => {
		expect(readSince('P1M', '2026-03-31')).toEqual({ type: 'day', day: '2026-02-28' });
	});

	it.each(['2026-02-30', '2027-01-01', '--output=x', 'a b', '$(x)'])('%s is refused', (written) => {
		expect(() => readSince(written, TODAY)).toThrow(/since|after the day/);
	});
});

it('reads what git says of changed files, renamed and strangely named ones too', () => {
	expect(
		readNameStatus('A\0docs/a.md\0M\0docs/库 存.md\0R087\0docs/old.md\0docs/new.md\0D\0docs/d.md\0'),
	).toEqual([
		{ file: 'docs/a.md', change: 'added' },
		{ file: 'docs/库 存.md', change: 'changed', old: 'docs/库 存.md' },
		{ file: 'docs/new.md', change: 'changed', old: 'docs/old.md' },
		{ file: 'docs/d.md', change: 'removed', old: 'docs/d.md' },
	]);
});

describe('mainstay digest', () => {
	let root: string;
	const write = (path: string, text: string) => writeFile(join(root, path), text);
	const git = (...args: string[]) =>
		execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
			cwd: root,
			env: {
				...process.env,
				GIT_AUTHOR_DATE: '2026-11-10T10:00:00Z',
				GIT_COMMITTER_DATE: '2026-11-10T10:00:00Z',
			},
		});
	const digest = async (...args: string[]): Promise<Read> => {
		const { code, stdout, stderr } = await run([
			'digest',
			root,
			'--date',
			TODAY,
			'--format',
			'json',
			...args,
		]);
		expect([code, stderr]).toEqual([0, '']);
		return JSON.parse(stdout) as Read;
	};
	const ids = (read: Read): Record<string, (string | undefined)[]> =>
		Object.fromEntries(read.sections.map(({ key, items }) => [key, items.map(({ id }) => id)]));

	beforeAll(async () => {
		root = await mkdtemp(join(tmpdir(), 'mainstay-digest-'));
		await mkdir(join(root, 'docs'));
		await write('mainstay.yaml', 'title: KB\nlanguages: [en]\nmodules: {finance: Finance, stock: Stock}\n');
		await write(
			'docs/a.md',
			runbook('RB-A-0001', 'modules: [finance]', 'workarounds: [{type: manual, until: 2026-11-20}]'),
		);
		await write('docs/b.md', runbook('RB-A-0002'));
		await write('docs/c.md', runbook('RB-A-0003'));
		await write('docs/d.md', runbook('RB-A-0004'));
		git('init', '-q');
		git('add', '.');
		git('commit', '-qm', 'first');
		await write(
			'docs/a.md',
			runbook(
				'RB-A-0001',
				'modules: [finance]',
				'status: review',
				'workarounds: [{type: manual, until: 2026-11-20}]',
			),
		);
		await write('docs/b.md', runbook('RB-A-0002', 'status: retired'));
		await rename(join(root, 'docs/c.md'), join(root, 'docs/moved.md'));
		await rm(join(root, 'docs/d.md'));
		git('add', '.');
		git('commit', '-qm', 'second');
		await write(
			'docs/e.md',
			log(
				'LOG-A-0001',
				'2026-11-21',
				'incident',
				'modules: [stock]',
				'severity: S1',
				'exceptionClass: permission',
				'cause: unknown',
				'outcome: open',
			),
		);
	}, 60_000);

	afterAll(() => rm(root, { recursive: true, force: true }));

	it('tells what became of documents since a revision, the uncommitted too, and what is due', async () => {
		const read = await digest('--since', 'HEAD~1', '--site', 'https://kb.example.com/kb');
		expect(read).toMatchObject({ basis: 'git', since: '2026-11-10' });
		expect(ids(read)).toEqual({
			openIncidents: ['LOG-A-0001'],
			workarounds: ['RB-A-0001'],
			logs: ['LOG-A-0001'],
			changed: ['RB-A-0001', 'RB-A-0003'],
			retired: ['RB-A-0002'],
			removed: ['RB-A-0004'],
		});
		const [workaround] = read.sections.find(({ key }) => key === 'workarounds')?.items ?? [];
		expect(workaround).toMatchObject({
			url: 'https://kb.example.com/kb/d/RB-A-0001/',
			note: '2 days overdue (2026-11-20)',
		});
	}, 60_000);

	it('before the first commit everything is new', async () => {
		expect(ids(await digest('--since', '2026-11-01'))).toMatchObject({
			added: ['RB-A-0001', 'RB-A-0002', 'RB-A-0003'],
			logs: ['LOG-A-0001'],
		});
	}, 60_000);

	it('of one module holds its own alone', async () => {
		const read = await digest('--since', 'HEAD~1', '--module', 'stock');
		expect(ids(read)).toEqual({ openIncidents: ['LOG-A-0001'], logs: ['LOG-A-0001'] });
	}, 60_000);

	it('says what is wrong with what it was asked', async () => {
		expect(await run(['digest', root, '--since', 'nowhere'])).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('no revision “nowhere”'),
		});
		expect(await run(['digest', root, '--module', 'stok'])).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('Did you mean stock?'),
		});
	}, 60_000);

	it('sends to a robot and says so without the token; a dry run sends nothing', async () => {
		const asked: { url: string; body: string }[] = [];
		const server = createServer((request, response) => {
			let body = '';
			request.on('data', (part) => {
				body += part;
			});
			request.on('end', () => {
				asked.push({ url: request.url ?? '', body });
				response.end('{"errcode":0,"errmsg":"ok"}');
			});
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const hook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/robot/send?access_token=T0KEN`;
		const env = { HOOK: hook, KEY: 'SECx' };
		const args = [
			'digest',
			root,
			'--date',
			TODAY,
			'--since',
			'HEAD~1',
			'--format',
			'dingtalk',
			'--post',
			'env:HOOK',
			'--secret',
			'env:KEY',
		];
		const dry = await run([...args, '--dry-run'], env);
		const wet = await run(args, env);
		server.close();
		expect(asked).toHaveLength(1);
		expect(asked[0]?.url).toMatch(/access_token=T0KEN&timestamp=\d{13}&sign=/);
		expect(JSON.parse(asked[0]?.body ?? '')).toEqual(JSON.parse(dry.stdout));
		expect(wet).toMatchObject({ code: 0, stdout: '' });
		expect(`${dry.stdout}${dry.stderr}${wet.stderr}`).not.toMatch(/T0KEN|SECx/);
	}, 60_000);

	it('without git goes by the dates of documents, and says so', async () => {
		const bare = await mkdtemp(join(tmpdir(), 'mainstay-digest-bare-'));
		await mkdir(join(bare, 'docs'));
		await writeFile(join(bare, 'docs/e.md'), log('LOG-A-0001', '2026-11-21', 'change'));
		const { code, stdout, stderr } = await run(['digest', bare, '--date', TODAY, '--lang', 'zh-TW']);
		const revision = await run(['digest', bare, '--since', 'v1']);
		await rm(bare, { recursive: true });
		expect(code).toBe(0);
		expect(stdout).toMatch(/沒有版本歷史[\s\S]*## 新日誌 \(1\)[\s\S]*LOG-A-0001/);
		expect(stderr).toContain('No version history');
		expect(revision).toMatchObject({ code: 2, stderr: expect.stringContaining('no git checkout') });
	}, 60_000);
});
