import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPOSITORY, repositorySite } from './built-site.ts';
import { DESK, type OpenedSite, openSite, PHONE } from './opened-site.ts';
import { counted, readProcesses, type WrittenProcess } from './written-processes.ts';

let site: OpenedSite;
let processes: readonly WrittenProcess[];
const open: OpenedSite['open'] = (...page) => site.open(...page);

beforeAll(async () => {
	[site, processes] = await Promise.all([openSite(repositorySite()), readProcesses()]);
});

afterAll(async () => {
	await site?.close();
});

describe('the responsibility matrix', () => {
	/** `process → role → number and letters`, as the page shows it. */
	const shown = (page: Page): Promise<Record<string, Record<string, string>>> =>
		page.evaluate(() => {
			const table = document.querySelector<HTMLTableElement>('#matrix');
			const roles = [...(table?.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.textContent.trim());
			const rows = [...(table?.tBodies[0]?.rows ?? [])].map((row) => {
				const cells = [...row.cells].slice(1, -1).map((cell, at): [string, string] => {
					const parts = ['b', 'i'].map((tag) => cell.querySelector(tag)?.textContent ?? '');
					return [roles[at + 1] ?? '', parts.join(' ').trim()];
				});
				const title = row.cells[0]?.querySelector('a')?.textContent ?? '';
				return [title, Object.fromEntries(cells.filter(([, text]) => text !== ''))];
			});
			return Object.fromEntries(rows);
		});

	it('says of every process and role what the documents say', async () => {
		const settings = await readFile(`${REPOSITORY}mainstay.yaml`, 'utf8');
		const label = (role: string): string =>
			new RegExp(`^  ${role}: \\{zh-CN: ([^,]+),`, 'm').exec(settings)?.[1] ?? role;
		const expected: Record<string, Record<string, string>> = {};
		for (const { title, owner, steps } of counted(processes)) {
			const row: Record<string, string> = {};
			for (const role of new Set([...steps.map((step) => step.role), owner])) {
				if (!role) continue;
				const own = steps.filter((step) => step.role === role);
				const has = (types: readonly string[]): boolean =>
					own.some(({ type = 'task' }) => types.includes(type));
				const letters = [
					has(['task', 'subprocess', 'wait']) ? '办' : '',
					has(['approval']) ? '批' : '',
					has(['decision']) ? '判' : '',
					role === owner ? '责' : '',
				];
				row[label(role)] = `${own.length || ''} ${letters.join('')}`.trim();
			}
			expected[title] = row;
		}
		await open('roles/matrix/', DESK, async (page) => expect(await shown(page)).toEqual(expected));
		expect(Object.keys(expected).length).toBeGreaterThan(10);
	});

	it('sorts by a role, turns around, and goes back to the order of the map', async () => {
		await open('roles/matrix/', DESK, async (page) => {
			const titles = (): Promise<string[]> => page.locator('#matrix tbody th a').allTextContents();
			const column = (): Promise<number[]> =>
				page.evaluate(() => {
					const table = document.querySelector<HTMLTableElement>('#matrix');
					const at = table?.querySelector<HTMLTableCellElement>('th[aria-sort]')?.cellIndex ?? 1;
					return [...(table?.tBodies[0]?.rows ?? [])].map((row) => Number(row.cells[at]?.dataset['value']));
				});
			const written = await titles();
			const button = page.locator('.matrix-role button', { hasText: '会计' });
			await button.click();
			expect(await column()).toEqual((await column()).toSorted((a, b) => b - a));
			expect((await titles()).toSorted()).toEqual(written.toSorted());
			await button.press('Enter');
			expect(await column()).toEqual((await column()).toSorted((a, b) => a - b));
			await button.press('Enter');
			expect(await titles()).toEqual(written);
		});
	});

	it('narrows to a module, hides the roles that have nothing to do there, and keeps that in the address', async () => {
		await open('roles/matrix/', DESK, async (page) => {
			await page.locator('select[name="modules"]').selectOption('purchasing');
			const expected = counted(processes).filter(({ modules }) => modules?.includes('purchasing'));
			const check = async (): Promise<void> => {
				expect(await page.locator('#matrix tbody tr:visible').count()).toBe(expected.length);
				expect(await page.locator('.matrix-role:visible', { hasText: '数据库管理员' }).count()).toBe(0);
				expect(await page.locator('.matrix-role:visible', { hasText: '采购员' }).count()).toBe(1);
			};
			await check();
			await page.reload();
			await check();
		});
	});

	it('keeps process and role in sight while it scrolls, on a phone too', async () => {
		await open('roles/matrix/', PHONE, async (page) => {
			const inside = await page.evaluate(() => {
				const box = document.querySelector<HTMLElement>('.matrix-box');
				if (!box) return [];
				box.scrollTo(400, 200);
				const frame = box.getBoundingClientRect();
				const corner = box.querySelector('.matrix-corner')?.getBoundingClientRect();
				const row = box.querySelector('tbody tr:nth-child(8) th')?.getBoundingClientRect();
				return [
					document.documentElement.scrollWidth,
					Math.round((corner?.top ?? 0) - frame.top),
					Math.round((corner?.left ?? 0) - frame.left),
					Math.round((row?.left ?? 0) - frame.left),
				];
			});
			expect(inside).toEqual([390, 1, 1, 1]);
		});
	});
});
