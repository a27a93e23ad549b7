import { describe, expect, it } from 'vitest';
import { gateDiagnostics } from '../../../src/gate/findings.ts';
import { checkIncludes, sourceOfFence } from '../../../src/gate/includes.ts';
import { checkChanges } from '../../../src/gate/index.ts';
import type { ChangeSet, Document, FileChange, Finding } from '../../../src/model/index.ts';
import { checkProject } from '../../rules/mini-project.ts';

function note(
	extra: string,
	id = 'DN-SAL-0001',
	body = '\n## Purpose\n\nWhy.\n\n## How it works\n\n`hold.py` decides.\n',
): string {
	return `---
id: ${id}
kind: dev-note
title: Credit hold
owner: developer
wricef: enhancement
objects: [{type: DocType, name: Credit Release}]
technique: exit
standardGap: g
upgrade: {risk: low}
${extra}
---
${body}`;
}

const CODE = 'code: [{path: "src/**/*.py"}]';

function change(path: string, rest: Partial<FileChange> = {}): FileChange {
	const lines = [{ first: 2, last: 3 }];
	return { path, status: 'modified', lines, oldLines: lines, content: true, ...rest };
}

function gate(
	files: Readonly<Record<string, string>>,
	changed: readonly FileChange[],
	rest: Partial<ChangeSet> = {},
	texts: Readonly<Record<string, readonly [before: string, now: string]>> = {},
	former: readonly Document[] = [],
) {
	const { graph } = checkProject(files);
	const changes: ChangeSet = {
		revision: 'main',
		base: '0123456789abcdef',
		top: '/repo',
		prefix: '',
		names: ['custom-ops'],
		files: changed,
		waivers: [],
		commits: 1,
		...rest,
	};
	const read = {
		now: (path: string) => texts[path]?.[1] ?? 'a\nbb\nccc\n',
		before: (path: string) => texts[path]?.[0],
	};
	return checkChanges(graph, changes, read, { former });
}

function shown(findings: readonly Finding[]): string[] {
	return findings.map(({ code, file, range: { start } }) => `${code} ${file}:${start.line}:${start.column}`);
}

