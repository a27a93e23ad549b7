import type { FieldFacts } from '../../schemas/index.ts';
import type { Labels } from '../../src/model/index.ts';
import type { Tongue } from './tongue.ts';
import { WORDS } from './words.ts';

/** The name of a field or value in the reader's language, the other two behind it. */
export function sideBySide(labels: Labels, { labels: lang }: Tongue): string {
	const own = labels[lang];
	const others = [...new Set([labels.en, labels['zh-CN'], labels['zh-TW']])].filter((each) => each !== own);
	return others.length > 0 ? `${own} (${others.join(' / ')})` : own;
}

/** What is to be said of a field, as Markdown. */
export function fieldText(key: string, facts: FieldFacts, tongue: Tongue, isRequired: boolean): string {
	const words = WORDS[tongue.labels];
	const head = `**${key}**${facts.labels ? `: ${sideBySide(facts.labels, tongue)}` : ''}`;
	const lines = [isRequired ? `${head} *${words.required}*` : head];
	if (facts.vocabulary) lines.push(`${words.keysOf}: \`${facts.vocabulary}\``);
	else if (facts.values.length === 0 && facts.expected !== 'text') lines.push(`\`${facts.expected}\``);
	if (facts.values.length > 0) {
		const values = facts.values.map(
			({ value, labels }) => `- \`${value}\`${labels ? `: ${sideBySide(labels, tongue)}` : ''}`,
		);
		lines.push(`${words.values}:`, values.join('\n'));
	}
	if (facts.example && facts.values.length === 0 && facts.example !== facts.expected) {
		lines.push(`\`${key}: ${facts.example}\``);
	}
	return lines.join('\n\n');
}
