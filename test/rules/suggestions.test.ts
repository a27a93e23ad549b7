import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../src/model/wording.ts';
import { processExample, runbookExample } from '../../src/rules/example-documents.ts';
import { wrongType } from '../../src/rules/frontmatter/wrong-type.ts';
import { checkProject } from './mini-project.ts';

function suggested(code: string, files: Readonly<Record<string, string>>): string[] {
	const finding = checkProject(files).findings.find((each) => each.code === code);
	return finding?.suggestions?.map(({ value }) => value) ?? [];
}

describe('the nearest valid value', () => {
	test('of a key, a value and a term', () => {
		expect(suggested('MS102', { 'docs/a.md': runbookExample('impct: none') })[0]).toBe('impact');
		expect(suggested('MS103', { 'docs/a.md': runbookExample('status: aproved') })).toEqual(['approved']);
		const settings = 'roles: {it-support: {en: IT support}, dba: {en: DBA}}\n';
		const files = {
			'mainstay.yaml': settings,
			'docs/a.md': runbookExample().replace('it-support', 'it-suport'),
		};
		expect(suggested('MS106', files)).toEqual(['it-support']);
	});

	test('of a path: the moved file first, as the writer would write it', () => {
		const files = {
			'docs/guides/start.md': '# Start\n\n[x](stock.md#check)\n',
			'docs/runbooks/my stock.md': '# S\n',
			'docs/runbooks/stock.md': '# Stock\n',
		};
		expect(suggested('MS201', files)[0]).toBe('../runbooks/stock.md');
	});

	test('of a path as Windows, a Chinese keyboard or a sentence writes it, and of web addresses', () => {
		const link = (target: string) => ({
			'docs/a.md': `# A\n\n[x](${target})\n`,
			'docs/guides/stock.md': '# Stock\n\n## Check\n',
		});
		expect(suggested('MS201', link('guides\\stock.md#check'))).toEqual(['guides/stock.md#check']);
		expect(suggested('MS201', link('guides/stock.md＃check'))).toEqual(['guides/stock.md#check']);
		expect(suggested('MS201', link('guides/stock.md。'))).toEqual(['guides/stock.md']);
		expect(suggested('MS201', link('www.example.com/stock'))).toEqual(['https://www.example.com/stock']);
		expect(suggested('MS204', link('www.example.com'))).toEqual(['https://www.example.com']);
		expect(suggested('MS208', link('htps://example.com/a'))).toEqual(['https://example.com/a']);
		expect(suggested('MS208', link('http:/example.com'))).toEqual(['http://example.com']);
		expect(suggested('MS208', link('javascript:alert(1)'))).toEqual([]);
	});

	test('of an id, an anchor, a picture and a step', () => {
		const body = '\n## Diagnosis\n\n[x](kb:RB-INV-0043)\n\n::::step{#look}\n### Look\n::::\n';
		const related = runbookExample('status: draft', body, 'RB-INV-0010');
		expect(suggested('MS201', { 'docs/a.md': runbookExample(), 'docs/b.md': related })[0]).toBe(
			'kb:RB-INV-0042',
		);
		expect(suggested('MS202', { 'docs/a.md': '# A\n\n[x](#nxet)\n\n## Next\n' })).toEqual(['#next']);
		expect(suggested('MS204', { 'docs/a.md': '# A\n\n![x](meun.png)\n', 'docs/i/menu.png': '' })).toEqual([
			'i/menu.png',
		]);
		const steps =
			'steps:\n  - {id: order, name: O, type: start, next: doen}\n  - {id: done, name: D, type: end}';
		expect(suggested('MS311', { 'docs/p.md': processExample(steps) })).toEqual(['done']);
	});

	test('a file whose name holds what ends a path, encoded', () => {
		const files = {
			'docs/in/a#b.md': '# AB\n',
			'docs/in/c.md': '# C\n',
			'docs/in/c#d.md': '# CD\n',
			'docs/in/why?.md': '# Why\n\n## So\n',
			'docs/in/p#1.png': '',
		};
		const of = (code: string, target: string) =>
			suggested(code, { ...files, 'docs/index.md': `# I\n\n${target}\n` });
		expect(of('MS201', '[x](in/a#b.md)')).toEqual(['in/a%23b.md']);
		expect(of('MS201', '[x](/in/a#b.md)')).toEqual(['in/a%23b.md']);
		expect(of('MS201', '[x](in/why?.md#so)')).toEqual(['in/why%3F.md#so']);
		expect(of('MS202', '[x](in/c#d.md)')).toEqual(['in/c%23d.md']);
		expect(of('MS204', '![x](in/p#1.png)')).toEqual(['in/p%231.png']);
	});

	test('no far-fetched ones: a name that many files have counts nearby only', () => {
		const licences = ['a', 'b', 'c', 'd'].map((name) => [`docs/${name}/x/LICENSE.md`, '# L\n']);
		const files = { ...Object.fromEntries(licences), 'docs/e/f/readme.md': '# R\n\n[l](LICENSE)\n' };
		expect(suggested('MS201', files)).toEqual([]);
	});
});

test('what a field takes is said to readers of Taiwan in their script', () => {
	const said = (expected: string) =>
		wordsIn(wrongType.message, 'zh-TW')({ path: 'x', expected, received: '数字', slip: '' });
	expect(said('number ≥ 0')).toContain('應為：不小於 0 的數字。現在是 `数字`');
	expect(said('[key of modules]')).toContain('`modules` 的鍵組成的列表，例如 `[a, b]`');
	expect(said('甲类 | 乙类')).toContain('應為：甲类、乙类 之一');
});

test('what a field takes is said in words, not in a notation', () => {
	const said = (expected: string) =>
		wordsIn(wrongType.message, 'en')({ path: 'x', expected, received: 'null', slip: '' });
	expect(said('[text]')).toContain('takes a list of texts, e.g. `[a, b]`');
	expect(said('step id | [{to, when}]')).toContain(
		'a step id such as `check-credit` or a list whose entries',
	);
	expect(said('{key: error | off}')).toContain('takes lines `key: value` below it');
	expect(said('YYYY-MM-DD')).toContain('takes YYYY-MM-DD,');
});