describe('code without its note', () => {
	it('is found at the changed lines, with the note and its section', () => {
		const { findings } = gate({ 'docs/n.md': note(CODE) }, [change('src/sales/hold.py')]);
		expect(shown(findings)).toEqual(['MS560 src/sales/hold.py:2:1']);
		const [finding] = findings;
		expect(finding?.range.end).toEqual({ line: 3, column: 4 });
		expect(finding?.params).toMatchObject({ id: 'DN-SAL-0001', lines: '2-3', section: 'How it works' });
		expect(finding?.related?.map(({ message, range }) => [message, range.start.line])).toEqual([
			['DN-SAL-0001', 11],
			['How it works', 18],
		]);
	});

	it('is nothing when the note, or a translation of it, changed too', () => {
		const files = {
			'mainstay.yaml': 'languages: [en, zh-CN]\n',
			'docs/n.md': note(CODE),
			'docs/n.zh-CN.md': note(CODE),
		};
		const code = change('src/hold.py');
		expect(gate(files, [code, change('docs/n.md')]).findings).toEqual([]);
		expect(shown(gate(files, [code, change('docs/n.md', { content: false })]).findings)).toHaveLength(1);
		expect(gate(files, [code, change('docs/n.zh-CN.md')]).findings).toEqual([]);
	});

	it('asks nothing for other code, for modes, and for notes that are history', () => {
		expect(gate({ 'docs/n.md': note(CODE) }, [change('src/hold.js')]).findings).toEqual([]);
		expect(
			gate({ 'docs/n.md': note(CODE) }, [change('src/hold.py', { content: false, lines: [] })]).findings,
		).toEqual([]);
		expect(gate({ 'docs/n.md': note(`${CODE}\nstatus: retired`) }, [change('src/hold.py')]).findings).toEqual(
			[],
		);
	});

	it('stands in the note when the file is gone, and at the file when it left what the note covers', () => {
		const gone = change('src/hold.py', { status: 'deleted', lines: [] });
		expect(shown(gate({ 'docs/n.md': note(CODE) }, [gone]).findings)).toEqual(['MS560 docs/n.md:11:8']);
		const moved = change('lib/hold.py', {
			oldPath: 'src/hold.py',
			status: 'renamed',
			lines: [],
			content: false,
		});
		expect(shown(gate({ 'docs/n.md': note(CODE) }, [moved]).findings)).toEqual(['MS560 lib/hold.py:1:1']);
		const within = { ...moved, path: 'src/sales/hold.py' };
		expect(gate({ 'docs/n.md': note(CODE) }, [within]).findings).toEqual([]);
	});

	it('works from a folder of the repository, with paths from either root', () => {
		for (const path of ['src/hold.py', '../src/hold.py', 'src', '/src/']) {
			const { findings } = gate({ 'docs/n.md': note(`code: [{path: "${path}"}]`) }, [change('src/hold.py')], {
				prefix: 'kb/',
			});
			expect([path, ...shown(findings)]).toEqual([path, 'MS560 ../src/hold.py:2:1']);
		}
		const own = gate({ 'docs/n.md': note('code: [{path: "own/x.py"}]') }, [change('kb/own/x.py')], {
			prefix: 'kb/',
		});
		expect(shown(own.findings)).toEqual(['MS560 own/x.py:2:1']);
	});

	it('leaves other repositories aside, and says so', () => {
		const files = {
			'docs/n.md': note('code: [{path: "src/**", repo: other-app}, {path: "lib/**", repo: Custom-Ops}]'),
		};
		const { findings, scope } = gate(files, [change('src/hold.py'), change('lib/hold.py')]);
		expect(shown(findings)).toEqual(['MS560 lib/hold.py:2:1']);
		expect(scope.elsewhere).toEqual([{ repo: 'other-app', notes: ['DN-SAL-0001'] }]);
	});

	it('looks at a symbol or a region alone', () => {
		const before = 'def hold():\n    return 1\n\ndef other():\n    return 1\n';
		const files = { 'docs/n.md': note('code: [{path: src/hold.py, symbol: hold}]') };
		const lines = [{ first: 5, last: 5 }];
		const other = { 'src/hold.py': [before, before.replace(/1\n$/, '2\n')] as const };
		expect(gate(files, [change('src/hold.py', { lines })], {}, other).findings).toEqual([]);
		const own = { 'src/hold.py': [before, before.replace('1', '3')] as const };
		const found = gate(files, [change('src/hold.py', { lines: [{ first: 2, last: 2 }] })], {}, own).findings;
		expect(shown(found)).toEqual(['MS560 src/hold.py:2:1']);
		expect(found[0]?.params).toMatchObject({ part: 'hold', lines: '2' });
		const marked = '# mainstay:begin a\n1\n# mainstay:end a\n2\n';
		const region = { 'docs/n.md': note('code: [{path: src/x.rb, region: a}]') };
		const texts = (now: string) => ({ 'src/x.rb': [marked, now] as const });
		expect(gate(region, [change('src/x.rb')], {}, texts(marked.replace('2', '3'))).findings).toEqual([]);
		expect(gate(region, [change('src/x.rb')], {}, texts(marked.replace('1', '3'))).findings).toHaveLength(1);
		expect(gate(region, [change('src/x.rb')], {}, texts('2\n')).findings).toHaveLength(1);
	});

	it('finds objects by the names that files have', () => {
		const objects = (name: string) => ({
			'docs/n.md': note('').replace('name: Credit Release', `name: "${name}"`),
		});
		for (const [name, path] of [
			['Credit Release', 'app/doctype/credit_release/credit_release.json'],
			['ZCL_HOLD', 'src/zcl_hold.clas.abap'],
			['/ACME/CL_HOLD', 'src/#acme#cl_hold.clas.abap'],
			['custom.sales.hold', 'apps/custom/sales/hold.py'],
		] as const) {
			expect([name, ...shown(gate(objects(name), [change(path)]).findings)]).toEqual([
				name,
				`MS560 ${path}:2:1`,
			]);
		}
		const fixture =
			'[\n {\n  "name": "Order-hold",\n  "type": "Check"\n },\n {\n  "name": "Order-other"\n }\n]\n';
		const texts = (now: string) => ({ 'fixtures/field.json': [fixture, now] as const });
		const json = (now: string) =>
			gate(objects('Order-hold'), [change('fixtures/field.json')], {}, texts(now)).findings;
		expect(json(fixture.replace('Check', 'Data'))).toHaveLength(1);
		expect(json(fixture.replace('Order-other', 'Order-more'))).toEqual([]);
		expect(gate(objects('Hold'), [change('src/holder.py')]).findings).toEqual([]);
	});
});

