/** What a section of a runbook is for. */
export type SectionRole = 'diagnosis' | 'steps' | 'verification' | 'root-cause';

const HEADINGS: Readonly<Record<SectionRole, readonly string[]>> = {
	diagnosis: [
		...[
			'诊断',
			'診斷',
			'排查',
			'定位',
			'判断',
			'判斷',
			'检查',
			'檢查',
			'诊断步骤',
			'診斷步驟',
			'排查步骤',
			'问题诊断',
		],
		...['diagnosis', 'diagnose', 'diagnostics', 'investigation', 'investigate', 'triage'],
	],
	steps: [
		...[
			'步骤',
			'步驟',
			'处理',
			'處理',
			'处理步骤',
			'處理步驟',
			'操作步骤',
			'操作步驟',
			'解决',
			'解決',
			'解决步骤',
		],
		...[
			'处置',
			'處置',
			'修复',
			'修復',
			'修复步骤',
			'修復步驟',
			'解决方案',
			'解決方案',
			'解决办法',
			'恢复步骤',
			'復原步驟',
		],
		...[
			'steps',
			'procedure',
			'resolution',
			'fix',
			'remediation',
			'solution',
			'what to do',
			'repair',
			'recovery',
		],
	],
	verification: [
		...[
			'验证',
			'驗證',
			'确认',
			'確認',
			'核对',
			'核對',
			'复核',
			'複核',
			'结果验证',
			'結果驗證',
			'验证结果',
			'驗證結果',
		],
		...['verification', 'verify', 'validation', 'confirm', 'how to verify', 'check the result'],
	],
	'root-cause': [
		...['根因', '根本原因', '原因', '根因分析', '原因分析', '根本原因分析', '根因与预防', '根因與預防'],
		...[
			'root cause',
			'root causes',
			'root cause analysis',
			'cause',
			'causes',
			'why it happens',
			'background',
		],
	],
};

const ROLES: ReadonlyMap<string, SectionRole> = new Map(
	Object.entries(HEADINGS).flatMap(([role, names]) =>
		names.map((name) => [name, role as SectionRole] as const),
	),
);

/** A number before a heading: `三、`, `第 2 章`, `(1)`. */
const NUMBER = /^\s*(?:第?[0-9一二三四五六七八九十]+[.、)章节節\s]+|\([0-9一二三四五六七八九十]+\)\s*)+/;

/** Where what a heading adds to its name begins. */
const ADDITION = /[:(,，。—–]| - /;

/** Texts that look the same in every form of Unicode: most headings. */
const ONE_FORM = /^[ -~\u4e00-\u9fff、]*$/;

/** The purpose of a runbook section by its heading, in any of the three languages: `## 三、诊断：先看日志`. */
export function sectionRole(headingText: string): SectionRole | undefined {
	const text = ONE_FORM.test(headingText) ? headingText : headingText.normalize('NFKC');
	const plain = text.toLowerCase().replace(NUMBER, '').trim();
	const end = plain.search(ADDITION);
	return ROLES.get(plain) ?? (end === -1 ? undefined : ROLES.get(plain.slice(0, end).trim()));
}
