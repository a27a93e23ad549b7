import { describe, expect, it } from 'vitest';
import type { LanguageView, ProcessWork, RoleView } from '../../../src/model/index.ts';
import { roleRoute } from '../../../src/site/plan/addresses.ts';
import { workShown, workTargets } from '../../../src/site/plan/work-targets.ts';

const LINK = {
	id: 'PR-A-001',
	kind: 'process',
	lang: 'en',
	title: 'Order',
	summary: '',
	route: '/d/PR-A-001/',
} as const;

function role(key: string, more: Partial<RoleView> = {}): RoleView {
	return {
		key,
		counts: { processes: 1, steps: 1, performs: 1, approves: 0, decides: 0, owns: false },
		hasPage: true,
		processes: [],
		transactions: [],
		runbooks: [],
		receives: [],
		passes: [],
		systems: [],
		data: [],
		owns: [],
		reading: [{ type: 'overview', items: [{ link: LINK, minutes: 1, steps: 0 }] }],
		...more,
	};
}

function viewOf(title: string, roles: readonly RoleView[] = [role('clerk')]): LanguageView {
	const link = { ...LINK, title };
	const at = { process: 'PR-A-001', step: 'a', name: 'A', route: '/d/PR-A-001/', lang: 'en' };
	const object = { key: 'Order', slug: 'order', name: 'Order', otherNames: [], systems: [], modules: [] };
	const work: ProcessWork = {
		roles,
		matrix: { roles: ['clerk'], rows: [{ link, level: 3, modules: [], cells: [undefined] }] },
		data: {
			objects: [{ ...object, uses: [{ at, role: 'clerk' }] }],
			slugs: { Order: 'order' },
			processes: { 'PR-A-001': link },
		},
	};
	return {
		lang: 'en',
		interfaceLanguage: 'en',
		prefix: '/en',
		entries: [],
		processes: [],
		overlays: {},
		work,
		navigation: { title: '', children: [] },
	} as LanguageView;
}

const routes = (view: LanguageView): string[] => [...workTargets(view)].map(({ route }) => route);

describe('the pages by role and by data', () => {
	it('stand where their names say', () => {
		expect(routes(viewOf('Order'))).toEqual([
			'/en/roles/',
			'/en/roles/matrix/',
			'/en/roles/clerk/',
			'/en/roles/clerk/path/',
			'/en/data/',
			'/en/data/order/',
		]);
	});

	it('leave out roles without anything to show and paths without anything to read', () => {
		const roles = [role('idle', { hasPage: false }), role('board', { reading: [] })];
		expect(routes(viewOf('Order', roles)).filter((route) => /idle|board/.test(route))).toEqual([
			'/en/roles/board/',
		]);
	});

	it('never take the address of the matrix for a role that is called so', () => {
		const view = viewOf('Order', [role('matrix')]);
		expect(roleRoute(view, 'matrix')).toBe('/en/roles/~matrix/');
		expect(new Set(routes(view)).size).toBe(routes(view).length);
	});

	it('show something else when a title changes', () => {
		const shown = (view: LanguageView): string[] =>
			[...workTargets(view)].map((target) => JSON.stringify(workShown(target)));
		const [before, after] = [shown(viewOf('Order')), shown(viewOf('Order to cash'))];
		const changed = routes(viewOf('Order')).filter((_, at) => before[at] !== after[at]);
		expect(changed).toEqual(['/en/roles/matrix/', '/en/data/order/']);
	});
});
