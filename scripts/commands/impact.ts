import { resolve } from 'node:path';
import { impactOf } from '../../src/boards/impact/index.ts';
import { compile, openProject } from '../../src/compiler/index.ts';
import { type DocumentGraph, localize, nearest } from '../../src/model/index.ts';
import { inert } from '../../src/model/inert.ts';
import { assertFound } from '../check/once.ts';
import { type Command, textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';
import type { AnswerInput } from '../impact/answer.ts';
import { impactMarkdown } from '../impact/markdown.ts';
import { askedFor } from '../impact/question.ts';
import { impactText } from '../impact/text.ts';
import { takenText } from '../impact/words.ts';
import { progressReporter } from '../terminal.ts';

/** Version of the JSON output. */
const SCHEMA_VERSION = 1;

export const impact: Command = {
	name: 'impact',
	usage: '<rev..rev | file | object | id | release>... [options]',
	summary: {
		en: 'Lists what a change touches: the notes, processes, steps, runbooks, roles and tests that rest on changed code, files, objects, documents, or that a release asks to adapt.',
		'zh-CN':
			'列出一项变更的影响：依赖于所改代码、文件、对象、文档，或因版本升级需要适配的文档、流程、步骤、手册、角色和测试。',
	},
	positionals: [1, 500],
	options: {
		dir: {
			type: 'string',
			value: 'DIR',
			help: { en: 'the knowledge base (default: here)', 'zh-CN': '知识库目录（默认当前目录）' },
		},
		format: {
			type: 'string',
			choices: ['text', 'json', 'markdown'],
			help: {
				en: 'text, json, or markdown for a comment on a pull request (default: text)',
				'zh-CN': 'text、json，或用于合并请求评论的 markdown（默认 text）',
			},
		},
		date: DATE_OPTION,
	},
	examples: [
		'mainstay impact origin/main...HEAD --format markdown',
		'mainstay impact apps/custom_ops/hooks.py',
		'mainstay impact "Sales Order"',
		'mainstay impact v16',
	],
	run: async (args, io) => {
		const dir = textOption(args, 'dir');
		const project = await openProject(resolve(io.cwd, dir ?? '.'), { named: dir !== undefined });
		const compilation = await compile(project, {
			target: 'check',
			asOf: dayOf(args, io),
			onProgress: progressReporter(io, args.locale),
		});
		assertFound(compilation, project);
		const { graph } = compilation;
		const { config } = project;
		const asked = await askedFor(args.positionals, graph, project, io.cwd);
		const found = impactOf({ graph, config }, asked.question);
		const { locale } = args;
		const format = textOption(args, 'format') ?? 'text';
		if (format === 'json') {
			const words = asked.words;
			io.stdout.write(`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, words, ...found }, null, 2)}\n`);
			return 0;
		}
		io.stderr.write(
			`${inert(asked.words.map((each) => takenText(each, locale)).join(locale === 'en' ? ', ' : '，'))}\n`,
		);
		const input: AnswerInput = {
			impact: found,
			locale,
			roleName: (key) => {
				const name = config.roles.get(key);
				return name === undefined ? key : localize(name, locale);
			},
			nearest: found.documents.length > 0 ? [] : nearestNames(asked.question.objects ?? [], graph),
		};
		io.stdout.write(format === 'markdown' ? impactMarkdown(input) : impactText(input));
		return 0;
	},
};

/** Names of objects and ids that are spelt almost like those that nothing was found for. */
function nearestNames(names: readonly string[], graph: DocumentGraph): string[] {
	const known = new Set<string>(graph.byId.keys());
	for (const { frontmatter } of graph.nodes.values()) {
		const { objects, touches } = frontmatter as Record<string, unknown>;
		for (const each of Array.isArray(objects) ? objects : []) {
			const { name } = each as { name?: unknown };
			if (typeof name === 'string') known.add(name);
		}
		for (const list of Object.values((touches ?? {}) as Record<string, unknown>)) {
			for (const each of Array.isArray(list) ? list : []) if (typeof each === 'string') known.add(each);
		}
	}
	return [...new Set(names.flatMap((name) => nearest(name, known)))];
}
