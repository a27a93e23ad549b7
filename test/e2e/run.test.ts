import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsInBothThemes } from './axe.ts';
import { buildSite, REPOSITORY, run } from './built-site.ts';
import { type OpenedSite, openSite, type Visit } from './opened-site.ts';

/** A runbook with a secret, an unescaped place of every kind, and steps of every risk. */
const SECRET_RUNBOOK = `---
id: RB-SYS-0900
kind: runbook
title: Rotate the mail password
summary: Used by the tests.
lang: en
owner: it-support
exceptionClass: user-operation
symptoms: [Mail is refused]
severity: S3
minutes: 5
systems: [erpnext]
parameters:
  - {name: account, label: Account, example: mailer, pattern: '.{1,80}'}
  - {name: mail_password, label: Mail password, secret: true}
  - {name: thread, label: Thread, example: '12', pattern: '[0-9a-z ;]{1,20}'}
escalation:
  - {afterMinutes: 10, to: dba, channel: Phone}
  - {afterMinutes: 30, to: vendor-support}
related: [RB-INV-0042]
---

## Diagnosis

Look.

## Steps

::::step{#look minutes=2}
### Look first

\`\`\`sql
SELECT '{{account}}';
KILL {{thread}};
\`\`\`

:::expect
One row.
:::
::::

::::step{#change risk=destructive minutes=2}
### Change it

\`\`\`bash
mailctl set "{{account}}" --password '{{mail_password}}'
\`\`\`

:::rollback
Set the old one again.
:::
::::

## Verification

Send a mail.

## Root cause

Expired.
`;

let site: OpenedSite;
let project: string;

beforeAll(async () => {
	project = await mkdtemp(join(tmpdir(), 'mainstay-run-'));
	await cp(join(REPOSITORY, 'docs'), join(project, 'docs'), { recursive: true });
	const settings = await readFile(join(REPOSITORY, 'mainstay.yaml'), 'utf8');
	await writeFile(
		join(project, 'mainstay.yaml'),
		`${settings}\nrepository:\n  url: https://github.com/acme/erp-docs\n`,
	);
	await writeFile(join(project, 'docs/runbooks/rotate-mail-password.en.md'), SECRET_RUNBOOK);
	site = await openSite(await buildSite(project), { remove: () => rm(project, { recursive: true }) });
}, 300_000);

afterAll(async () => {
	await site?.close();
});

async function open(route: string, options: BrowserContextOptions = {}): Promise<Visit> {
	const visit = await site.visit(route, { permissions: ['clipboard-read', 'clipboard-write'], ...options });
	await visit.page.waitForSelector('.run-panel h2');
	return visit;
}

async function start(page: Page): Promise<void> {
	await page.click('.run-panel .run-button.main');
	await page.waitForSelector('.run-bar:not([hidden])');
}

/** Fills every parameter with its example. */
async function fillExamples(page: Page): Promise<void> {
	for (const input of await page.locator('[data-parameters] input').all()) {
		await input.fill((await input.getAttribute('placeholder')) ?? '');
	}
}

/** Does every step; destructive ones after their confirmation. */
async function followAll(page: Page): Promise<void> {
	for (const step of await page.locator('.step[data-following]').all()) {
		const yes = step.locator('.run-expected label').first();
		if (await yes.count()) await yes.click();
		await step.locator('.run-check').click();
		if ((await step.getAttribute('data-risk')) === 'destructive') {
			await page.fill('#_confirm-word', (await step.getAttribute('id')) ?? '');
			await page.keyboard.press('Enter');
		}
		await page.waitForFunction(
			(id) => document.getElementById(id)?.dataset['state'] === 'done',
			(await step.getAttribute('id')) ?? '',
		);
	}
}

async function save(page: Page, folder: string): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.click('.deliver:not([hidden]) .run-button.main'),
	]);
	const name = download.suggestedFilename();
	await download.saveAs(join(folder, name));
	return name;
}

const kept = (page: Page): Promise<string> =>
	page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }));

