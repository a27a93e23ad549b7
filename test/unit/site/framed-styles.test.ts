import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'postcss';
import { describe, expect, it } from 'vitest';
import { framedSelectors, framedStyles } from '../../../src/site/integration/framed-styles.ts';

const SOURCES = fileURLToPath(new URL('../../../src/', import.meta.url));

describe('selectors within the frame', () => {
	it.each([
		['.button:hover', ['.mainstay .button:hover']],
		['html', ['.mainstay']],
		[':root[data-running] body', ['.mainstay[data-running]']],
		[
			'html:not(.js):has(#_a:target) [data-marks="a"]',
			['.mainstay:not(.js):has(#_a:target) [data-marks="a"]'],
		],
		[':root:not(:has(.run-name)) .run-paper', ['.mainstay:not(:has(.run-name)) .run-paper']],
		['body', ['.mainstay']],
		['*', ['.mainstay', '.mainstay *']],
		['*::before', ['.mainstay::before', '.mainstay *::before']],
		[':lang(zh) em', ['.mainstay:lang(zh) em', '.mainstay :lang(zh) em']],
		[
			'[data-kind="process"] .prose',
			['.mainstay[data-kind="process"] .prose', '.mainstay [data-kind="process"] .prose'],
		],
		['.bodywork', ['.mainstay .bodywork']],
	])('%s', (selector, framed) => expect(framedSelectors(selector)).toEqual(framed));

	it('take light and dark from the frame or from the page around it', () => {
		const [around, own] = framedSelectors(':root[data-theme="dark"]');
		expect(around).toBe(':root:is([data-theme="dark"], .dark) .mainstay');
		expect(own).toContain('.mainstay[data-appearance="dark"]');
		expect(framedSelectors(':root:not([data-theme="light"])').join()).toContain('[data-appearance="system"]');
	});
});

describe('style sheets within the frame', () => {
	it('ask for the width of the place, and on paper as before', () => {
		const css = '@media (min-width: 78rem) and (max-width: 89.99rem), print { a { top: 0 } }';
		expect(framedStyles(css, false).replace(/\s+/g, ' ')).toBe(
			'@container mainstay (min-width: 78rem) and (max-width: 89.99rem) { .mainstay a { top: 0 } } @media print { .mainstay a { top: 0 } }',
		);
		expect(framedStyles(css, true)).toContain('@media (min-width: 78rem)');
		expect(framedStyles('@media (hover: none) { a { top: 0 } }', false)).toContain('@media (hover: none)');
	});

	it('leave steps of animations and nested rules as they are', () => {
		expect(framedStyles('@keyframes turn { from { top: 0 } }', false)).toContain('{ from {');
		expect(framedStyles('.a { & .b { top: 0 } }', false)).toContain('.mainstay .a { & .b');
	});

	it('of all our files reach nothing outside the frame', () => {
		const files = globSync('{site,diagrams,render}/**/*.css', { cwd: SOURCES });
		expect(files.length).toBeGreaterThan(30);
		for (const file of files.filter((each) => !each.endsWith('frame.css'))) {
			const sheet = parse(framedStyles(readFileSync(SOURCES + file, 'utf8'), false));
			sheet.walkRules(({ parent, selectors }) => {
				if (parent?.type === 'rule') return;
				for (const selector of selectors) {
					expect(selector, file).toMatch(/^(?::root(?::is|:not)\([^)]*\) )?\.mainstay(?![\w-])/);
				}
			});
			// A query of the window that was not understood would hold at a width that the layout does not leave.
			sheet.walkAtRules('media', ({ params }) => expect(params, file).not.toMatch(/width/));
		}
	});
});
