import { nearest, phrase, UserError } from '../../src/model/index.ts';
import type { Command } from '../command.ts';

const ACTIONS = ['export', 'import'] as const;

export const bpmn: Command = {
	name: 'bpmn',
	usage: 'export <id> | import <file> [options]',
	summary: {
		en: 'Writes a process as BPMN 2.0, or makes process documents from a BPMN 2.0 file. What cannot be carried over is listed on stderr.',
		'zh-CN': '把流程导出为 BPMN 2.0，或从 BPMN 2.0 文件生成流程文档。无法带过来的内容会在 stderr 逐条列出。',
	},
	positionals: [2, 2],
	options: {
		out: {
			type: 'string',
			value: 'FILE',
			help: {
				en: 'where to write (default: stdout; for import the folder of processes)',
				'zh-CN': '输出文件（默认标准输出；导入时为流程目录）',
			},
		},
		lang: {
			type: 'string',
			value: 'LANG',
			help: { en: 'language of the document', 'zh-CN': '文档语言' },
		},
		orientation: {
			type: 'string',
			choices: ['rows', 'columns'],
			help: {
				en: 'export: lanes as rows or as columns (default: rows)',
				'zh-CN': '导出：泳道按行或按列（默认按行）',
			},
		},
		data: {
			type: 'boolean',
			help: { en: 'export: draw the data objects, too', 'zh-CN': '导出：同时画出数据对象' },
		},
		id: {
			type: 'string',
			value: 'PR-GEN-0001',
			help: {
				en: 'import: id of the process (default: the next free one)',
				'zh-CN': '导入：流程编号（默认下一个空闲编号）',
			},
		},
		group: {
			type: 'string',
			value: 'GEN',
			help: {
				en: 'import: middle part of a free id (default: GEN)',
				'zh-CN': '导入：空闲编号的中段（默认 GEN）',
			},
		},
		title: { type: 'string', value: 'TEXT', help: { en: 'import: title', 'zh-CN': '导入：标题' } },
		owner: { type: 'string', value: 'ROLE', help: { en: 'import: owner', 'zh-CN': '导入：负责角色' } },
		parent: {
			type: 'string',
			value: 'ID',
			help: { en: 'import: the process above', 'zh-CN': '导入：上级流程' },
		},
		role: {
			type: 'string',
			value: '"Lane=key"',
			help: {
				en: 'import: role of a lane; several separated by ;',
				'zh-CN': '导入：泳道对应的角色，多个用 ; 分隔',
			},
		},
		'add-roles': {
			type: 'boolean',
			help: {
				en: 'import: declare unknown roles in mainstay.yaml',
				'zh-CN': '导入：把未知角色补入 mainstay.yaml',
			},
		},
		project: {
			type: 'string',
			value: 'DIR',
			help: { en: 'project folder (default: here)', 'zh-CN': '项目目录（默认当前目录）' },
		},
	},
	examples: [
		'mainstay bpmn export PR-O2C-0001 --out order-to-cash.bpmn',
		'mainstay bpmn import model.bpmn --parent PR-SAL-0001 --role "Sales=sales-clerk; Lager=warehouse-keeper"',
	],
	run: async (args, io) => {
		const [action = ''] = args.positionals;
		if (action === 'export') return (await import('../bpmn/export.ts')).exportProcess(args, io);
		if (action === 'import') return (await import('../bpmn/import.ts')).importFile(args, io);
		const [best] = nearest(action, ACTIONS, 1);
		throw new UserError(
			'unknown-action',
			phrase`bpmn cannot “${action}”.`,
			best
				? phrase`Did you mean bpmn ${best}?`
				: 'Use: mainstay bpmn export <id>, or mainstay bpmn import <file>.',
		);
	},
};
