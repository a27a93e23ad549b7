import { expect, test } from 'vitest';
import { runbookExample } from '../../src/rules/example-documents.ts';
import { checkProject } from './mini-project.ts';

const step = (lang: string, fence: string): string =>
	runbookExample(`lang: ${lang}`, `\n## Diagnosis\n\n::::step{#clear}\n### Clear\n\n${fence}\n::::\n`);

test.each([
	['the translation', '```sql\nSELECT 1;\n```', '```\nSELECT 1;\n```', ['MS422']],
	['the original', '```\nSELECT 1;\n```', '```sql\nSELECT 1;\n```', ['MS422']],
	['another command', '```sql\nSELECT 1;\n```', '```\nSELECT 2;\n```', ['MS422', 'MS515']],
])('a command that lost its language in %s is no drift', (_, original, translation, codes) => {
	const { findings } = checkProject({
		'mainstay.yaml': 'languages: [en, zh-CN]\n',
		'docs/a.md': step('en', original),
		'docs/a.zh-CN.md': step('zh-CN', translation),
	});
	const found = findings.map(({ code }) => code).filter((code) => code !== 'MS502');
	expect(found.sort()).toEqual(codes);
});

const FIELDS = [
	'minutes: 20',
	'status: approved',
	"signatures: [{code: ORA-01555}, {pattern: 'ORA-\\d+', example: ORA-00060}]",
	'escalation: [{afterMinutes: 15, to: dba}, {afterMinutes: 30, to: vendor}]',
	'review: {every: P6M, on: 2026-10-31}',
].join('\n');

test.each([
	['the same facts', '', '', []],
	['another order of roles', 'modules: [inventory]', 'modules: [inventory]', []],
	['a translation that is still written', 'status: approved', 'status: draft', []],
	['another day of review', 'on: 2026-10-31', 'on: 2026-11-01', []],
	['another text', 'symptoms: [stock does not match the count]', 'symptoms: [账实不符, 盘点差异]', []],
	['another cycle of review', 'every: P6M', 'every: P1Y', ['MS518 15:17']],
	['another pattern', "'ORA-\\d+'", "'ORA-0\\d+'", ['MS518 13:43']],
	['a time of one entry', 'afterMinutes: 30', 'afterMinutes: 300', ['MS518 14:58']],
	['an entry less', ', {afterMinutes: 30, to: vendor}', '', ['MS518 14:13']],
	['a field that is not there', 'minutes: 20\n', '', ['MS518 1:1']],
	['a misspelt key', 'minutes: 20', 'minuts: 20', ['MS102 11:1']],
	['a value that is none', 'minutes: 20', 'minutes: soon', ['MS104 11:10']],
	['a required field less', 'severity: S2\n', '', ['MS101 1:1']],
])('a translation with %s', (_, from, to, expected) => {
	const { findings } = checkProject({
		'mainstay.yaml': 'languages: [en, zh-CN]\n',
		'docs/a.md': runbookExample(`${FIELDS}\nlang: en`),
		'docs/a.zh-CN.md': runbookExample(`${FIELDS}\nlang: zh-CN`).replace(from, to),
	});
	const found = findings.filter(({ code }) => code !== 'MS502');
	expect(found.map(({ code, range: { start } }) => `${code} ${start.line}:${start.column}`)).toEqual(
		expected,
	);
});

const whole = (lang: string): string =>
	runbookExample(
		`lang: ${lang}`,
		'\n## Diagnosis\n\nLook.\n\n::::step{#clear risk=reversible}\n### Clear\n\n```sql\nSELECT 1;\n```\n\n:::expect\nOne.\n:::\n::::\n',
	);

test.each([
	['an empty part', ':::expect\nOne.', ':::expect', 'MS441 25:1'],
	['an empty step', /### Clear[\s\S]*\n::::\n/, '::::\n', 'MS441 18:1'],
	['a part behind its step', ':::expect\nOne.\n:::\n::::', '::::\n\n:::expect\nOne.\n:::', 'MS440 27:1'],
	['a part that is not there', ':::expect\nOne.\n:::\n', '', 'MS518 18:1'],
])('%s in one of two versions is one finding', (_, from, to, expected) => {
	for (const lang of ['en', 'zh-CN']) {
		const text = (own: string): string => (own === lang ? whole(own).replace(from, to) : whole(own));
		const { findings } = checkProject({
			'mainstay.yaml': 'languages: [en, zh-CN]\n',
			'docs/a.md': text('en'),
			'docs/a.zh-CN.md': text('zh-CN'),
		});
		const found = findings.filter(({ code }) => code !== 'MS502');
		expect(found.map(({ code, range: { start } }) => `${code} ${start.line}:${start.column}`)).toEqual([
			expected,
		]);
	}
});

const versions = (change: Readonly<Record<string, (text: string) => string>>): string[] => {
	const files = Object.fromEntries(
		['en', 'zh-CN', 'zh-TW'].map((lang) => {
			const text = whole(lang).replace(
				'::::\n',
				':::rollback\nRun it backwards:\n\n```sql\nSELECT 0;\n```\n:::\n::::\n',
			);
			return [`docs/a${lang === 'en' ? '' : `.${lang}`}.md`, (change[lang] ?? String)(text)];
		}),
	);
	const { findings } = checkProject({ 'mainstay.yaml': 'languages: [en, zh-CN, zh-TW]\n', ...files });
	return findings
		.filter(({ code }) => code !== 'MS502')
		.map(({ code, file, range: { start } }) => `${code} ${file}:${start.line}`);
};

test.each([
	[
		'a field',
		(text: string) => text.replace('severity: S2', 'severity: S2\nminutes: 5'),
		'MS518 docs/a.md:1',
	],
	[
		'a time of a step',
		(text: string) => text.replace('risk=reversible', 'risk=reversible minutes=5'),
		'MS518 docs/a.md:18',
	],
	[
		'a command',
		(text: string) => text.replace(':::expect', '```sql\nSELECT 2;\n```\n\n:::expect'),
		'MS515 docs/a.md:18',
	],
	['a step', (text: string) => `${text}\n::::step{#more}\n### More\n\nGo on.\n::::\n`, 'MS506 docs/a.md:1'],
	[
		'a section with an anchor',
		(text: string) => `${text}\n## Cause {#cause}\n\nUnknown.\n`,
		'MS519 docs/a.md:1',
	],
])('%s that only the original lacks is told once, and there', (_, added, expected) => {
	expect(versions({})).toEqual([]);
	expect(versions({ 'zh-CN': added, 'zh-TW': added })).toEqual([expected]);
});

test.each([
	['a way back with its command', /:::rollback[\s\S]*?\n:::\n/, '', 'MS518 docs/a.zh-CN.md:18'],
	['the end of a step', /\n::::\n$/, '\n', 'MS121 docs/a.zh-CN.md:18'],
	['a harmless risk', 'risk=reversible', 'risk=destructive', 'MS516 docs/a.zh-CN.md:18'],
	[
		'an id that there is not',
		'severity: S2',
		'severity: S2\nrelated: [RB-INV-0999]',
		'MS205 docs/a.zh-CN.md:9',
	],
] as const)('%s, changed in a translation, is one finding', (_, from, to, expected) => {
	expect(versions({ 'zh-CN': (text) => text.replace(from, to) })).toEqual([expected]);
});
