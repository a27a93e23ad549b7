import { resolve } from 'node:path';
import type { MessageLocale } from '../../src/model/index.ts';
import { chineseFor } from '../../src/model/wording.ts';
import type { Command } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';
import { errorLine } from '../failure-text.ts';
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
			// A client waits for an answer to its greeting, not for the documents.
			knowledge.current().then(
				({ graph }) => io.stderr.write(readyText(graph.nodes.size, args.locale)),
				(error: unknown) => io.stderr.write(errorLine(error, args.locale)),
			);
			await serveTools(knowledge, io.signal);
		} finally {
			await knowledge.close();
		}
		return 0;
	},
};

function readyText(documents: number, locale: MessageLocale): string {
	return locale === 'en'
		? `${documents} documents ready; answering on standard input and output.\n`
		: chineseFor(locale)`${documents} 篇文档就绪，在标准输入输出上回答。\n`;
}
