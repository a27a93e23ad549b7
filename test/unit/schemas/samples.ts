import type { CompileConfig, DocumentKind, LocalizedText } from '../../../src/model/index.ts';
import { SETTINGS } from '../settings.ts';

const terms = (...keys: string[]): ReadonlyMap<string, LocalizedText> =>
	new Map(keys.map((key) => [key, { en: key }]));

/** Settings without vocabulary: any key is accepted. */
export const OPEN = SETTINGS;

/** Settings that declare what the samples below use. */
export const DECLARED: CompileConfig = {
	...OPEN,
	modules: terms('inventory', 'sales'),
	systems: terms('erpnext'),
	roles: terms('it-support', 'erp-admin', 'dba'),
};

export type RecordKind = Exclude<DocumentKind, 'page'>;

/** The least that a document of each kind needs. */
export const SMALLEST: Readonly<Record<RecordKind, Readonly<Record<string, unknown>>>> = {
	process: {
		id: 'PR-VC-0001',
		kind: 'process',
		title: '价值链',
		owner: 'it-support',
		summary: '总图',
		level: 1,
	},
	'system-log': {
		id: 'LOG-2026-0001',
		kind: 'system-log',
		title: '备份',
		owner: 'dba',
		logType: 'backup',
		date: '2026-02-28',
		system: 'erpnext',
		outcome: 'success',
	},
	'dev-note': {
		id: 'DN-SAL-0001',
		kind: 'dev-note',
		title: '信用冻结',
		owner: 'it-support',
		wricef: 'enhancement',
		objects: [{ type: 'DocType', name: 'Sales Order' }],
		technique: 'exit',
		standardGap: '标准只提示，不拦截',
		upgrade: { risk: 'low' },
	},
	runbook: {
		id: 'RB-INV-0042',
		kind: 'runbook',
		title: '库存对不上',
		owner: 'it-support',
		summary: '先找差异，再重算',
		exceptionClass: 'user-operation',
		symptoms: ['库存对不上'],
		severity: 'S2',
	},
};

export const RECORD_KINDS = Object.keys(SMALLEST) as RecordKind[];
