import type { Flow, LanguageTag, Step } from '../../../src/model/index.ts';

/** The steps of order to cash, named in Chinese or English. */
export function orderToCash(lang: LanguageTag): { steps: Step[]; flows: Flow[] } {
	const zh = lang !== 'en';
	const step = (id: string, name: [string, string], role: string, more: Partial<Step> = {}): Step => ({
		id,
		name: zh ? name[0] : name[1],
		role,
		type: 'task',
		data: [],
		controls: [],
		runbooks: [],
		customisations: [],
		pointer: `/steps/${id}`,
		...more,
	});
	const steps = [
		step('demand', ['收到客户订单', 'Customer orders'], 'sales-clerk', { type: 'start' }),
		step('so-create', ['录入销售订单', 'Enter the sales order'], 'sales-clerk', {
			transaction: 'Selling > Sales Order',
			system: 'erpnext',
			data: [{ object: 'Sales Order', access: 'create' }, { object: 'Customer' }, { object: 'Item' }],
			controls: ['C-O2C-02'],
		}),
		step('credit-check', ['检查信用额度', 'Check the credit limit'], 'credit-controller', {
			type: 'subprocess',
			process: 'PR-O2C-0011',
			system: 'erpnext',
		}),
		step('credit-ok', ['是否放行', 'Release?'], 'credit-controller', { type: 'decision' }),
		step('release', ['批准超额放行', 'Approve the excess'], 'sales-manager', {
			type: 'approval',
			system: 'dingtalk',
		}),
		step('pick', ['拣货出库', 'Pick and ship'], 'warehouse-keeper', {
			transaction: 'Stock > Delivery Note',
			system: 'erpnext',
			runbooks: ['RB-INV-0042', 'RB-INV-0010'],
			customisations: ['DN-INV-0001'],
		}),
		step('invoice', ['开票并过账', 'Invoice and post'], 'accountant', {
			transaction: 'Accounts > Sales Invoice',
			system: 'erpnext',
		}),
		step('paid', ['收款核销', 'Payment settled'], 'accountant', { type: 'end' }),
	];
	const flow = (from: string, to: string, label?: string): Flow => ({
		from,
		to,
		implicit: label === undefined,
		pointer: `/steps/${from}/next`,
		...(label ? { label } : {}),
	});
	const [inside, over, yes, no] = zh
		? ['额度内', '超出额度', '同意', '驳回']
		: ['within the limit', 'over the limit', 'approved', 'rejected'];
	const flows = [
		flow('demand', 'so-create'),
		flow('so-create', 'credit-check'),
		flow('credit-check', 'credit-ok'),
		flow('credit-ok', 'pick', inside),
		flow('credit-ok', 'release', over),
		flow('release', 'pick', yes),
		flow('release', 'so-create', no),
		flow('pick', 'invoice'),
		flow('invoice', 'paid'),
	];
	return { steps, flows };
}
