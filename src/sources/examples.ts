import type { ExamplesByCode, RuleExample } from '../model/index.ts';

const good: readonly RuleExample[] = [{ files: { 'docs/盘点.md': '# 盘点\n\n每季度盘点一次。\n' } }];

/** Of every code that reading the documents from the disk can find. */
export const sourcesExamples: ExamplesByCode = {
	MS601: {
		bad: [
			{
				files: { 'docs/盘点.md': '# 盘点\n\n每季度盘点一次。\n' },
				disk: { 'docs/盘点.md': { type: 'encoding', name: 'gb18030' } },
				at: 'docs/盘点.md:1:1',
			},
		],
		good,
	},
	MS602: {
		bad: [
			{
				files: { 'docs/export.md': '# Export of all items\n\n' },
				disk: { 'docs/export.md': { type: 'size', kilobytes: 1200 } },
				at: 'docs/export.md:1:1',
			},
		],
		good: [
			{
				files: {
					'docs/export.md': '# Export of all items\n\n[All items](items.csv)\n',
					'docs/items.csv': 'item\n',
				},
			},
		],
	},
	MS603: {
		bad: [
			{
				files: { 'docs/index.md': '# Start\n\nRead on below.\n', 'docs/passwords.md': '' },
				disk: { 'docs/passwords.md': { type: 'link', to: '../../secret/passwords.md' } },
				at: 'docs/passwords.md:1:1',
			},
		],
		good,
	},
	MS604: {
		bad: [
			{
				files: {
					'docs/index.md': '# Start\n\nRead on below.\n',
					'docs/payroll.md': '# Payroll\n\nOnly for me.\n',
				},
				disk: { 'docs/payroll.md': { type: 'unreadable' } },
				at: 'docs/payroll.md:1:1',
			},
		],
		good,
	},
	MS605: {
		bad: [
			{
				files: {
					'docs/index.md': '# Start\n\n[The form](form.html)\n',
					'docs/form.html': '<script src="x.js"></script>\n',
				},
				at: 'docs/index.md:3:12',
			},
		],
		good: [{ files: { 'docs/index.md': '# Start\n\n[The form](form.xlsx)\n', 'docs/form.xlsx': '' } }],
	},
};
