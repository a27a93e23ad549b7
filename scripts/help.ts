import type { Bilingual, MessageLocale } from '../src/model/index.ts';
import { wordsIn } from '../src/model/wording.ts';
import { COMMON_OPTIONS } from './arguments.ts';
import type { CommandSpec, OptionSpec } from './command.ts';

const WORDS = {
	usage: { en: 'Usage: ', 'zh-CN': '用法：' },
	commands: { en: 'Commands:', 'zh-CN': '命令：' },
	options: { en: 'Options:', 'zh-CN': '选项：' },
	examples: { en: 'Examples:', 'zh-CN': '示例：' },
	exit: {
		en: 'Exit codes: 0 clean, 1 errors found, 2 could not run.',
		'zh-CN': '退出码：0 没有问题，1 发现错误，2 无法运行。',
	},
	tagline: {
		en: 'Mainstay: a knowledge base for the people who keep an ERP running.',
		'zh-CN': 'Mainstay：给 ERP 运维人员的知识库生成器。',
	},
	more: { en: 'mainstay <command> --help tells more.', 'zh-CN': 'mainstay <命令> --help 查看详情。' },
} satisfies Record<string, Bilingual<string>>;

/** Help of one command. */
export function commandHelp(spec: CommandSpec, locale: MessageLocale): string {
	const options = Object.entries({ ...spec.options, ...COMMON_OPTIONS });
	return [
		wordsIn(spec.summary, locale),
		'',
		`${wordsIn(WORDS.usage, locale)}mainstay ${spec.name} ${spec.usage}`,
		'',
		wordsIn(WORDS.options, locale),
		...table(options.map(([name, option]) => [optionName(name, option), wordsIn(option.help, locale)])),
		'',
		wordsIn(WORDS.examples, locale),
		...spec.examples.map((line) => `  ${line}`),
		'',
		wordsIn(WORDS.exit, locale),
		'',
	].join('\n');
}

/** Help of the whole tool. */
export function generalHelp(
	summaries: readonly (readonly [string, Bilingual<string>])[],
	locale: MessageLocale,
): string {
	return [
		wordsIn(WORDS.tagline, locale),
		'',
		`${wordsIn(WORDS.usage, locale)}mainstay <command> [options]`,
		'',
		wordsIn(WORDS.commands, locale),
		...table(summaries.map(([name, summary]) => [name, wordsIn(summary, locale)])),
		'',
		wordsIn(WORDS.more, locale),
		wordsIn(WORDS.exit, locale),
		'',
	].join('\n');
}

function optionName(name: string, option: OptionSpec): string {
	const value = option.choices?.join('|') ?? option.value;
	return option.type === 'string' ? `--${name} ${value ?? 'VALUE'}` : `--${name}`;
}

function table(rows: readonly (readonly [string, string])[]): string[] {
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
