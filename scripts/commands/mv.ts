import { resolve } from 'node:path';
import { openProject } from '../../src/compiler/index.ts';
import type { Command } from '../command.ts';
import { textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';

export const mv: Command = {
	name: 'mv',
	usage: '<from> <to> [options]',
	summary: {
		en: 'Moves a document or a folder, rewrites every link to it and in it, and adds the redirect.',
		'zh-CN': '移动文档或目录，改写所有相关链接，并补上重定向。',
	},
	positionals: [2, 2],
	options: {
		'dry-run': {
			type: 'boolean',
			help: { en: 'show the changes as a diff, touch nothing', 'zh-CN': '以 diff 显示改动，不改任何文件' },
		},
		force: {
			type: 'boolean',
			help: {
				en: 'move even if checks then find more than before',
				'zh-CN': '即使移动后检查会发现新问题也移动',
			},
		},
		project: {
			type: 'string',
			value: 'DIR',
			help: { en: 'project folder (default: here)', 'zh-CN': '项目目录（默认当前目录）' },
		},
		date: DATE_OPTION,
	},
	examples: [
		'mainstay mv docs/guides/stock.md docs/guides/inventory/stock.md',
		'mainstay mv docs/guides docs/handbook --dry-run',
		'mainstay mv RB-INV-0042 docs/runbooks/stock-mismatch.md',
	],
	run: async (args, io) => {
		const project = await openProject(resolve(io.cwd, textOption(args, 'project') ?? '.'));
		const { move } = await import('../move/run.ts');
		const [from = '', to = ''] = args.positionals;
		return move(project, { cwd: io.cwd, from, to }, io, {
			asOf: dayOf(args, io),
			locale: args.locale,
			dryRun: args.options['dry-run'] === true,
			force: args.options['force'] === true,
		});
	},
};
