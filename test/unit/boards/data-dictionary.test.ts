import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf } from '../../../src/boards/data-dictionary.ts';
import { foldName } from '../../../src/boards/data-names.ts';
import type { CompileConfig, Document } from '../../../src/model/index.ts';
import { process, workSet } from './work-set.ts';

const use = (object: string, access?: string) => (access ? { object, access } : object);

function objects(documents: readonly Document[], settings: Partial<CompileConfig> = {}): string[] {
	return workSet(documents, settings).dictionary.objects.map(
		({ key, slug, systems, uses }) =>
			`${key} ${slug} [${systems.join(' ')}] ${uses
				.map(({ process: id, step, role, access }) => `${id}#${step} ${role} ${access ?? '?'}`)
				.join(', ')}`,
	);
}

describe('the data dictionary', () => {
	it('lists every object with what each step does to it, in order of the map', () => {
		const later = process('PR-A-002', [
			{ id: 'x', role: 'b', system: 'erp', data: [use('Order', 'read'), use('Note')] },
		]);
		const first = process('PR-A-001', [
			{ id: 'a', role: 'a', system: 'erp', data: [use('Order', 'create')] },
			{ id: 'b', role: 'b', system: 'mail', data: [use('Order', 'change'), use('Order', 'delete')] },
		]);
		expect(objects([later, first])).toEqual([
			'Order order [erp mail] PR-A-001#a a create, PR-A-001#b b change, PR-A-001#b b delete, PR-A-002#x b read',
			'Note note [erp] PR-A-002#x b ?',
		]);
	});

	it('takes names that differ in case, width and spaces for one', () => {
		const steps = [{ id: 'a', data: ['Sales Order', 'sales  order', 'ＳＡＬＥＳ ORDER'] }];
		expect(objects([process('PR-A-001', steps)])).toEqual([
			'Sales Order sales-order [] PR-A-001#a  ?, PR-A-001#a  ?, PR-A-001#a  ?',
		]);
	});

	it('knows an object of the catalogue by each of its names, and lists what nothing uses', () => {
		const dataObjects = new Map([
			['Order', { name: { 'zh-CN': '订单', en: 'Order' }, system: 'erp' }],
			['Bin', { name: { 'zh-CN': '库存' } }],
		]);
		const steps = [{ id: 'a', system: 'mail', data: ['订单', 'order'] }];
		expect(objects([process('PR-A-001', steps)], { dataObjects })).toEqual([
			'Order order [erp mail] PR-A-001#a  ?, PR-A-001#a  ?',
			'Bin bin [] ',
		]);
	});

	it('learns from translations what one object is called elsewhere', () => {
		const zh = process('PR-A-001', [{ id: 'a', data: ['异常报告', '订单'] }]);
		const en = process('PR-A-001', [{ id: 'a', data: ['Exception report', 'Order'] }], {}, 'en');
		const other = process('PR-A-002', [{ id: 'b', data: ['Exception report'] }], {}, 'en');
		const { dictionary } = workSet([zh, en, other]);
		expect(dictionary.objects.map(({ key, names }) => [key, names])).toEqual([
			['异常报告', { 'zh-CN': '异常报告', en: 'Exception report' }],
			['订单', { 'zh-CN': '订单', en: 'Order' }],
		]);
		expect(dictionary.byName.get('Exception report')?.uses).toHaveLength(2);
	});

	it('learns nothing from lists in another order or of another length', () => {
		const zh = process('PR-A-001', [
			{ id: 'a', data: ['Order', 'Bin'] },
			{ id: 'b', data: ['库存', '订单'] },
		]);
		const en = process(
			'PR-A-001',
			[
				{ id: 'a', data: ['Bin', 'Order'] },
				{ id: 'b', data: ['Stock'] },
			],
			{},
			'en',
		);
		expect(workSet([zh, en]).dictionary.objects.map(({ key }) => key)).toEqual([
			'Order',
			'Bin',
			'库存',
			'订单',
		]);
	});

	it('leaves out what is not in force any more', () => {
		const old = process('PR-A-001', [{ id: 'a', data: ['Order'] }], { status: 'superseded' });
		expect(objects([old])).toEqual([]);
	});
});

describe('addresses of data objects', () => {
	it.each([
		['Sales Order', 'sales-order'],
		['site_config.json', 'site_config.json'],
		['数据库转储', '数据库转储'],
		['BOM 清单', 'bom-清单'],
	])('%s → %s', (name, slug) => expect(slugOf(name)).toBe(slug));

	it('tell objects apart that look alike', () => {
		const slugs = ['a b', 'a-b', 'a/b', 'a (b)', '..', '/', 'a'.repeat(80), 'a'.repeat(81)].map(slugOf);
		expect(new Set(slugs).size).toBe(slugs.length);
	});

	it('are single, lower-case segments, and two only share one when they are one name', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, two) => {
				expect(slugOf(one)).toMatch(/^[\p{L}\p{N}\p{M}._~-]+$/u);
				expect(slugOf(one)).not.toMatch(/^\.+$/);
				expect(slugOf(one) === slugOf(two)).toBe(foldName(one) === foldName(two));
			}),
		);
	});
});
