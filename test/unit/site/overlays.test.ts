import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { labels as table } from '../../../schemas/index.ts';
import { cellOf } from '../../../src/boards/overlay-cells.ts';
import {
	INTERFACE_LANGUAGES,
	OVERLAY_STATES,
	OVERLAYS,
	type OverlayName,
	type OverlayState,
	type SiteModel,
} from '../../../src/model/index.ts';
import { createLabels } from '../../../src/site/i18n/labels.ts';
import { overlayText } from '../../../src/site/i18n/overlays/index.ts';
import { cellWeight, cellWords, legendOf } from '../../../src/site/overlays/words.ts';

const model = {
	labels: table,
	modules: {},
	systems: {},
	roles: {},
	defaultLanguage: 'en',
} as unknown as SiteModel;
const labels = createLabels(model, 'en');

const item = (state: OverlayState, severity?: string) => ({
	id: `X-${state}-${severity}`,
	state,
	...(severity ? { severity } : {}),
});

/** Every text of a language, functions called. */
function words(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value === 'function') return [(value as (n: unknown) => string)(3)];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(words) : [];
}

describe('the words of a cell', () => {
	it('name each part and the gravest severity', () => {
		const items = [item('past', 'S3'), item('open', 'S2'), item('past', 'S2'), item('data-fix', 'S1')];
		const cell = cellOf('incidents', items, 'step');
		expect(cellWords('incidents', cell, 'step', labels)).toBe('1 open, 2 closed, 1 data fix, worst S2');
	});

	it('say that a runbook is missing, and that it is worse after incidents', () => {
		const none = cellOf('runbooks', [], 'step', { missing: 1, unguarded: 0 });
		const worse = cellOf('runbooks', [], 'step', { missing: 1, unguarded: 1 });
		expect(cellWords('runbooks', none, 'step', labels)).toBe('none');
		expect(cellWords('runbooks', worse, 'step', labels)).toBe('none, despite incidents');
		expect(cellWeight(worse)).toBeGreaterThan(cellWeight(none));
		const sum = cellOf('runbooks', [item('available')], 'process', { missing: 2, unguarded: 1 });
		expect(cellWords('runbooks', sum, 'process', labels)).toBe(
			'1 runbook, 2 steps without, 1 of them with incidents',
		);
	});
});

describe('the legend', () => {
	/** Every tone that one state alone gives a step. */
	const tones = (overlay: OverlayName, place: 'step' | 'process') =>
		OVERLAY_STATES[overlay].map((state) => {
			const gap = state === 'missing' || state === 'unguarded';
			const gaps = { missing: gap ? 1 : 0, unguarded: state === 'unguarded' ? 1 : 0 };
			return cellOf(overlay, gap ? [] : [item(state)], place, gaps);
		});

	it.each(OVERLAYS)('of %s explains every mark that there can be, with its sign', (overlay) => {
		for (const place of ['step', 'process'] as const) {
			const rows = legendOf(overlay, place, overlayText.en);
			for (const { tone, sign } of tones(overlay, place)) {
				const row = rows.find((each) => each.tone === tone);
				expect(row, tone).toBeDefined();
				expect(row?.sign === 'n' ? /^\d+$/.test(sign) : row?.sign === sign, `${tone} ${sign}`).toBe(true);
			}
		}
	});
});

describe('the texts', () => {
	it.each(INTERFACE_LANGUAGES)('are complete in %s', (lang) => {
		expect(words(overlayText[lang]).length).toBe(words(overlayText.en).length);
	});

	it('are simplified or traditional throughout', () => {
		const toSimplified = Converter({ from: 'tw', to: 'cn' });
		const toTraditional = Converter({ from: 'cn', to: 'tw' });
		for (const text of words(overlayText['zh-CN'])) expect(toSimplified(text)).toBe(text);
		for (const text of words(overlayText['zh-TW'])) expect(toTraditional(text)).toBe(text);
	});
});