describe('following a runbook', () => {
	it('three of them, in three languages, each end in a log that passes the checks', async () => {
		const logs = join(project, 'docs/system-logs');
		const saved: string[] = [];
		for (const [at, route] of ['d/RB-INV-0042/', 'en/d/RB-SYS-0001/', 'zh-TW/d/RB-DB-0001/'].entries()) {
			const { page, context, log } = await open(route);
			await start(page);
			await fillExamples(page);
			await followAll(page);
			await page
				.locator('.step textarea')
				.first()
				.evaluate((field) => field.closest('.step')?.scrollIntoView());
			await page.locator('.run-bar .run-button').last().click();
			await page.waitForSelector('.record-preview');
			await page.click('.deliver .run-button.main');
			// The cause is nobody's but the reader's to tell.
			expect(await page.locator('[name=cause]').getAttribute('aria-invalid')).toBe('true');
			await page.selectOption('[name=cause]', 'configuration');
			const id = await page.inputValue('[name=id]');
			await page.fill(
				'[name=id]',
				`LOG-2026-${Number(id.slice(-4)) + at}`.replace(
					/-(\d+)$/,
					(_, n: string) => `-${n.padStart(4, '0')}`,
				),
			);
			await page.fill('[name=worked]', 'Step 2 <b>found</b> it | `RB-XX`, kb:RB-NO-0001, {{x}} ::: # a');
			saved.push(await save(page, logs));
			expect(log.errors).toEqual([]);
			expect(log.foreign).toEqual([]);
			await context.close();
		}
		expect(new Set(saved).size).toBe(3);
		const first = await readFile(join(logs, saved[0] ?? ''), 'utf8');
		expect(first).toContain('runbook: RB-INV-0042\nrunbookWorked: yes');
		expect(first).toContain('outcome: success');
		const checked = await run(['check', project, '--max-warnings', '0']);
		expect(checked.stdout + checked.stderr).toMatch(/no problems/);
		expect(checked.code).toBe(0);
	}, 240_000);

	it('puts values into commands as their language needs it, and refuses what would break out', async () => {
		const { page, context } = await open('en/d/RB-SYS-0900/');
		const sql = page.locator('#look pre code');
		await page.fill('[name=account]', `o'brien <img src=x onerror=alert(1)>`);
		await page.fill('[name=thread]', '12');
		expect(await sql.textContent()).toContain(`SELECT 'o''brien <img src=x onerror=alert(1)>';`);
		expect(await page.locator('main img[src=x]').count()).toBe(0);
		await page.fill('[name=thread]', '1; drop');
		expect(await sql.textContent()).toContain('KILL {{thread}};');
		expect(await page.locator('#look .run-refused').textContent()).toContain('Thread');
		await page.fill('[name=thread]', '12!');
		expect(await page.locator('[name=thread]').getAttribute('aria-invalid')).toBe('true');
		expect(await page.locator('[name=thread] ~ .parameter-problem').textContent()).toContain('12');
		await context.close();
	});

	it('takes another value for what was filled in before the run began; another run begins empty', async () => {
		const { page, context } = await open('en/d/RB-SYS-0900/');
		const sql = page.locator('#look pre code');
		await page.fill('[name=account]', 'first');
		await page.fill('[name=mail_password]', 's3cret');
		await start(page);
		await page.fill('[name=account]', 'second');
		expect(await sql.textContent()).toContain("SELECT 'second';");
		await page.getByRole('button', { name: 'Start another run' }).click();
		expect(await page.inputValue('[name=account]')).toBe('');
		expect(await page.inputValue('[name=mail_password]')).toBe('');
		await context.close();
	});

	it('says what a command lacks before it is copied, and copies the filled one', async () => {
		const { page, context } = await open('en/d/RB-SYS-0900/');
		await page.locator('#look .copy-code').click();
		expect(await page.locator('dialog.ask').textContent()).toContain('Account, Thread');
		await page.locator('dialog.ask .run-button.main').click();
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
			.toBe('account');
		await page.keyboard.type("a'b");
		await page.fill('[name=thread]', '7');
		await page.locator('#look .copy-code').click();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
			"SELECT 'a''b';\nKILL 7;\n".trimEnd(),
		);
		await context.close();
	});

	it('asks before a destructive step, shows the way back, and keeps no secret', async () => {
		const { page, context } = await open('en/d/RB-SYS-0900/');
		await start(page);
		await page.fill('[name=account]', 'mailer');
		await page.fill('[name=mail_password]', "s3cr'et");
		await page.locator('#change .run-check').click();
		const dialog = page.locator('dialog.ask');
		expect(await dialog.textContent()).toContain('Set the old one again.');
		expect(await dialog.textContent()).toContain(`mailctl set "mailer" --password 's3cr'\\''et'`);
		await page.fill('#_confirm-word', 'wrong');
		await page.keyboard.press('Enter');
		expect(await dialog.isVisible()).toBe(true);
		await page.keyboard.press('Escape');
		expect(await page.locator('#change').getAttribute('data-state')).toBe('open');
		await page.locator('#change .copy-code').click();
		await page.fill('#_confirm-word', 'change');
		await page.keyboard.press('Enter');
		await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("'s3cr'\\''et'");
		expect(await page.locator('#change .run-gate').textContent()).toContain('Confirmed');
		expect(await kept(page)).not.toContain('s3cr');
		expect(page.url()).not.toContain('mailer');
		await page.locator('.run-bar .run-button').last().click();
		await page.waitForSelector('.record-preview');
		const preview = (await page.locator('.record-preview').textContent()) ?? '';
		expect(preview).toContain('| Mail password | ••• |');
		expect(preview).toContain('Step 2: going ahead was confirmed');
		await context.close();
	});

	it('goes on after a reload, in two tabs, and says when the document has changed', async () => {
		const { page, context } = await open('en/d/RB-SYS-0900/');
		await start(page);
		await page.fill('.run-name', 'Night shift <b>');
		await page.locator('#look .run-check').click();
		await page.reload();
		await page.waitForSelector('#look[data-state=done]');
		expect(await page.inputValue('.run-name')).toBe('Night shift <b>');
		const other = await context.newPage();
		await other.goto(page.url());
		await other.waitForSelector('#look[data-state=done]');
		await other.locator('#look .run-check').click();
		await page.waitForSelector('#look[data-state=open]');
		await page.evaluate(() => {
			const key = Object.keys(localStorage).find((each) => each.startsWith('mainstay.runs:')) ?? '';
			const file = JSON.parse(localStorage.getItem(key) ?? '') as {
				runs: { prints: Record<string, string> }[];
			};
			for (const each of file.runs) each.prints['look'] = 'older';
			localStorage.setItem(key, JSON.stringify(file));
		});
		await page.reload();
		await page.waitForSelector('.run-panel .run-warning');
		expect(await page.locator('.run-panel .run-warning').textContent()).toContain('1. Look first');
		await page.locator('.run-panel .run-warning .run-button').click();
		expect(await page.locator('.run-panel .run-warning').count()).toBe(0);
		await page.getByRole('button', { name: 'Finish' }).click();
		expect(await page.locator('#look input[type=checkbox]').isDisabled()).toBe(true);
		await page.getByRole('button', { name: 'Delete' }).first().click();
		await page.locator('dialog.ask .run-button.danger').click();
		await expect.poll(() => page.locator('.run-name').count()).toBe(0);
		expect(await kept(page)).not.toContain('Night shift');
		await context.close();
	});

	it('counts down to the escalation and says once that it is due', async () => {
		const context = await site.browser.newContext();
		const page = await context.newPage();
		await page.clock.install();
		await page.goto(`${site.url}en/d/RB-SYS-0900/`);
		await page.waitForSelector('.run-panel h2');
		await start(page);
		await page.clock.fastForward('02:00');
		await expect
			.poll(() => page.locator('.run-escalation').textContent())
			.toBe('Escalate to Database administrator in 8 min');
		expect(await page.locator('.run-live').textContent()).toBe('');
		await page.clock.fastForward('09:00');
		await expect
			.poll(() => page.locator('.run-live').textContent())
			.toContain('Escalate to Database administrator now');
		expect(await page.locator('.run-elapsed').textContent()).toBe('11 of 5 min · over time');
		await page.locator('.escalation .run-button').first().click();
		expect(await page.locator('.run-escalation').textContent()).toContain('Vendor');
		await context.close();
	});

	it('works with the keyboard alone', async () => {
		const { page, context } = await open('en/d/RB-SYS-0900/');
		await page.focus('.run-panel .run-button.main');
		await page.keyboard.press('Enter');
		await page.waitForSelector('.run-bar:not([hidden])');
		await page.focus('.run-panel .run-actions .run-button');
		await page.keyboard.press('n');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('look');
		await page.keyboard.press('y');
		await page.keyboard.press('d');
		await page.waitForSelector('#look[data-state=done]');
		await page.keyboard.press('n');
		await page.keyboard.press('d');
		await page.keyboard.type('change');
		await page.keyboard.press('Enter');
		await page.waitForSelector('#change[data-state=done]');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('change');
		await page.keyboard.press('m');
		await page.keyboard.type('drn');
		expect(await page.locator('#change textarea').inputValue()).toBe('drn');
		expect(await page.locator('#change').getAttribute('data-state')).toBe('done');
		await page.focus('#change');
		await page.keyboard.press('r');
		await page.waitForSelector('.record-preview');
		await context.close();
	});

	it('explains itself where nothing can be kept', async () => {
		const context = await site.browser.newContext();
		const page = await context.newPage();
		await page.addInitScript(() => {
			Object.defineProperty(window, 'localStorage', {
				get: () => {
					throw new DOMException('denied', 'SecurityError');
				},
			});
		});
		await page.goto(`${site.url}en/d/RB-SYS-0900/`);
		await page.waitForSelector('.run-panel .run-warning');
		await start(page);
		await page.locator('#look .run-check').click();
		await page.waitForSelector('#look[data-state=done]');
		await context.close();
	});

	it('reads as before without JavaScript', async () => {
		const context = await site.browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${site.url}en/d/RB-SYS-0900/`);
		expect(await page.locator('.js-only:visible').count()).toBe(0);
		expect(await page.locator('#look').textContent()).toContain('{{account}}');
		await context.close();
	});
});

describe('reporting a problem', () => {
	it('is offered on pages that are no document, and gives no number twice', async () => {
		const context = await site.browser.newContext();
		const page = await context.newPage();
		const numbers: string[] = [];
		for (const route of ['en/boards/risks/', 'en/']) {
			await page.goto(site.url + route);
			await page.click('.footer-report button');
			await page.waitForSelector('.card-choice');
			await page.fill('[name=seen]', 'It hangs');
			await page.locator('input[value=crash-or-slow]').check();
			await page.locator('input[value=S3]').check();
			await page.locator('input[value=log]').check();
			await page.selectOption('[name=system]', 'erpnext');
			await page.selectOption('[name=owner]', 'it-support');
			numbers.push(await page.inputValue('[name=id]'));
			await save(page, project);
		}
		expect(new Set(numbers).size).toBe(2);
		await context.close();
	});

	it('from any page makes a ticket and a log entry that passes the checks', async () => {
		const context = await site.browser.newContext();
		const page = await context.newPage();
		await page.goto(`${site.url}d/PR-O2C-0001/`);
		await page.click('.report [data-report-open]');
		await page.waitForSelector('.card-choice');
		await page.fill('[name=seen]', 'ORA-01555 snapshot too old\npassword: hunter2');
		await page.locator('[value=data-inconsistency]').check();
		await page.locator('[value=S2]').check();
		const href = (await page.locator('.deliver:not([hidden]) a').getAttribute('href')) ?? '';
		expect(href).toMatch(/^https:\/\/github\.com\/acme\/erp-docs\/issues\/new\?title=/);
		expect(decodeURIComponent(href)).toContain('PR-O2C-0001');
		expect(decodeURIComponent(href)).not.toContain('hunter2');
		await page.locator('[value=log]').check();
		await page.selectOption('[name=system]', 'erpnext');
		await page.fill('[name=id]', 'LOG-2026-0950');
		const name = await save(page, join(project, 'docs/system-logs'));
		const text = await readFile(join(project, 'docs/system-logs', name), 'utf8');
		expect(text).toContain('outcome: open');
		expect(text).not.toContain('hunter2');
		const checked = await run(['check', project, '--max-warnings', '0']);
		expect(checked.stdout + checked.stderr).toMatch(/no problems/);
		await context.close();
	}, 120_000);
});

describe('for everybody', () => {
	it('has no accessibility violation in any state, light and dark', async () => {
		const { page, context } = await open('en/d/RB-SYS-0900/');
		const found: string[] = [];
		const look = async (state: string): Promise<void> => {
			found.push(...(await violationsInBothThemes(page)).map((each) => `${state}: ${each}`));
		};
		await look('before');
		await start(page);
		await page.fill('[name=thread]', '1; drop');
		await page.locator('#look .run-expected label').nth(1).click();
		await look('running');
		await page.locator('#change .run-gate .run-button').click();
		await look('confirming');
		await page.keyboard.press('Escape');
		await page.locator('.run-bar .run-button').last().click();
		await page.waitForSelector('.record-preview');
		await page.click('.deliver .run-button.main');
		await look('recording');
		await page.keyboard.press('Escape');
		await page.click('.report [data-report-open]');
		await page.waitForSelector('.card-choice');
		await look('reporting');
		expect(found).toEqual([]);
		await context.close();
	});
});
