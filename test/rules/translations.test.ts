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
