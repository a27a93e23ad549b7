import type { Bilingual } from '../../src/model/index.ts';
import type { Command } from '../command.ts';

/** A command that is loaded when it is called: `--help` must not pay for Astro. */
export interface LazyCommand {
	readonly summary: Bilingual<string>;
	readonly load: () => Promise<Command>;
}

/** A new command is one file and one line here. */
export const commands: Readonly<Record<string, LazyCommand>> = {
	init: {
		summary: {
			en: 'start a knowledge base in this folder',
			'zh-CN': '在当前目录新建知识库',
		},
		load: async () => (await import('./init.ts')).init,
	},
	check: {
		summary: { en: 'find every problem in the documents', 'zh-CN': '找出文档中的所有问题' },
		load: async () => (await import('./check.ts')).check,
	},
	impact: {
		summary: {
			en: 'what a change touches: notes, processes, steps, runbooks, roles, tests',
			'zh-CN': '一项变更影响哪些文档、流程、步骤、手册、角色和测试',
		},
		load: async () => (await import('./impact.ts')).impact,
	},
	build: {
		summary: { en: 'build the site', 'zh-CN': '构建站点' },
		load: async () => (await import('./build.ts')).build,
	},
	dev: {
		summary: { en: 'serve the site and follow every save', 'zh-CN': '启动开发服务器，保存即刷新' },
		load: async () => (await import('./dev.ts')).dev,
	},
	preview: {
		summary: { en: 'serve a built site', 'zh-CN': '预览已构建的站点' },
		load: async () => (await import('./preview.ts')).preview,
	},
	new: {
		summary: { en: 'start a document from its template', 'zh-CN': '从模板新建文档' },
		load: async () => (await import('./new.ts')).newDocument,
	},
	mv: {
		summary: { en: 'move a document or folder, links and all', 'zh-CN': '移动文档或目录，链接一并改写' },
		load: async () => (await import('./mv.ts')).mv,
	},
	rm: {
		summary: { en: 'remove a document that nothing refers to', 'zh-CN': '删除没有被引用的文档' },
		load: async () => (await import('./rm.ts')).rm,
	},
	log: {
		summary: { en: 'start a log entry from a runbook or a process', 'zh-CN': '从手册或流程新建一条日志' },
		load: async () => (await import('./log.ts')).log,
	},
	search: {
		summary: { en: 'search a built site, as its readers do', 'zh-CN': '像读者一样搜索已构建的站点' },
		load: async () => (await import('./search.ts')).search,
	},
	gaps: {
		summary: {
			en: 'rank the questions that readers asked in vain',
			'zh-CN': '排出读者没有搜到答案的问题',
		},
		load: async () => (await import('./gaps.ts')).gaps,
	},
	bpmn: {
		summary: { en: 'exchange processes with BPMN tools', 'zh-CN': '与 BPMN 工具交换流程' },
		load: async () => (await import('./bpmn.ts')).bpmn,
	},
	mcp: {
		summary: {
			en: 'answer machines (Model Context Protocol)',
			'zh-CN': '回答机器的提问（Model Context Protocol）',
		},
		load: async () => (await import('./mcp.ts')).mcp,
	},
	lsp: {
		summary: {
			en: 'serve editors (Language Server Protocol)',
			'zh-CN': '为编辑器服务（Language Server Protocol）',
		},
		load: async () => (await import('./lsp.ts')).lsp,
	},
	digest: {
		summary: { en: 'tell what is new and what is due', 'zh-CN': '汇总最近的变化和到期的事' },
		load: async () => (await import('./digest.ts')).digest,
	},
	explain: {
		summary: { en: 'what a code such as MS201 means', 'zh-CN': '解释 MS201 这样的代码' },
		load: async () => (await import('./explain.ts')).explain,
	},
};
