import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { composeLog, logFileName } from '../../schemas/record-log.ts';
import { compile, openProject } from '../../src/compiler/index.ts';
import { recordingOf } from '../../src/compiler/site-model/recording.ts';
import { type Document, type DocumentGraph, nearest, phrase, UserError } from '../../src/model/index.ts';
import { type Arguments, type Command, textOption } from '../command.ts';
import { dayOf } from '../date.ts';
import { LOG_OPTIONS } from '../log/options.ts';
import { recordFrom } from '../log/record-from.ts';

export const log: Command = {
	name: 'log',
	usage: 'new [RB-…|PR-…] [options]',
	summary: {
		en: 'Writes a system log that is ready to be completed and committed: `log new --from runbook RB-INV-0042` takes over what the runbook knows, with its steps as boxes to tick.',
		'zh-CN':
			'生成一条可以补全并提交的系统日志：`log new --from runbook RB-INV-0042` 带入手册的内容，步骤为待勾选的清单。',
	},
	positionals: [1, 2],
	options: LOG_OPTIONS,
	examples: [
		'mainstay log new --from runbook RB-INV-0042',
		'mainstay log new --from process PR-O2C-0001 --step deliver --title "Delivery blocked"',
		'mainstay log new --type drill --title "Restore drill" --system mariadb --owner dba --stdout',
	],
	run: async (args, io) => {
		const [action = ''] = args.positionals;
		if (action !== 'new')
			throw new UserError('unknown-action', phrase`There is no “log ${action}”.`, 'Use: mainstay log new');
		const project = await openProject(resolve(io.cwd, textOption(args, 'project') ?? '.'));
		const date = dayOf(args, io);
		const { graph } = await compile(project, { target: 'check', asOf: date });
		const lang = textOption(args, 'lang') ?? project.config.languages[0] ?? 'en';
		const source = sourceOf(args, graph, lang);
		const record = recordFrom(args, project, graph, source, date, lang);
		const text = composeLog(record);
		if (args.options['stdout']) {
			io.stdout.write(text);
			return 0;
		}
		const suffix = lang === project.config.languages[0] ? '' : `.${lang}`;
		const name = logFileName(record, source ? slugOf(source) : record.title, suffix);
		const file = join(project.root, recordingOf(project.config).folder, name);
		await mkdir(dirname(file), { recursive: true });
		try {
			await writeFile(file, text, { flag: 'wx' });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			const shown = relative(io.cwd, file);
			throw new UserError(
				'file-exists',
				phrase`${shown} exists already.`,
				'Rename that file, or print with --stdout.',
			);
		}
		io.stdout.write(`${relative(io.cwd, file)}\n`);
		return 0;
	},
};

/** The document that the id names, in the log's language where it exists; undefined without an id. */
function sourceOf(args: Arguments, graph: DocumentGraph, lang: string): Document | undefined {
	const id = args.positionals[1];
	const from = textOption(args, 'from');
	if (id === undefined) {
		if (from === undefined) return undefined;
		throw new UserError(
			'argument-missing',
			phrase`--from ${from} needs an id.`,
			phrase`mainstay log new --from ${from} ${from === 'runbook' ? 'RB-…' : 'PR-…'}`,
		);
	}
	const versions = graph.byId.get(id);
	const document = versions?.get(lang) ?? versions?.values().next().value;
	const expected = from === undefined ? ['runbook', 'process'] : [from];
	if (document && expected.includes(document.kind)) return document;
	const known = [...graph.byId].flatMap(([each, byLang]) =>
		expected.includes(byLang.values().next().value?.kind ?? '') ? [each] : [],
	);
	const [best] = nearest(id, known, 1);
	const hint = best ? phrase`Did you mean ${best}?` : 'See: mainstay log --help';
	throw new UserError(
		'unknown-document',
		phrase`There is no ${from ?? phrase`runbook or process`} “${id}”.`,
		hint,
	);
}

function slugOf({ docPath, lang }: Document): string {
	const name =
		docPath
			.split('/')
			.at(-1)
			?.replace(/\.mdx?$/, '') ?? '';
	return name.endsWith(`.${lang}`) ? name.slice(0, -lang.length - 1) : name;
}
