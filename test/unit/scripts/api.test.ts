import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, check, openProject, UserError } from '../../../scripts/api.ts';

const RUNBOOK = `---
id: RB-SYS-0001
kind: runbook
title: Disk full
owner: it-support
summary: Make room
severity: S2
exceptionClass: crash-or-slow
symptoms: [no space left]
workarounds: [{type: manual, until: 2026-11-10, reconcile: every day at five}]
---

Text with a [link](missing.md).
`;

describe('the API', () => {
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'mainstay-api-'));
		await mkdir(join(folder, 'docs'));
		await writeFile(join(folder, 'docs/disk.md'), RUNBOOK);
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	it('finds what `mainstay check` finds, in the language asked for, and counts it', async () => {
		const project = await openProject(folder);
		const result = await check(project, { asOf: '2026-11-22', locale: 'zh-CN', cache: false });
		expect(result.files).toBe(1);
		const broken = result.diagnostics.find(({ code }) => code === 'MS201');
		expect(broken).toMatchObject({ file: 'docs/disk.md', severity: 'error', range: { start: { line: 13 } } });
		expect(broken?.message).toMatch(/[\u4e00-\u9fff]/);
		const { error, warning, hint } = result.counts;
		expect(error + warning + hint).toBe(result.diagnostics.length);
		expect(error).toBeGreaterThan(0);
	});

	it('judges due dates by the day given', async () => {
		const project = await openProject(folder);
		const codesOf = async (asOf: string): Promise<string[]> =>
			(await check(project, { asOf, cache: false })).diagnostics.map(({ code }) => code);
		expect(await codesOf('2026-11-22')).toContain('MS510');
		expect(await codesOf('2026-11-02')).not.toContain('MS510');
	});

	it('leaves no trace without a cache', async () => {
		await check(await openProject(folder), { cache: false });
		expect(await readdir(folder)).toEqual(['docs']);
	});

	it('builds nothing while there are errors, and says which', async () => {
		const out = join(folder, 'site');
		const result = await build(await openProject(folder), { out, cache: false });
		expect(result.published).toBeUndefined();
		expect(result.counts.error).toBeGreaterThan(0);
		expect(await readdir(folder)).not.toContain('site');
	});

	it.each([
		['asOf', () => openProject(folder).then((project) => check(project, { asOf: '2026-02-30' }))],
		['base', () => openProject(folder).then((project) => build(project, { base: 'kb' }))],
		['site', () => openProject(folder).then((project) => build(project, { site: 'kb.example' }))],
		['folder', () => openProject(join(folder, 'nowhere'))],
		['not a repository', () => openProject(folder).then((project) => check(project, { since: 'main' }))],
	])('refuses a wrong %s with a UserError', async (_, call) => {
		await expect(call()).rejects.toBeInstanceOf(UserError);
	});
});
