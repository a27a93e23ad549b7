import { describe, expect, test } from 'vitest';
import { processExample, runbookExample } from '../../src/rules/example-documents.ts';
import { checkProject, placeOf } from './mini-project.ts';

const STEPS = [
	'lanes: [sales, stores]',
	'steps:',
	'  - {id: order, name: Order, type: start, role: sales, runbooks: [RB-INV-0042]}',
	'  - {id: pick, name: Pick, role: stores, runbooks: [RB-INV-0042]}',
	'  - {id: good, name: Good, type: decision, role: stores, next: [{to: sent, when: yes}, {to: pick, when: no}]}',
	'  - {id: sent, name: Sent, type: end, role: stores}',
].join('\n');

const BODY = [
	'',
	'## Diagnosis {#diagnosis}',
	'',
	'::::step{#look risk=reversible minutes=5}',
	'### Look',
	'',
	'```sql',
	"SELECT '{{item}}'",
	'```',
	'::::',
	'',
].join('\n');

const runbook = (lang: string): string => runbookExample(`parameters: [{name: item}]\nlang: ${lang}`, BODY);

const VALID: Readonly<Record<string, string>> = {
	'mainstay.yaml': 'languages: [en, zh-CN]\nkinds: {"books/**": runbook}\n',
	'docs/books/stock.md': runbook('en'),
	'docs/books/stock.zh-CN.md': runbook('zh-CN'),
	'docs/order.md': processExample(STEPS),
	'docs/other.md': runbookExample('related: [PR-O2C-0001, RB-INV-0042]', undefined, 'RB-INV-0043'),
	'docs/more.md': runbookExample('related: [PR-O2C-0001]', undefined, 'RB-INV-0044'),
};

function findingsWith(file: string, from: string | RegExp, to: string): string[] {
	const before = VALID[file] ?? '';
	const text = before.replace(from, to);
	if (file !== 'mainstay.yaml') expect(text).not.toBe(before);
	return checkProject({ ...VALID, [file]: text })
		.findings.filter(({ code }) => code !== 'MS502')
		.map((finding) => `${finding.code} ${placeOf(finding)}`);
}

