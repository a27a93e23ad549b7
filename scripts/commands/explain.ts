import { catalogue } from '../../src/compiler/index.ts';
import {
	type DiagnosticDefinition,
	type MessageLocale,
	nearest,
	type RuleExample,
	UserError,
} from '../../src/model/index.ts';
import { rules } from '../../src/rules/index.ts';
import type { Command } from '../command.ts';

export const explain: Command = {
	name: 'explain',
	usage: '<code> [options]',
	summary: {
		en: 'Tells what a code means, why it matters, an example and how to mend it; without a code, lists all.',
		'zh-CN': '说明代码的含义、原因、示例和修复方法；不带代码则列出全部。',
	},
	positionals: [0, 1],
	options: {},
	examples: ['mainstay explain MS201', 'mainstay explain link-target-missing', 'mainstay explain'],
	run: async (args, io) => {
		const [wanted] = args.positionals;
		io.stdout.write(wanted === undefined ? list(args.locale) : entryText(find(wanted), args.locale));
		return 0;
	},
};

function find(wanted: string): DiagnosticDefinition {
	const definitions = [...catalogue.values()];
	const found = definitions.find(
		(each) => each.code === wanted.toUpperCase() || each.rule === wanted.toLowerCase(),
	);
	if (found) return found;
	const [best] = nearest(
		wanted,
		definitions.flatMap((each) => [each.code, each.rule]),
		1,
	);
	throw new UserError(
		'unknown-code',
		`There is no code ${wanted}.`,
		best ? `Did you mean ${best}?` : 'See: mainstay explain',
	);
}

function list(locale: MessageLocale): string {
	const rows = [...catalogue.values()].map(
		(each) => `${each.code}  ${each.severity.padEnd(7)}  ${each.rule.padEnd(32)}  ${each.title[locale]}`,
	);
	return `${rows.join('\n')}\n`;
}

function entryText(definition: DiagnosticDefinition, locale: MessageLocale): string {
	const words =
		locale === 'en'
			? {
					why: 'Why',
					mend: 'How to mend it',
					bad: 'Found in',
					good: 'Right',
					severity: 'Severity',
					fixed: 'cannot be changed',
				}
			: {
					why: '原因',
					mend: '如何修复',
					bad: '有问题的写法',
					good: '正确的写法',
					severity: '级别',
					fixed: '不可更改',
				};
	const rule = rules.find((each) => each.code === definition.code);
	const [bad] = rule?.examples.bad ?? [];
	const [good] = rule?.examples.good ?? [];
	return [
		`${definition.code} ${definition.rule}: ${definition.title[locale]}`,
		`${words.severity}: ${definition.severity}${definition.fixed ? ` (${words.fixed})` : ''}`,
		'',
		`${words.why}\n  ${definition.why[locale]}`,
		'',
		`${words.mend}\n  ${definition.mend[locale]}`,
		...(bad ? ['', example(words.bad, bad)] : []),
		...(good ? ['', example(words.good, good)] : []),
		'',
	].join('\n');
}

function example(title: string, { files, at }: RuleExample): string {
	const parts = Object.entries(files).map(
		([path, text]) =>
			`  ${path}\n${text
				.trimEnd()
				.split('\n')
				.map((line) => `    ${line}`)
				.join('\n')}`,
	);
	return `${title}${at ? ` (${at})` : ''}\n${parts.join('\n')}`;
}
