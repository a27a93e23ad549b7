import type { SearchRecord } from '../../../src/model/index.ts';

const EMPTY: SearchRecord = {
	id: 'page:empty',
	kind: 'page',
	lang: 'zh-CN',
	route: '/docs/empty/',
	title: '',
	summary: '',
	status: '',
	modules: [],
	systems: [],
	severity: '',
	exceptionClass: '',
	symptoms: [],
	signatures: [],
	keywords: [],
	transactions: [],
	roles: [],
	steps: [],
	objects: [],
	sections: [],
};

/** A record with only what matters to a test. */
export function record(part: Partial<SearchRecord> & Pick<SearchRecord, 'id' | 'title'>): SearchRecord {
	const page = part.id.startsWith('page:');
	const route = page ? `/docs/${part.id.slice(5)}/` : `/d/${part.id}/`;
	return { ...EMPTY, kind: page ? 'page' : 'runbook', route, ...part };
}

const section = (heading: string, text: string, anchor = heading): SearchRecord['sections'][number] => ({
	anchor: heading ? anchor : '',
	heading,
	text,
});

/** A small knowledge base in three languages. */
export const RECORDS: readonly SearchRecord[] = [
	record({
		id: 'RB-INV-0001',
		title: '库存数量不一致处理手册',
		summary: '系统账与实物对不上时的处理步骤',
		modules: ['inventory'],
		severity: 'S2',
		exceptionClass: 'data-inconsistency',
		status: 'approved',
		symptoms: ['库存对不上', '账实不符'],
		steps: [{ anchor: 'recalc', name: '重算库存余额' }],
		sections: [
			section('', '月末盘点后，系统结存与仓库实物数量不同。'),
			section('判断', '先确认是否有未过账的移动单据，检查在途调拨与冻结库存。'),
			section('处理', '锁定仓库，重算结存，再做差异过账。'),
		],
	}),
	record({
		id: 'RB-DB-0002',
		title: 'ORA-01555 快照过旧：夜间批处理失败',
		severity: 'S1',
		exceptionClass: 'crash-or-slow',
		modules: ['platform'],
		signatures: [
			{ type: 'code', value: 'ORA-01555' },
			{ type: 'text', value: 'rollback segment too small' },
		],
		sections: [section('处理', '增大 UNDO_RETENTION，拆分长查询。')],
	}),
	record({
		id: 'RB-FIN-0003',
		title: '过账期间未开：M7 053',
		signatures: [
			{ type: 'code', value: 'M7 053' },
			{ type: 'code', value: 'ERR_PERIOD_CLOSED' },
			{ type: 'pattern', value: 'period \\d{4}/\\d{2} is not open', example: 'period 2024/05 is not open' },
		],
		keywords: ['OB52'],
		modules: ['finance'],
		sections: [section('原因', '会计期间没有打开。'), section('处理', '在 OB52 打开期间。')],
	}),
	record({
		id: 'RB-PRT-0004',
		lang: 'zh-TW',
		title: '報表列印亂碼：印表機裝置類型設定',
		symptoms: ['列印出來是亂碼'],
		sections: [section('處理', '檢查印表機裝置類型，必要時重新安裝字型。')],
	}),
	record({
		id: 'page:guides/dispatch',
		title: 'Deliveries and stock reservations',
		lang: 'en',
		sections: [
			section('Overview', 'Deliveries reserve stock. The warehouse keeper confirms the picking list.'),
		],
	}),
	record({
		id: 'page:guides/old-printing',
		title: '打印机设置（旧）',
		status: 'retired',
		sections: [section('', '打印乱码时的旧办法。')],
	}),
];
