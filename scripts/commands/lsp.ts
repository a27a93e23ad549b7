import { chineseFor } from '../../src/model/wording.ts';
import type { Command } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';

export const lsp: Command = {
	name: 'lsp',
	usage: '[options]',
	summary: {
		en: 'Serves editors over the Language Server Protocol: an editor starts it and talks to it on standard input and output.',
		'zh-CN': '通过 Language Server Protocol 为编辑器服务：由编辑器启动，在标准输入输出上通信。',
	},
	positionals: [0, 0],
	options: {
		stdio: {
			type: 'boolean',
			help: {
				en: 'standard input and output (the only way, so it may be left out)',
				'zh-CN': '使用标准输入输出（唯一的方式，可省略）',
			},
		},
		clientProcessId: {
			type: 'string',
			value: 'PID',
			help: { en: 'given by some editors', 'zh-CN': '由部分编辑器给出' },
		},
		date: DATE_OPTION,
	},
	examples: ['mainstay lsp --stdio'],
	run: async (args, io) => {
		// A wrong day is told at once, not in the middle of a session.
		dayOf(args, io);
		if (process.stdin.isTTY) {
			io.stderr.write(
				args.locale === 'en'
					? 'This is for editors: they start it and speak its protocol. Ctrl-C ends it.\n'
					: chineseFor(args.locale)`此命令供编辑器使用：由编辑器启动并按协议通信。按 Ctrl-C 结束。\n`,
			);
		}
		const { serveEditor } = await import('../lsp/server.ts');
		await serveEditor({
			input: process.stdin,
			output: process.stdout,
			locale: args.locale,
			today: () => dayOf(args, io),
		});
		return 0;
	},
};
