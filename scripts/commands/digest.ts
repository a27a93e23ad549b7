import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { changesByDates, changesOf } from '../../src/boards/changes.ts';
import { compile, openProject, type Project } from '../../src/compiler/index.ts';
import {
	INTERFACE_LANGUAGES,
	interfaceLanguageOf,
	type LanguageView,
	type MessageLocale,
	nearest,
	phrase,
	type SiteModel,
	UserError,
} from '../../src/model/index.ts';
import { wordsIn } from '../../src/model/wording.ts';
import { type Arguments, type Command, type Io, textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';
import { type Digest, digestOf } from '../digest/digest.ts';
import { htmlDigest, mailDigest } from '../digest/formats/html.ts';
import { chats } from '../digest/formats/index.ts';
import { jsonDigest } from '../digest/formats/json.ts';
import { markdownDigest } from '../digest/formats/markdown.ts';
import { readHistory } from '../digest/history.ts';
import type { Outgoing } from '../digest/message.ts';
import { type Outline, outlineOf } from '../digest/outline.ts';
import { sendMessage } from '../digest/send.ts';
import { readSince } from '../digest/since.ts';
import { DIGEST_FORMATS, type DigestFormat, readTarget, type Target } from '../digest/target.ts';

export const digest: Command = {
	name: 'digest',
	usage: '[dir] --since REV|DATE|PERIOD [options]',
	summary: {
		en: 'Tells what is new and what is due: for a wiki, a mail, or a chat robot (--post).',
		'zh-CN': '汇总最近的变化和到期的事：用于 wiki、邮件或群机器人（--post）。',
	},
	positionals: [0, 1],
	options: {
		since: {
			type: 'string',
			value: 'WHEN',
			help: {
				en: 'since a day (2026-11-15), a period (P7D) or a git revision (default: P7D)',
				'zh-CN': '从哪一天（2026-11-15）、多长时间前（P7D）或哪个 git 版本起（默认 P7D）',
			},
		},
		format: {
			type: 'string',
			value: 'FORMAT',
			choices: DIGEST_FORMATS,
			help: {
				en: 'default: markdown, or what --post leads to',
				'zh-CN': '默认 markdown，或按 --post 的地址',
			},
		},
		post: {
			type: 'string',
			value: 'URL',
			help: {
				en: 'send it to this webhook; env:NAME reads the address from the environment',
				'zh-CN': '发送到这个 webhook；env:NAME 从环境变量读取地址',
			},
		},
		secret: {
			type: 'string',
			value: 'SECRET',
			help: {
				en: 'signs for DingTalk and Feishu; env:NAME reads it (default: env:MAINSTAY_DIGEST_SECRET)',
				'zh-CN': '钉钉、飞书的加签密钥；env:NAME 从环境变量读取（默认 env:MAINSTAY_DIGEST_SECRET）',
			},
		},
		'dry-run': {
			type: 'boolean',
			help: {
				en: 'show what --post would send, send nothing',
				'zh-CN': '只显示 --post 要发送的内容，不发送',
			},
		},
		'allow-http': {
			type: 'boolean',
			help: {
				en: 'send over plain http to another machine: anyone on the way can read it',
				'zh-CN': '允许用明文 http 发到别的机器：途中可被读到',
			},
		},
		lang: {
			type: 'string',
			value: 'LANG',
			choices: INTERFACE_LANGUAGES,
			help: { en: 'language (default: the knowledge base’s first)', 'zh-CN': '语言（默认知识库的第一种）' },
		},
		site: {
			type: 'string',
			value: 'URL',
			help: {
				en: 'address of the site with its path; without it there are no links',
				'zh-CN': '站点地址（含路径）；不给就没有链接',
			},
		},
		module: { type: 'string', value: 'KEY', help: { en: 'only this module', 'zh-CN': '只看这个模块' } },
		date: DATE_OPTION,
	},
	examples: [
		'mainstay digest --since P7D --site https://kb.example.com',
		'mainstay digest --since v1.4 --format html --lang en > digest.html',
		'mainstay digest --post env:DINGTALK_ROBOT --secret env:DINGTALK_SECRET --site https://kb.example.com',
		'mainstay digest --since 2026-11-01 --module finance --format wecom',
	],
	run: async (args, io) => {
		const asOf = dayOf(args, io);
		const target = readTarget(
			{
				...given('format', textOption(args, 'format')),
				...given('post', textOption(args, 'post')),
				...given('secret', textOption(args, 'secret')),
				allowHttp: args.options['allow-http'] === true,
			},
			io.env,
		);
		const made = await readDigest(args, io, asOf);
		const text = textOf(target.format, made, asOf);
		if (typeof text === 'string') {
			io.stdout.write(text);
			return 0;
		}
		if (target.post === undefined || args.options['dry-run'] === true) {
			io.stdout.write(`${JSON.stringify(text, null, 2)}\n`);
			if (target.post)
				io.stderr.write(`${wordsIn(POSTED.nothing, args.locale)(new URL(target.post).host)}\n`);
			return 0;
		}
		await post({ url: target.post, payload: text }, target, args.locale, io);
		return 0;
	},
};

function given<Name extends string>(name: Name, value: string | undefined): { [K in Name]?: string } {
	return (value === undefined ? {} : { [name]: value }) as { [K in Name]?: string };
}

interface Made {
	readonly digest: Digest;
	readonly outline: Outline;
}

async function readDigest(args: Arguments, io: Io, asOf: string): Promise<Made> {
	const since = readSince(textOption(args, 'since') ?? 'P7D', asOf);
	const [dir] = args.positionals;
	const project = await openProject(resolve(io.cwd, dir ?? '.'), { named: dir !== undefined });
	const { config, root } = project;
	const folders = config.sources.map(({ path }) => path);
	// Said before the work: a revision that does not exist needs no compilation.
	const history = await readHistory(root, folders, since);
	const { graph, site } = await compile(project, { target: 'site', asOf, ...siteAddress(args) });
	if (!site) throw new Error('The compilation has no site.');
	const { model } = site;
	const view = viewFor(model, textOption(args, 'lang'));
	const module = moduleOf(args, project, model);
	if (!history) io.stderr.write(`${wordsIn(BY_DATES, args.locale)}\n`);
	const from = history?.since ?? (since.type === 'day' ? since.day : asOf);
	const digest = digestOf({
		model,
		...(model.boards ? { boards: model.boards } : {}),
		view,
		changes: history ? changesOf(graph, history.files) : changesByDates(graph, from, asOf),
		since: from,
		basis: history ? 'git' : 'dates',
		...(module === undefined ? {} : { module }),
	});
	return { digest, outline: outlineOf(digest, model, view) };
}

const BY_DATES = {
	en: 'No version history reaches back that far: changes are told from the days that documents name.',
	'zh-CN': '没有足够的版本历史：只能按文档自己写明的日期判断变化。',
} as const;

const POSTED = {
	nothing: {
		en: (host: string) => `${host}: nothing was sent (--dry-run)`,
		'zh-CN': (host: string) => `${host}：没有发送（--dry-run）`,
	},
	again: {
		en: (reason: string, seconds: number) => `${reason}; again in ${seconds} s`,
		'zh-CN': (reason: string, seconds: number) => `${reason}；${seconds} 秒后重试`,
	},
	sent: {
		en: (host: string) => `sent to ${host}`,
		'zh-CN': (host: string) => `已发送到 ${host}`,
	},
};

/** Text to write out, or what a platform is sent. */
function textOf(
	format: DigestFormat,
	{ digest, outline }: Made,
	asOf: string,
): string | Readonly<Record<string, unknown>> {
	switch (format) {
		case 'markdown':
			return markdownDigest(outline);
		case 'html':
			return htmlDigest(outline);
		case 'eml':
			return mailDigest(outline, asOf);
		case 'json':
			return jsonDigest(digest, outline);
		default:
			return chats[format].payload(outline);
	}
}

async function post(
	message: Outgoing,
	{ format, secret }: Target,
	locale: MessageLocale,
	io: Io,
): Promise<void> {
	const chat = format in chats ? chats[format as keyof typeof chats] : undefined;
	await sendMessage(message, {
		...(chat ? { chat } : {}),
		...(secret === undefined ? {} : { secret }),
		now: () => Date.now(),
		sleep: (milliseconds) => sleep(milliseconds),
		onRetry: (reason, milliseconds) =>
			io.stderr.write(`${wordsIn(POSTED.again, locale)(reason, Math.ceil(milliseconds / 1000))}\n`),
	});
	io.stderr.write(`${wordsIn(POSTED.sent, locale)(new URL(message.url).host)}\n`);
}

/** `https://example.com/kb/` is an origin and a base. */
function siteAddress(args: Arguments): Partial<Pick<SiteModel, 'siteUrl' | 'base'>> {
	const text = textOption(args, 'site');
	if (text === undefined) return {};
	const url = URL.parse(text);
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw new UserError(
			'flag-value-not-allowed',
			phrase`--site must be an http or https address, not “${text}”.`,
			'For example: --site https://kb.example.com/',
		);
	}
	return { siteUrl: url.origin, base: url.pathname.replace(/\/*$/, '/') };
}

/** The view in a language; one that the knowledge base does not speak gets the words, and the original documents. */
function viewFor(model: SiteModel, lang: string | undefined): LanguageView {
	const [first] = model.views;
	if (!first) throw new Error('The site model has no view.');
	if (lang === undefined) return first;
	const wanted = interfaceLanguageOf(lang);
	const found = model.views.find(({ interfaceLanguage }) => interfaceLanguage === wanted);
	return found ?? { ...first, lang, interfaceLanguage: wanted };
}

function moduleOf(args: Arguments, { config }: Project, model: SiteModel): string | undefined {
	const module = textOption(args, 'module');
	if (module === undefined) return undefined;
	const known = new Set([
		...config.modules.keys(),
		...model.views.flatMap((view) => view.entries.flatMap(({ modules }) => modules)),
	]);
	if (known.has(module)) return module;
	const [best] = nearest(module, [...known], 1);
	throw new UserError(
		'unknown-module',
		phrase`There is no module “${module}”.`,
		best ? phrase`Did you mean ${best}?` : phrase`Known: ${[...known].join(', ')}`,
	);
}
