import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

let source: Promise<string> | undefined;

/** What axe-core finds wrong with a page, or with the parts of it that selectors name; one text per rule. */
export async function violations(page: Page, parts?: readonly string[]): Promise<string[]> {
	source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
	await page.evaluate(await source);
	return page.evaluate(async (selectors) => {
		const { axe: checker } = window as unknown as {
			axe: { run(context?: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
		};
		const shown = selectors?.filter((each) => document.querySelector(each) !== null).map((each) => [each]);
		const { violations: found } = await checker.run(shown ? { include: shown } : document);
		return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
	}, parts);
}