describe('a waiver', () => {
	const files = { 'docs/n.md': note(CODE) };
	const waivers = (id: string, reason: string) => ({
		waivers: [{ commit: 'abc1234', subject: 'Tidy', id, reason }],
	});

	it('is reported with its reason', () => {
		const { findings, scope } = gate(
			files,
			[change('src/hold.py')],
			waivers('DN-SAL-0001', 'only a formatter'),
		);
		expect(shown(findings)).toEqual(['MS563 src/hold.py:2:1']);
		expect(scope.waived).toEqual([{ id: 'DN-SAL-0001', reason: 'only a formatter', commit: 'abc1234' }]);
	});

	it('without a reason, or for nothing that exists, waives nothing', () => {
		for (const [id, reason, code] of [
			['DN-SAL-0001', '', 'MS561'],
			['DN-SAL-0001', '...', 'MS561'],
			['DN-SAL-0002', 'reason', 'MS562'],
		] as const) {
			const { findings } = gate(files, [change('src/hold.py')], waivers(id, reason));
			expect(shown(findings)).toEqual(['MS560 src/hold.py:2:1', `${code} :1:1`]);
		}
		const { findings } = gate(files, [], waivers('DN-SAL-0002', 'r'));
		expect(findings[0]?.suggestions).toEqual([{ value: 'DN-SAL-0001' }]);
	});

	it('under a misspelt name waives nothing, and says in which commit', () => {
		const [waiver] = waivers('DN-SAL-0001', 'reason').waivers;
		const { findings } = gate(files, [change('src/hold.py')], {
			waivers: waiver ? [{ ...waiver, misspelt: 'Docs-Waver' }] : [],
		});
		expect(shown(findings)).toEqual(['MS560 src/hold.py:2:1', 'MS566 :1:1']);
		expect(findings[1]?.params).toMatchObject({ commit: 'abc1234', subject: 'Tidy', key: 'Docs-Waver' });
	});
});

describe('code that moves', () => {
	const files = { 'docs/n.md': note('code: [{path: src/hold.py, symbol: hold}]') };
	const moved = change('lib/hold.py', {
		status: 'renamed',
		oldPath: 'src/hold.py',
		content: false,
		lines: [],
	});

	it('is said to have moved, where from and where to', () => {
		const { findings } = gate(files, [moved]);
		expect(shown(findings)).toEqual(['MS560 lib/hold.py:1:1']);
		expect(findings[0]?.params).toMatchObject({
			path: 'src/hold.py',
			change: 'was moved to `lib/hold.py`',
			section: '',
		});
		const changed = gate(files, [{ ...moved, content: true, lines: [{ first: 2, last: 2 }] }]).findings;
		expect(changed[0]?.params).toEqual(findings[0]?.params);
	});

	it('is asked for in the entry of a note that changed otherwise', () => {
		const { findings } = gate(files, [moved, change('docs/n.md')]);
		expect(shown(findings)).toEqual(['MS567 docs/n.md:11:15']);
		expect(findings[0]?.suggestions).toEqual([{ value: 'lib/hold.py' }]);
		const deleted = change('src/hold.py', { status: 'deleted', lines: [] });
		expect(shown(gate(files, [deleted, change('docs/n.md')]).findings)).toEqual(['MS567 docs/n.md:11:15']);
		expect(
			gate({ 'docs/n.md': note('code: [{path: "src/**"}]') }, [deleted, change('docs/n.md')]).findings,
		).toEqual([]);
	});

	it('makes what is said about a part of it concern the change', () => {
		const at = {
			file: 'docs/n.md',
			range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
			params: {},
		};
		const { concerns } = gate(files, [change('src/hold.py')]);
		expect(concerns({ code: 'MS572', ...at })).toBe(true);
		expect(concerns({ code: 'MS420', ...at })).toBe(false);
	});
});

describe('tests that a note names', () => {
	const files = { 'docs/n.md': note(`${CODE}\ntests: ["sales/test_hold.py::test_a", "by hand: try it"]`) };

	it('must be there', () => {
		const gone = change('apps/sales/test_hold.py', { status: 'deleted', lines: [] });
		expect(shown(gate(files, [gone]).findings)).toEqual(['MS564 docs/n.md:12:9']);
	});

	it('are not asked for when code only moves', () => {
		const moved = change('src/new.py', {
			status: 'renamed',
			oldPath: 'src/hold.py',
			content: false,
			lines: [],
		});
		expect(gate(files, [moved, change('docs/n.md')]).findings).toEqual([]);
	});

	it('are asked for when code changes without any of them', () => {
		const code = [change('src/hold.py'), change('docs/n.md')];
		expect(shown(gate(files, code).findings)).toEqual(['MS565 docs/n.md:12:9']);
		expect(gate(files, [...code, change('apps/sales/test_hold.py')]).findings).toEqual([]);
	});
});

