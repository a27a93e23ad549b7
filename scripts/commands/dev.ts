import { resolve } from 'node:path';
import { developSite } from '../../src/site/dev.ts';
import { numberOption } from '../arguments.ts';
import { compiledText } from '../check/compiled.ts';
import { type Command, textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';
import { errorLine } from '../failure-text.ts';
import { untilStopped } from '../static-server.ts';

export const dev: Command = {
	name: 'dev',
	usage: '[dir] [options]',
	summary: {
		en: 'Serves the site while you write: every save shows in the browser, every problem there and here.',
		'zh-CN': '边写边看：每次保存都会刷新浏览器，问题同时显示在页面和终端。',
	},
	positionals: [0, 1],
	options: {
		port: {
			type: 'string',
			value: 'n',
			help: { en: 'port (default: 4321; 0: any free one)', 'zh-CN': '端口（默认 4321；0 表示任选）' },
		},
		host: {
			type: 'string',
			value: 'ADDRESS',
			help: { en: 'address (default: 127.0.0.1)', 'zh-CN': '地址（默认 127.0.0.1）' },
		},
		date: DATE_OPTION,
	},
	examples: ['mainstay dev', 'mainstay dev ../erp-docs --port 0'],
	run: async (args, io) => {
		const development = await developSite(resolve(io.cwd, args.positionals[0] ?? '.'), {
			port: numberOption(args, 'port', 0, 65535) ?? 4321,
			host: textOption(args, 'host') ?? '127.0.0.1',
			locale: args.locale,
			asOf: dayOf(args, io),
			named: args.positionals.length > 0,
			onCompiled: (update) => {
				io.stderr.write(compiledText(update, update.diagnostics, args.locale, io));
			},
			onFailure: (error) => io.stderr.write(errorLine(error, args.locale)),
		});
		io.stdout.write(`${development.url}\n`);
		await untilStopped(io.signal);
		await development.close();
		return 0;
	},
};
