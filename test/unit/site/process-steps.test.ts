import { describe, expect, it } from 'vitest';
import type { Page, ProcessView, SiteModel, Step } from '../../../src/model/index.ts';
import { openersOf } from '../../../src/site/plan/openers.ts';
import { bestOnPaper } from '../../../src/site/plan/paper.ts';
import { stepRows } from '../../../src/site/plan/steps.ts';

const drawing = (width: number, height: number) => ({ svg: '<svg></svg>', width, height });

function step(id: string, more: Partial<Step> = {}): Step {
	return {
		id,
		name: id.toUpperCase(),
		role: 'clerk',
		type: 'task',
		data: [],
		controls: [],
		runbooks: [],
		customisations: [],
		pointer: `/steps/${id}`,
		...more,
	};
}

function view(steps: readonly Step[], flows: readonly (readonly [string, string, string?])[]): ProcessView {
	return {
		lanes: [{ key: 'clerk', label: 'Clerk' }],
		steps,
		flows: flows.map(([from, to, label]) => ({
			from,
			to,
			implicit: false,
			pointer: '',
			...(label ? { label } : {}),
		})),
		rows: drawing(600, 200),
		preferred: 'rows',
		bpmn: '',
	};
}

describe('the rows of a step list', () => {
	const rows = stepRows(
		view(
			[
				step('enter'),
				step('check', { type: 'decision' }),
				step('approve', { type: 'approval' }),
				step('ship'),
				step('bill'),
				step('end', { type: 'end' }),
			],
			[
				['enter', 'check'],
				['check', 'approve', 'over'],
				['check', 'ship', 'within'],
				['approve', 'ship', 'yes'],
				['approve', 'enter', 'no'],
				['ship', 'bill'],
				['ship', 'end'],
				['bill', 'bill', 'again'],
				['bill', 'gone'],
			],
		),
	);

	it('names the kind of branching', () => {
		expect(rows.map(({ branching }) => branching)).toEqual([
			undefined,
			'decision',
			'outcome',
			'together',
			'depends',
			undefined,
		]);
	});

	it('knows which ways lead back', () => {
		expect(rows.flatMap(({ exits }) => exits.filter(({ back }) => back).map(({ to }) => to))).toEqual([
			'enter',
			'bill',
		]);
	});

	it('keeps a target that is no step as a name', () => {
		expect(rows[4]?.exits[1]).toEqual({ to: 'gone', name: 'gone', number: 0, known: false, back: false });
	});
});

describe('the steps that open a process', () => {
	const page = (id: string, lang: string, steps: readonly Step[] = []): Page =>
		({
			id,
			kind: 'process',
			lang,
			title: `${id} ${lang}`,
			summary: '',
			route: `/${lang}/d/${id}/`,
			frontmatter: { status: 'approved' },
			...(steps.length > 0 ? { process: view(steps, []) } : {}),
		}) as unknown as Page;
	const opening = [step('enter'), step('check', { type: 'subprocess', process: 'PR-B' })];
	const model = {
		languages: ['zh-CN', 'en'],
		pages: [page('PR-A', 'zh-CN', opening), page('PR-A', 'en', opening), page('PR-B', 'zh-CN')],
	} as unknown as SiteModel;

	it('are named once, in the page’s language where there is one', () => {
		const found = openersOf(model, page('PR-B', 'en'));
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ step: 'check', number: 2, from: { lang: 'en', route: '/en/d/PR-A/' } });
	});

	it('are named from the nearest script, else the first language', () => {
		expect(openersOf(model, page('PR-B', 'zh-TW'))[0]?.from.lang).toBe('zh-CN');
		expect(openersOf(model, page('PR-B', 'de'))[0]?.from.lang).toBe('zh-CN');
	});

	it('are none for a process that nothing opens', () => {
		expect(openersOf(model, page('PR-A', 'en'))).toEqual([]);
	});
});

describe('the drawing for paper', () => {
	it('is the one that comes out larger on a landscape sheet', () => {
		const process = view([step('a')], []);
		expect(bestOnPaper(process)).toBe('rows');
		expect(bestOnPaper({ ...process, rows: drawing(3000, 300), columns: drawing(700, 800) })).toBe('columns');
		expect(bestOnPaper({ ...process, rows: drawing(1200, 600), columns: drawing(700, 1500) })).toBe('rows');
	});
});
