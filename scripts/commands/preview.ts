import { join, resolve } from 'node:path';
import { openProject, readManifest } from '../../src/compiler/index.ts';
import { phrase, UserError } from '../../src/model/index.ts';
import { numberOption } from '../arguments.ts';
import { type Command, textOption } from '../command.ts';
import { serveFolder, untilStopped } from '../static-server.ts';

export const preview: Command = {
	name: 'preview',
	usage: '[dir] [options]',
	summary: { en: 'Serves a built site on this machine.', 'zh-CN': '在本机预览已构建的站点。' },
	positionals: [0, 1],
	options: {
		dir: {
			type: 'string',
			value: 'DIR',
			help: {
				en: 'the built site (default: dist of the project)',
				'zh-CN': '已构建的站点（默认为项目的 dist）',
			},
		},
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
	},
	examples: ['mainstay preview', 'mainstay preview --dir /srv/kb --port 0'],
	run: async (args, io) => {
		const port = numberOption(args, 'port', 0, 65535) ?? 4321;
		const folder = await builtFolder(textOption(args, 'dir'), args.positionals[0], io.cwd);
		const server = await serveFolder(folder, {
			port,
			host: textOption(args, 'host') ?? '127.0.0.1',
			base: (await readManifest(folder))?.base ?? '/',
		});
		io.stdout.write(`${server.url}\n`);
		await untilStopped(io.signal);
		await server.close();
		return 0;
	},
};

/** The folder named, else the output of the project; it must be a built site. */
export async function builtFolder(
	named: string | undefined,
	project: string | undefined,
	cwd: string,
): Promise<string> {
	const folder = named
		? resolve(cwd, named)
		: join((await openProject(resolve(cwd, project ?? '.'), { named: project !== undefined })).root, 'dist');
	if (await readManifest(folder)) return folder;
	throw new UserError(
		'site-missing',
		phrase`${folder} holds no built site.`,
		'Build it first: mainstay build',
	);
}
