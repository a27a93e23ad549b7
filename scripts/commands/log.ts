import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { composeLog, logFileName, neededFields, nextLogId } from '../../schemas/record-log.ts';
import { compile, openProject, type Project } from '../../src/compiler/index.ts';
import { recordingOf } from '../../src/compiler/site-model/recording.ts';
import {
	type Bilingual,
	type Document,
	type DocumentGraph,
	type LogRecord,
	nearest,
	RECORD_TYPES,
	UserError,
} from '../../src/model/index.ts';
import { type Arguments, type Command, type OptionSpec, textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';

/** A field of the log that a flag fills. */
function field(value: string, en: string, cn: string, choices?: readonly string[]): OptionSpec {
	const help: Bilingual<string> = { en, 'zh-CN': cn };
	return { type: 'string', value, help, ...(choices ? { choices } : {}) };
}

export const log: Command = {
	name: 'log',
	usage: 'new [RB-…|PR-…] [options]',
	summary: {
		en: 'Writes a system log that is ready to be completed and committed: `log new --from runbook RB-INV-0042` takes over what the runbook knows, with its steps as boxes to tick.',
		'zh-CN':
			'生成一条可以补全并提交的系统日志：`log new --from runbook RB-INV-0042` 带入手册的内容，步骤为待勾选的清单。',
	},
	positionals: [1, 2],
	options: {
		from: field('KIND', 'what the id names', '编号所指的类型', ['runbook', 'process']),
		step: field('ID', 'step of the process', '流程步骤'),
		type: field('TYPE', 'log type (default: incident)', '日志类型（默认 incident）', RECORD_TYPES),
		title: field('TEXT', 'title (default: the runbook’s or process’s)', '标题（默认取手册或流程的标题）'),
		system: field('KEY', 'system (default: the document’s first)', '系统（默认取文档的第一个）'),
		owner: field(
			'KEY',
			'who answers for it (default: the document’s owner)',
			'负责团队或角色（默认取文档的）',
		),
		environment: field('TEXT', 'environment', '环境'),
		severity: field(
			'S1–S4',
			'severity (default: the runbook’s, else S3)',
			'严重程度（默认取手册的，否则 S3）',
			[...['S1', 'S2', 'S3', 'S4']],
		),
		class: field('CLASS', 'exception class (default: the runbook’s)', '异常分类（默认取手册的）', [
			...[
				'data-inconsistency',
				'crash-or-slow',
				'process-mismatch',
				'user-operation',
				'integration',
				'permission',
			],
		]),
		cause: field('CAUSE', 'cause (default: unknown)', '原因（默认 unknown）', [
			...['migration', 'configuration', 'operation', 'capacity', 'vendor-defect', 'process-gap', 'unknown'],
		]),
		outcome: field('OUTCOME', 'outcome (default: open)', '结果（默认 open）', [
			...['success', 'partial', 'rolled-back', 'failed', 'open'],
		]),
		worked: field('ANSWER', 'whether the runbook worked', '手册是否有效', ['yes', 'no', 'partly']),
		'requested-by': field('KEY', 'who asked for it', '申请人'),
		'executed-by': field('KEY', 'who did it', '执行人'),
		'approved-by': field('KEY', 'who approved it; not who did it', '批准人，不能是执行人'),
		reason: field('TEXT', 'reason', '事由'),
		ticket: field('TEXT', 'ticket', '工单'),
		objects: field('A,B', 'objects of a data fix', '数据修复的对象'),
		downtime: field('n', 'downtime in minutes', '停机分钟数'),
		group: field('GROUP', 'middle part of the id (default: the year)', '编号中段（默认年份）'),
		lang: field('LANG', 'language of the log', '日志语言'),
		date: DATE_OPTION,
		project: field('DIR', 'project folder (default: here)', '项目目录（默认当前目录）'),
		stdout: {
			type: 'boolean',
			help: { en: 'print it instead of writing a file', 'zh-CN': '只输出，不写文件' },
		},
	},
	examples: [
		'mainstay log new --from runbook RB-INV-0042',
		'mainstay log new --from process PR-O2C-0001 --step deliver --title "Delivery blocked"',
		'mainstay log new --type drill --title "Restore drill" --system mariadb --owner dba --stdout',
	],
	run: async (args, io) => {
		const [action = ''] = args.positionals;
		if (action !== 'new')
			throw new UserError('unknown-action', `There is no “log ${action}”.`, 'Use: mainstay log new');
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
				`${shown} exists already.`,
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
			`--from ${from} needs an id.`,
			`mainstay log new --from ${from} ${from === 'runbook' ? 'RB-…' : 'PR-…'}`,
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
	const hint = best ? `Did you mean ${best}?` : 'See: mainstay log --help';
	throw new UserError('unknown-document', `There is no ${expected.join(' or ')} “${id}”.`, hint);
}

function recordFrom(
	args: Arguments,
	project: Project,
	graph: DocumentGraph,
	source: Document | undefined,
	date: string,
	lang: string,
): LogRecord {
	const fields = source?.frontmatter ?? {};
	const logType = textOption(args, 'type') ?? 'incident';
	const isRunbook = source?.kind === 'runbook';
	const objects = (textOption(args, 'objects') ?? '').split(',').map((each) => each.trim());
	const downtime = textOption(args, 'downtime');
	const given = (name: string, flag: string, fallback?: unknown): object => {
		const value = textOption(args, flag) ?? (typeof fallback === 'string' ? fallback : undefined);
		return value === undefined ? {} : { [name]: value };
	};
	const record: LogRecord = {
		id: nextId(graph, groupOf(args, date)),
		lang,
		title: textOption(args, 'title') ?? source?.title ?? '',
		owner: textOption(args, 'owner') ?? textIn(fields, 'owner'),
		logType,
		date,
		system: textOption(args, 'system') ?? textsIn(fields, 'systems')[0] ?? onlySystem(project),
		outcome: textOption(args, 'outcome') ?? 'open',
		modules: textsIn(fields, 'modules'),
		...given('environment', 'environment'),
		...given('requestedBy', 'requested-by'),
		...given('executedBy', 'executed-by'),
		...given('approvedBy', 'approved-by'),
		...given('reason', 'reason'),
		...given('ticket', 'ticket'),
		...given('severity', 'severity', fields['severity'] ?? (logType === 'incident' ? 'S3' : undefined)),
		...given('exceptionClass', 'class', fields['exceptionClass']),
		...given('cause', 'cause', logType === 'incident' ? 'unknown' : undefined),
		...(isRunbook ? { runbook: source.id } : {}),
		...given('runbookWorked', 'worked'),
		...placeOf(args, source),
		objects: objects.filter(Boolean),
		...(downtime === undefined ? {} : { window: { downtimeMinutes: minutes(downtime) } }),
		related: source ? [source.id] : [],
		story: {
			steps: (isRunbook ? source.procedure : []).map(({ title }) => ({ title, state: 'open' })),
			asChecklist: true,
			parameters: [],
			escalations: [],
		},
	};
	demand(record);
	return record;
}

/** Everything that the checks would ask for is asked for here, with the flag that gives it. */
function demand(record: LogRecord): void {
	const missing = neededFields(record.logType).filter((name) => {
		const value = record[name];
		return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
	});
	if (missing.length > 0) {
		const flags = missing.map((name) => `--${FLAGS[name] ?? name}`).join(' ');
		throw new UserError(
			'field-missing',
			`A log of type ${record.logType} also needs: ${missing.join(', ')}.`,
			`Give ${flags}.`,
		);
	}
	if (record.approvedBy !== undefined && record.approvedBy === record.executedBy) {
		throw new UserError(
			'approver-is-executor',
			'Whoever did it cannot approve it.',
			'Give another --approved-by.',
		);
	}
}

const FLAGS: Readonly<Record<string, string>> = {
	requestedBy: 'requested-by',
	executedBy: 'executed-by',
	approvedBy: 'approved-by',
	exceptionClass: 'class',
};

function placeOf(args: Arguments, source: Document | undefined): object {
	const step = textOption(args, 'step');
	if (source?.kind !== 'process') {
		if (step === undefined) return {};
		throw new UserError(
			'flag-without-process',
			'--step names a step of a process.',
			'Use: --from process PR-… --step …',
		);
	}
	if (step === undefined) return { process: source.id };
	const { steps } = source.frontmatter;
	const ids = (Array.isArray(steps) ? steps : []).flatMap((each: unknown) =>
		typeof each === 'object' && each !== null && 'id' in each ? [String(each.id)] : [],
	);
	if (ids.includes(step)) return { process: source.id, step };
	const [best] = nearest(step, ids, 1);
	throw new UserError(
		'unknown-step',
		`${source.id} has no step “${step}”.`,
		best ? `Did you mean ${best}?` : '',
	);
}

function groupOf(args: Arguments, date: string): string {
	const group = (textOption(args, 'group') ?? date.slice(0, 4)).toUpperCase();
	if (/^[A-Z0-9]{1,8}$/.test(group)) return group;
	throw new UserError(
		'flag-value-not-allowed',
		`--group must be 1 to 8 letters or digits, not “${group}”.`,
		'',
	);
}

function nextId(graph: DocumentGraph, group: string): string {
	const start = `LOG-${group}-`;
	const used = [...graph.byId.keys()].flatMap((id) =>
		id.startsWith(start) ? [Number(id.slice(start.length))] : [],
	);
	return nextLogId(group, Math.max(0, ...used));
}

function minutes(written: string): number {
	if (/^\d{1,6}$/.test(written)) return Number(written);
	throw new UserError(
		'flag-value-not-allowed',
		`--downtime must be a number of minutes, not “${written}”.`,
		'',
	);
}

/** A project with one system means that one. */
function onlySystem({ config }: Project): string {
	const [first, ...others] = config.systems.keys();
	return first !== undefined && others.length === 0 ? first : '';
}

function slugOf({ docPath, lang }: Document): string {
	const name =
		docPath
			.split('/')
			.at(-1)
			?.replace(/\.mdx?$/, '') ?? '';
	return name.endsWith(`.${lang}`) ? name.slice(0, -lang.length - 1) : name;
}

function textIn(fields: Document['frontmatter'], key: string): string {
	const value = fields[key];
	return typeof value === 'string' ? value : '';
}

function textsIn(fields: Document['frontmatter'], key: string): string[] {
	const value = fields[key];
	return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