describe('one mistake', () => {
	test('is none in the documents as they are', () => {
		expect(findingsWith('mainstay.yaml', '', '')).toEqual([]);
	});

	test.each([
		['an indented opening line', 'books/stock.md', /^---/, ' ---', 'MS119 docs/books/stock.md:1:1'],
		['no opening line', 'books/stock.md', /^---\n/, '', 'MS119 docs/books/stock.md:1:1'],
		['an id of another form', 'order.md', 'PR-O2C-0001', 'PR-O2C-1', 'MS105 docs/order.md:3:5'],
		['an id of another kind', 'order.md', 'PR-O2C-0001', 'DN-O2C-0001', 'MS108 docs/order.md:3:5'],
		['an id that is missing', 'order.md', 'id: PR-O2C-0001\n', '', 'MS101 docs/order.md:1:1'],
		['a misspelt name of the id', 'order.md', 'id: PR', 'idd: PR', 'MS102 docs/order.md:3:1'],
		['a wrong type of a step', 'order.md', 'type: start', 'type: en', 'MS103 docs/order.md:11:36'],
		['a full-width colon', 'order.md', '{to: sent', '{to：sent', 'MS102 docs/order.md:13:66'],
		['a lost lane', 'order.md', 'lanes: [sales, stores]', 'lanes: [sales]', 'MS315 docs/order.md:9:8'],
		[
			'a wrong risk',
			'books/stock.zh-CN.md',
			'reversible',
			'reversiblle',
			'MS120 docs/books/stock.zh-CN.md:17:21',
		],
		[
			'a wrong time',
			'books/stock.zh-CN.md',
			'minutes=5',
			'minutes=soon',
			'MS120 docs/books/stock.zh-CN.md:17:40',
		],
		[
			'a wrong attribute',
			'books/stock.zh-CN.md',
			' risk=',
			' risc=',
			'MS120 docs/books/stock.zh-CN.md:17:16',
		],
		['a lost brace', 'books/stock.md', '{{item}}', '{{item}', 'MS413 docs/books/stock.md:21:9'],
		[
			'a lost first brace',
			'books/stock.zh-CN.md',
			'{{item}}',
			'{item}}',
			'MS413 docs/books/stock.zh-CN.md:21:9',
		],
		[
			'another severity',
			'books/stock.zh-CN.md',
			'severity: S2',
			'severity: S1',
			'MS518 docs/books/stock.zh-CN.md:8:11',
		],
		[
			'another severity of the original',
			'books/stock.md',
			'severity: S2',
			'severity: S1',
			'MS518 docs/books/stock.zh-CN.md:8:11',
		],
		['a label for a field', 'order.md', 'summary:', '摘要:', 'MS102 docs/order.md:6:1'],
		['a label for a value', 'order.md', 'status: approved', 'status: 已批准', 'MS103 docs/order.md:8:9'],
		['a lane too many', 'order.md', 'lanes: [sales,', 'lanes: [sales, finance,', 'MS322 docs/order.md:9:16'],
		['a heading read as text', 'books/stock.md', '## Diag', '##Diag', 'MS430 docs/books/stock.md:15:1'],
		[
			'a reference to another kind',
			'order.md',
			'[RB-INV-0042]',
			'[PR-O2C-0001]',
			'MS206 docs/order.md:11:67',
		],
		['a lane twice', 'order.md', 'lanes: [sales,', 'lanes: [sales, sales,', 'MS125 docs/order.md:9:16'],
		['a misspelt lane', 'order.md', 'lanes: [sales,', 'lanes: [slaes,', 'MS315 docs/order.md:11:49'],
		['a lost role', 'order.md', ', role: sales', '', 'MS324 docs/order.md:11:10'],
		['a misspelt key of a role', 'order.md', ', role: sales', ', rol: sales', 'MS102 docs/order.md:11:43'],
		['a heading without words', 'other.md', '## Diagnosis', '## ', 'MS431 docs/other.md:14:1'],
		['a lost quote', 'books/stock.md', 'title: Stock', "title: 'Stock", 'MS110 docs/books/stock.md:4:8'],
		['a misspelt kind', 'order.md', 'kind: process', 'kind: proces', 'MS103 docs/order.md:2:7'],
		['a kind by its label', 'other.md', 'kind: runbook', 'kind: 运行手册', 'MS103 docs/other.md:2:7'],
		['another kind', 'order.md', 'kind: process', 'kind: runbook', 'MS122 docs/order.md:2:7'],
		[
			'another kind than the folder',
			'books/stock.md',
			'kind: runbook',
			'kind: process',
			'MS122 docs/books/stock.md:2:7',
		],
		['a kind that makes it a page', 'order.md', 'kind: process', 'kind: page', 'MS122 docs/order.md:2:7'],
		['a lost kind', 'order.md', 'kind: process\n', '', 'MS101 docs/order.md:1:1'],
		['an opening line twice', 'books/stock.md', /^---/, '---\n---', 'MS119 docs/books/stock.md:2:1'],
		['an invisible blank above', 'books/stock.md', /^---/, '\u200b---', 'MS119 docs/books/stock.md:1:1'],
		['an invisible blank behind', 'books/stock.md', /^---/, '---\u200b', 'MS119 docs/books/stock.md:1:1'],
		['an empty step id', 'order.md', 'id: pick', 'id: ', 'MS104 docs/order.md:12:10'],
		['a lost step id', 'order.md', 'id: pick, ', '', 'MS101 docs/order.md:12:5'],
		['a field in another one', 'order.md', '\nsteps:', '\n  steps:', 'MS110 docs/order.md:10:3'],
		['quotes around a number', 'order.md', 'level: 1', 'level: "1"', 'MS104 docs/order.md:7:8'],
	] as const)('%s is one finding', (_, file, from, to, expected) => {
		expect(findingsWith(`docs/${file}`, from, to)).toEqual([expected]);
	});
});

describe('one mistake in one of two versions', () => {
	const pattern = "parameters:\n  - {name: item, pattern: '^[a-z]{1,9}$', example: abc}";
	const versions = (en: string, zh: string): Record<string, string> => ({
		'mainstay.yaml': 'languages: [en, zh-CN]\n',
		'docs/p.md': `${en}`,
		'docs/p.zh-CN.md': `${zh}`,
	});
	const process = processExample(STEPS).replaceAll(', runbooks: [RB-INV-0042]', '');
	const book = runbookExample(pattern, BODY);

	test.each([
		['a way to no step', process, 'to: pick', 'to: pic', 'MS311'],
		[
			'a role without a lane',
			process,
			'Sent, type: end, role: stores',
			'Sent, type: end, role: store',
			'MS315',
		],
		['a step without its role', process, ', role: sales', '', 'MS324'],
		[
			'a control that is not declared',
			process,
			'role: stores}\n',
			'role: stores, controls: [C-1]}\n',
			'MS318',
		],
		['a pattern that lost a bracket', book, '[a-z]', '[a-z', 'MS404'],
		['a pattern that misses its example', book, '[a-z]', '[A-C]x', 'MS402'],
	] as const)('%s is one finding', (_, valid, from, to, code) => {
		const wrong = valid.replace(from, to);
		expect(wrong).not.toBe(valid);
		const lang = (text: string, tag: string): string => text.replace('owner:', `lang: ${tag}\nowner:`);
		for (const [en, zh] of [
			[wrong, valid],
			[valid, wrong],
		] as const) {
			const { findings } = checkProject(versions(lang(en, 'en'), lang(zh, 'zh-CN')));
			const codes = findings.map((finding) => finding.code);
			expect(codes.filter((each) => each !== 'MS502')).toEqual([code]);
		}
	});
});
