import { describe, expect, it } from 'vitest';
import { createConceptFinder } from '../../../src/search/concepts.ts';

const find = createConceptFinder([
	{ words: ['access right', '权限'], problem: false },
	{ words: ['invoice', '发票'], problem: false },
	{ words: ['sales invoice', '销售发票'], problem: false },
]);
const mentioned = (text: string): string[] => find(text).map(({ start, end }) => text.slice(start, end));

describe('concepts', () => {
	it('are found with the ending of the word, which is part of the mention', () => {
		expect(mentioned('Access rights and invoices')).toEqual(['Access rights', 'invoices']);
		expect(mentioned('an invoice, invoiced')).toEqual(['invoice', 'invoiced']);
	});

	it('are the longest word at each place, and Latin ones only between word boundaries', () => {
		expect(mentioned('sales invoices')).toEqual(['sales invoices', 'invoices']);
		expect(mentioned('invoicery preinvoice')).toEqual([]);
		expect(mentioned('postSalesInvoice')).toEqual(['Invoice']);
		expect(mentioned('没有销售发票权限')).toEqual(['销售发票', '发票', '权限']);
	});
});