describe('a note that a change deletes', () => {
	const former = [
		...checkProject({
			'mainstay.yaml': 'languages: [en, zh-CN]\n',
			'docs/n.md': note(CODE),
			'docs/n.zh-CN.md': note(CODE),
		}).graph.nodes.values(),
	];
	const code = change('src/hold.py');
	const deleted = change('docs/n.md', { status: 'deleted', lines: [] });
	const judged = (changed: readonly FileChange[], rest: Partial<ChangeSet> = {}, files = {}) =>
		gate({ 'docs/a.md': '# A\n', ...files }, [deleted, ...changed], rest, {}, former);

	it('is told once of each file of code that changed and stays, in whatever languages it was', () => {
		expect(former).toHaveLength(2);
		expect(shown(judged([code]).findings)).toEqual(['MS569 src/hold.py:2:1']);
		expect(judged([]).findings).toEqual([]);
		expect(judged([{ ...code, status: 'deleted', lines: [] }]).findings).toEqual([]);
	});

	it('is waived like any other, and the scope says so', () => {
		const waiver = { commit: 'abc', subject: 's', id: 'DN-SAL-0001', reason: 'The code goes next week.' };
		const { findings, scope } = judged([code], { waivers: [waiver] });
		expect(shown(findings)).toEqual(['MS563 src/hold.py:2:1']);
		expect(scope.waived).toEqual([{ id: 'DN-SAL-0001', reason: waiver.reason, commit: 'abc' }]);
	});

	it('may leave its code to another one', () => {
		const other = { 'docs/o.md': note(CODE).replace('DN-SAL-0001', 'DN-SAL-0002') };
		expect(shown(judged([code, change('docs/o.md')], {}, other).findings)).toEqual([]);
	});
});

it('what a change can affect: the document, who refers to it, who referred to what is gone', () => {
	const files = {
		'docs/a.md': '# A\n\n[b](b.md)\n',
		'docs/b.md': '# B\n',
		'docs/c.md': '# C\n\n[gone](gone.md)\n',
		'docs/d.md': '# D\n',
		'docs/e.md': '# E\n\n[id](kb:RB-X-0001) [own](#none)\n',
	};
	const at = (file: string) => ({
		code: 'MS201',
		file,
		range: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
		params: {},
	});
	const concerned = (changed: readonly FileChange[]) => {
		const { concerns } = gate(files, changed);
		return Object.keys(files).filter((file) => concerns(at(file)));
	};
	expect(concerned([change('docs/b.md')])).toEqual(['docs/a.md', 'docs/b.md']);
	expect(concerned([change('docs/gone.md', { status: 'deleted' })])).toEqual(['docs/c.md', 'docs/e.md']);
	expect(concerned([change('other/Gone.txt', { status: 'renamed', oldPath: 'docs/gone.md' })])).toEqual([
		'docs/c.md',
		'docs/e.md',
	]);
	expect(concerned([change('docs/other.md', { status: 'deleted' })])).toEqual(['docs/e.md']);
	expect(concerned([change('src/x.py', { status: 'deleted' })])).toEqual([]);
	expect(concerned([change('src/x.py')])).toEqual([]);
	expect(concerned([change('mainstay.yaml')])).toEqual(Object.keys(files));
});

