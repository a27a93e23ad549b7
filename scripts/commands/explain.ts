import { codeExamples } from '../../src/compiler/examples.ts';
import { catalogue } from '../../src/compiler/index.ts';
import {
	type DiagnosticDefinition,
	type MessageLocale,
	nearest,
	phrase,
	type RuleExample,
	UserError,
} from '../../src/model/index.ts';
import { wordsIn } from '../../src/model/wording.ts';
import { type RulesText, rulesText } from '../../src/site/i18n/rules/index.ts';
import { diskText, shownFiles } from '../../src/site/plan/rule-example.ts';
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
		phrase`There is no code ${wanted}.`,
		best ? phrase`Did you mean ${best}?` : 'See: mainstay explain',
	);
}

function list(locale: MessageLocale): string {
	const rows = [...catalogue.values()].map(
		(each) =>
			`${each.code}  ${each.severity.padEnd(7)}  ${each.rule.padEnd(32)}  ${wordsIn(each.title, locale)}`,
	);
	return `${rows.join('\n')}\n`;
}

function entryText(definition: DiagnosticDefinition, locale: MessageLocale): string {
	const words = wordsIn(WORDS, locale);
	const [bad] = codeExamples.get(definition.code)?.bad ?? [];
	const [good] = codeExamples.get(definition.code)?.good ?? [];
	return [
		`${definition.code} ${definition.rule}: ${wordsIn(definition.title, locale)}`,
		`${words.severity}${severityOf(definition, locale)}${definition.fixed ? ` (${words.fixed})` : ''}`,
		'',
		`${words.why}\n  ${wordsIn(definition.why, locale)}`,
		'',
		`${words.mend}\n  ${wordsIn(definition.mend, locale)}`,
		...(bad ? ['', exampleText(words.bad, bad, rulesText[locale])] : []),
		...(good ? ['', exampleText(words.good, good, rulesText[locale])] : []),
		'',
	].join('\n');
}

/** As the reports call it; in English also as mainstay.yaml does. */
function severityOf({ severity }: DiagnosticDefinition, locale: MessageLocale): string {
	return locale === 'en' ? severity : rulesText[locale].severities[severity];
}

const WORDS = {
	en: {
		why: 'Why',
		mend: 'How to mend it',
		bad: 'Found in',
		good: 'Right',
		severity: 'Severity: ',
		fixed: 'cannot be changed',
	},
	'zh-CN': {
		why: '原因',
		mend: '如何修复',
		bad: '有问题的写法',
		good: '正确的写法',
		severity: '级别：',
		fixed: '不可更改',
	},
};

function exampleText(title: string, example: RuleExample, text: RulesText): string {
	const { at, commit, event } = example;
	const parts = shownFiles(example).map(({ path, state, lines, more, fact }) => {
		const notes = [
			...(commit ? [state === 'before' ? text.beforeCommit : text.afterCommit] : []),
			...(fact ? [diskText(fact, text.disk)] : []),
			...(event ? [text.events[event]] : []),
		];
		const shown = fact?.type === 'link' ? [] : [...lines, ...(more > 0 ? [text.moreLines(more)] : [])];
		const head = `  ${path}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`;
		return [head, ...shown.map((line) => `    ${line}`)].join('\n');
	});
	const message = commit?.message.split('\n').map((line) => `    ${line}`) ?? [];
	return [
		`${title}${at?.startsWith(':') === false ? ` (${at})` : ''}`,
		...parts,
		...(commit ? [`  ${text.commitMessage}`, ...message] : []),
	].join('\n');
}
