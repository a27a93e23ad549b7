import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

let source: Promise<string> | undefined;

/** The rules whose answer a theme can change; of structure, names and sizes both themes have the same. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

interface Checker {
	run(context: object, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/**
 * What axe-core finds wrong with a page, or with the parts of it that selectors name; one text per rule.
 * All its rules are asked, unless some are named.
 */
export async function violations(
	page: Page,
	parts?: readonly string[],
	rules?: readonly string[],
): Promise<string[]> {
	source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await source);
	return page.evaluate(
		async ({ selectors, values }) => {
			const { axe } = window as unknown as { axe: Checker };
			const shown = selectors?.filter((each) => document.querySelector(each) !== null).map((each) => [each]);
			const { violations: found } = await axe.run(shown ? { include: shown } : document, {
				resultTypes: ['violations'],
				...(values ? { runOnly: { type: 'rule', values } } : {}),
			});
			return found.map(
				({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
			);
		},
		{ selectors: parts, values: rules },
	);
}

/** The same for a page opened in light, and for its colours once it has turned dark. */
export async function violationsInBothThemes(page: Page, parts?: readonly string[]): Promise<string[]> {
	const light = await violations(page, parts);
	await page.emulateMedia({ colorScheme: 'dark' });
	// Colours may be on their way; what turns for ever is not waited for.
	await page.evaluate(() =>
		Promise.allSettled(
			document
				.getAnimations()
				.filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
				.map((each) => each.finished),
		),
	);
	const dark = await violations(page, parts, OF_COLOUR);
	await page.emulateMedia({ colorScheme: 'light' });
	return [...light, ...dark.map((each) => `dark: ${each}`)];
}
