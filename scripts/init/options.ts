import { INTERFACE_LANGUAGES } from '../../src/model/index.ts';
import type { OptionSpec } from '../command.ts';
import { EXAMPLE_KINDS, HOOKS, PIPELINES } from './choices.ts';

/** The options of `mainstay init`. */
export const INIT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
	yes: {
		type: 'boolean',
		help: {
			en: 'ask nothing; what no option says follows from the folder',
			'zh-CN': '不提问；没有用选项指定的，根据目录现状决定',
		},
	},
	lang: {
		type: 'string',
		value: 'LANG',
		choices: INTERFACE_LANGUAGES,
		help: { en: 'language of the documents (default: the system’s)', 'zh-CN': '文档语言（默认随系统）' },
	},
	dir: {
		type: 'string',
		value: 'DIR',
		help: {
			en: 'folder of the documents (default: docs, or kb where docs holds other pages)',
			'zh-CN': '文档目录（默认 docs；docs 里已有其他页面时为 kb）',
		},
	},
	kinds: {
		type: 'string',
		value: 'LIST',
		help: {
			en: `examples of these kinds: ${EXAMPLE_KINDS.join(',')} (default: all), or none`,
			'zh-CN': `要示例的类型：${EXAMPLE_KINDS.join(',')}（默认全部），或 none`,
		},
	},
	ci: {
		type: 'string',
		value: 'LIST',
		help: {
			en: `pipelines for ${PIPELINES.join(',')}, or none (default: by what is there, else github)`,
			'zh-CN': `为哪些平台写流水线：${PIPELINES.join(',')}，或 none（默认按现有文件判断，否则 github）`,
		},
	},
	hook: {
		type: 'string',
		choices: ['auto', ...HOOKS],
		help: {
			en: 'how to check before every commit (default: auto)',
			'zh-CN': '提交前检查用哪种钩子（默认 auto）',
		},
	},
	editor: {
		type: 'boolean',
		help: { en: '--no-editor: no settings for editors', 'zh-CN': '--no-editor：不写编辑器设置' },
	},
	'dry-run': {
		type: 'boolean',
		help: {
			en: 'show what would be written, write nothing',
			'zh-CN': '显示将要写入的内容，不写任何文件',
		},
	},
	date: {
		type: 'string',
		value: 'DATE',
		help: {
			en: 'day that the examples are dated from, YYYY-MM-DD (default: today)',
			'zh-CN': '示例以哪一天为准，YYYY-MM-DD（默认今天）',
		},
	},
};