describe('a block that names its source', () => {
	const SOURCE =
		'x = 1\n\n    # mainstay:begin check\n    def hold():\n        return 1\n    # mainstay:end check\n';
	function check(
		fence: string,
		read = (path: string): string | undefined => (path === 'src/hold.py' ? SOURCE : undefined),
	): Finding[] {
		const { graph, config } = checkProject({ 'mainstay.yaml': 'title: t\n', 'docs/a.md': `# A\n\n${fence}` });
		return checkIncludes(graph, config, read);
	}
	const fence = (meta: string, text: string) => `\`\`\`python ${meta}\n${text}\`\`\`\n`;

	it('is the same but for indentation and markers', () => {
		expect(check(fence('file=src/hold.py region=check', 'def hold():\n    return 1\n'))).toEqual([]);
		expect(check(fence('file=src/hold.py symbol=hold', 'def hold():\n    return 1\n'))).toEqual([]);
		expect(check(fence('file="src/hold.py"', 'x = 1\n\n    def hold():\n        return 1\n'))).toEqual([]);
		expect(check(fence('title=hold.py', 'other\n'))).toEqual([]);
	});

	it('is found at the first line that differs, and can be mended', () => {
		const [finding] = check(fence('file=src/hold.py region=check', 'def hold():\n    return 2\n'));
		expect(finding).toMatchObject({
			code: 'MS570',
			range: { start: { line: 5, column: 1 }, end: { line: 5, column: 13 } },
			params: { added: 1, removed: 1, first: 'return 1', place: 'src/hold.py:4-5' },
			fix: [
				{
					newText: 'def hold():\n    return 1\n',
					range: { start: { line: 4, column: 1 }, end: { line: 6, column: 1 } },
				},
			],
		});
		expect(check(fence('file=src/hold.py region=check', ''))[0]?.fix?.[0]).toMatchObject({
			range: { start: { line: 4, column: 1 }, end: { line: 4, column: 1 } },
		});
		expect(check(`- x\n\n  ${fence('file=src/hold.py', 'y\n  ').trimEnd()}\n`)[0]).not.toHaveProperty('fix');
	});

	it('must have it', () => {
		expect(shown(check(fence('file=gone.py', 'x\n')))).toEqual(['MS571 docs/a.md:3:1']);
		const [finding] = check(fence('file=src/hold.py region=chek', 'x\n'));
		expect(finding).toMatchObject({ code: 'MS572', suggestions: [{ value: 'check' }] });
		expect(shown(check(fence('file=src/hold.py symbol=gone', 'x\n')))).toEqual(['MS572 docs/a.md:3:1']);
	});

	it('must have it closed, and once', () => {
		const region = (text: string): Finding[] =>
			check(fence('file=src/hold.py region=check', 'x\n'), () => text);
		const [open] = region('x\n# mainstay:begin check\n# mainstay:end chek\n');
		expect(open).toMatchObject({ code: 'MS572', params: { line: 2 } });
		expect(open).not.toHaveProperty('suggestions');
		const twice = '# mainstay:begin check\n# mainstay:end check\n';
		expect(region(twice + twice)).toMatchObject([{ code: 'MS568', params: { line: 3 } }]);
	});

	it('is not asked for in a document that is history', () => {
		const { graph, config } = checkProject({
			'mainstay.yaml': 'title: t\n',
			'docs/n.md': note('status: retired', 'DN-SAL-0001', `\n${fence('file=gone.py', 'x\n')}`),
		});
		expect(checkIncludes(graph, config, () => undefined)).toEqual([]);
	});

	it('is told which symbol may be meant', () => {
		const text = 'class Hold:\n    def release(self):\n        rilease = 1\n';
		const [finding] = check(fence('file=src/hold.py symbol=Hold.relaese', 'x\n'), () => text);
		expect(finding).toMatchObject({
			params: { languages: '' },
			suggestions: [{ value: 'Hold.release' }, { value: 'Hold.rilease' }],
		});
	});

	it('is read from the words after the language', () => {
		expect(sourceOfFence('file="a b.py" region=x')).toEqual({ file: 'a b.py', region: 'x' });
		expect(sourceOfFence('{1,2} profile=x')).toBeUndefined();
	});

	it('and so must the parts of code entries', () => {
		const { graph, config } = checkProject({
			'mainstay.yaml': 'title: t\n',
			'docs/n.md': note(
				'code: [{path: src/hold.py, symbol: gone}, {path: src/hold.py, region: check}, {path: x.py, symbol: y}]',
			),
		});
		expect(
			shown(checkIncludes(graph, config, (path) => (path === 'src/hold.py' ? SOURCE : undefined))),
		).toEqual(['MS572 docs/n.md:11:36']);
	});
});

it('every finding has a message in both languages', () => {
	for (const { message, code } of gateDiagnostics) {
		const params = new Proxy({}, { get: (_, key) => (key === 'type' ? 'region' : 'X'), has: () => true });
		expect([code, message.en(params), message['zh-CN'](params)].join()).not.toMatch(/undefined/);
	}
});
