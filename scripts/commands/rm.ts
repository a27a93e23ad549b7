import { resolve } from 'node:path';
import { openProject } from '../../src/compiler/index.ts';
import type { Command } from '../command.ts';
import { textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';

export const rm: Command = {
	name: 'rm',
	usage: '<id | file> [options]',
	summary: {
		en: 'Removes a document, in all languages by its id. Refuses while something refers to it, and lists where.',
		'zh-CN': '删除文档（用编号则删除所有语言版本）。仍被引用时拒绝，并列出引用位置。',
	},
	positionals: [1, 1],
	options: {
		'dry-run': {
			type: 'boolean',
			help: { en: 'show what would be removed, touch nothing', 'zh-CN': '只显示会删除什么，不改任何文件' },
		},
		force: {
			type: 'boolean',
			help: {
				en: 'remove it all the same: what refers to it becomes a finding',
				'zh-CN': '仍然删除：引用它的地方会成为检查发现的问题',
			},
		},
		project: {
			type: 'string',
			value: 'DIR',
			help: { en: 'project folder (default: here)', 'zh-CN': '项目目录（默认当前目录）' },
		},
		date: DATE_OPTION,
	},
	examples: ['mainstay rm RB-INV-0042', 'mainstay rm docs/guides/old.md --dry-run'],
	run: async (args, io) => {
		const project = await openProject(resolve(io.cwd, textOption(args, 'project') ?? '.'));
		const { remove } = await import('../move/remove.ts');
		return remove(project, args.positionals[0] ?? '', io, {
			asOf: dayOf(args, io),
			locale: args.locale,
			dryRun: args.options['dry-run'] === true,
			force: args.options['force'] === true,
		});
	},
};
