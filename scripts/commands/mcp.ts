import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';
import { openKnowledge } from '../mcp/knowledge.ts';
import { serveTools, tools } from '../mcp/server.ts';

export const mcp: Command = {
	name: 'mcp',
	usage: '[dir] [options]',
	summary: {
		en: `Answers machines over the Model Context Protocol (stdio), read-only. Tools: ${tools.map(({ name }) => name).join(', ')}.`,
		'zh-CN': `通过 Model Context Protocol（stdio）回答机器的提问，只读。工具：${tools.map(({ name }) => name).join('、')}。`,
	},
	positionals: [0, 1],
	options: { date: DATE_OPTION },
	examples: ['mainstay mcp', 'mainstay mcp ../erp-docs'],
	run: async (args, io) => {
		const knowledge = await openKnowledge(resolve(io.cwd, args.positionals[0] ?? '.'), {
			named: args.positionals.length > 0,
			today: () => dayOf(args, io),
		});
		try {
			const { graph } = await knowledge.current();
			io.stderr.write(
				args.locale === 'en'
					? `${graph.nodes.size} documents ready; waiting for a client on standard input.\n`
					: `${graph.nodes.size} 篇文档就绪，等待客户端从标准输入连接。\n`,
			);
			await serveTools(knowledge, io.signal);
		} finally {
			await knowledge.close();
		}
		return 0;
	},
};
