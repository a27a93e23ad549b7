import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { filledText, fillPlaces } from '../../../../src/site/scripts/run/fill/index.ts';

const NAME = /\{\{(\w+)\}\}/;

/** The command with every placeholder filled with `value`; undefined when a place refused it. */
function fill(template: string, lang: string, value: string): string | undefined {
	const parts = template.split(NAME);
	const pieces = parts.filter((_, index) => index % 2 === 0);
	const names = parts.filter((_, index) => index % 2 === 1);
	const places = fillPlaces(pieces, names, lang, () => value);
	return places.every(({ state }) => state === 'filled') ? filledText(pieces, places) : undefined;
}

/** Values that hurt: quotes, operators and scripts of several languages, without control characters. */
const nasty = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				...`'"\`\\$(){}[];|&<>#!*?~-/ =%,:@^`,
				"'; DROP TABLE x; --",
				'$(id)',
				'`id`',
				'$' + '{HOME}',
				'--',
				'*/',
				']]>',
				'-->',
				'‘',
				'”',
				"\\'",
				'é',
				'仓库',
				'😀',
			),
			fc.string({ unit: 'grapheme', maxLength: 4 }),
		),
		{ minLength: 1, maxLength: 12 },
	)
	.map((parts) => parts.join(''))
	.filter(
		(value) => !/[\p{Cc}\u2028\u2029\ufffe\uffff]/u.test(value) && value.isWellFormed() && value !== '',
	);

describe('shell', () => {
	const sh = (command: string): string => execFileSync('sh', ['-c', command], { encoding: 'utf8' });

	test.each([
		["printf %s '{{x}}'", ''],
		['printf %s "{{x}}"', ''],
		['printf %s {{x}}', ''],
		['printf %s "Hello {{x}} and more"', 'Hello '],
		["printf %s 'pre {{x}} post'", 'pre '],
		['printf %s a{{x}}b', 'a'],
		['# don\'t stop\nprintf %s "{{x}}" # it\'s {{x}}', ''],
		['printf %s "$(printf %s {{x}})"', ''],
		['printf %s $(printf %s \'b\') "{{x}}"', 'b'],
	])('%s gives sh the very value', (template) => {
		fc.assert(
			fc.property(nasty, (value) => {
				const command = fill(template, 'bash', value);
				if (command === undefined) return;
				// What the shell prints for a value that needs no escaping shows where the value belongs.
				const frame = sh(fill(template, 'bash', 'zzz') ?? '');
				expect(sh(command)).toBe(
					frame.replace('zzz', () => value).replace(/\n+$/, template.includes('$(') ? '' : '$&'),
				);
			}),
			{ numRuns: 40 },
		);
	});

	test('takes every value in quotes, and outside them all but an option', () => {
		for (const value of [`a'b`, 'a"b', '$(id)', '`id`', 'a b', '!x', '\\']) {
			for (const template of ["x '{{x}}'", 'x "{{x}}"', 'x {{x}}']) {
				expect(fill(template, 'sh', value), `${template} ${value}`).toBeDefined();
			}
		}
		expect(fill('rm {{x}}', 'sh', '-rf')).toBeUndefined();
		expect(fill('echo "{{x}}"', 'bash', '!!')).toBe(`echo ""'!'""'!'""`);
	});

	test('a program inside a text takes no quote of its own, and nothing but names outside its quotes', () => {
		const kwargs = `bench --kwargs "{'item': '{{x}}', 'only': True}"`;
		expect(fill(kwargs, 'bash', '原料仓 - MS')).toContain("'原料仓 - MS'");
		expect(fill(kwargs, 'bash', "a', 'b")).toBeUndefined();
		expect(fill(kwargs, 'bash', '$(id)')).toContain('\\$(id)');
		expect(fill('mysql -e "KILL {{x}}"', 'bash', '12')).toBe('mysql -e "KILL 12"');
		expect(fill('mysql -e "KILL {{x}}"', 'bash', '12; DROP TABLE a')).toBeUndefined();
		expect(fill("sh -c 'rm {{x}}'", 'bash', 'a b')).toBeUndefined();
	});

	test('here-documents, arithmetic and expansions', () => {
		expect(fill("cat <<EOF\n'{{x}}'\nEOF\n", 'sh', '$(id)')).toContain('\\$(id)');
		expect(fill("cat <<'EOF'\n'{{x}}'\nEOF\necho {{x}}", 'sh', 'a b')).toBe(
			"cat <<'EOF'\n'a b'\nEOF\necho 'a b'",
		);
		expect(fill('echo $(({{x}}+1))', 'sh', '3')).toBe('echo $((3+1))');
		expect(fill('echo $(({{x}}+1))', 'sh', 'a[$(id)]')).toBeUndefined();
		expect(fill('echo $' + '{a:-{{x}}}', 'sh', '$(id)')).toBeUndefined();
		expect(fill('echo `{{x}}`', 'sh', ';id')).toBeUndefined();
	});
});

/** MariaDB's reading of one literal that the text begins with; undefined when more follows it. */
function sqlLiteral(text: string, backslash: boolean): string | undefined {
	const quote = text[0] ?? '';
	let value = '';
	for (let at = 1; at < text.length; at++) {
		const char = text[at] ?? '';
		if (char === '\\' && backslash) value += text[++at] ?? '';
		else if (char === quote && text[at + 1] === quote) {
			value += quote;
			at++;
		} else if (char === quote) return at === text.length - 1 ? value : undefined;
		else value += char;
	}
	return undefined;
}

describe('SQL', () => {
	test.each([
		["'{{x}}'", 'sql', true],
		['"{{x}}"', 'mariadb', true],
		["'{{x}}'", 'postgresql', false],
		['`{{x}}`', 'sql', false],
	])('%s is one literal with the very value in %s', (template, lang, backslash) => {
		fc.assert(
			fc.property(nasty, (value) => {
				expect(sqlLiteral(fill(template, lang, value) ?? '', backslash)).toBe(value);
			}),
		);
	});

	test('outside quotes only a number or a plain name', () => {
		expect(fill('KILL {{x}};', 'sql', '48213')).toBe('KILL 48213;');
		expect(fill('SELECT * FROM {{x}}', 'sql', 'tabBin')).toBeDefined();
		for (const value of ['1 OR 1=1', '1;', "1'", '1--', 'a.b', '2026-09-01', '0x41']) {
			expect(fill('KILL {{x}};', 'sql', value), value).toBeUndefined();
		}
		expect(fill('SELECT 1 -{{x}}', 'sql', '-1')).toBeUndefined();
	});

	test('quotes in comments do not open a text', () => {
		expect(fill("-- don't\nSELECT '{{x}}'", 'sql', "a'b")).toBe("-- don't\nSELECT 'a''b'");
		expect(fill("/* don't */ SELECT '{{x}}'", 'sql', "a'b")).toContain("'a''b'");
		expect(fill("# don't\nKILL {{x}}", 'sql', '1')).toBeDefined();
		expect(fill("SELECT 'it''s', '{{x}}'", 'sql', "a'b")).toContain("'a''b'");
		expect(fill("SELECT 'a\\'', '{{x}}'", 'sql', "a'b")).toContain("'a''b'");
		expect(fill("/*!40000 SELECT '{{x}}' */", 'sql', "a'b")).toBeUndefined();
		expect(fill('/* {{x}} */', 'sql', '*/ DROP')).toBeUndefined();
	});
});

describe('XML and HTML', () => {
	test.each([
		['<a>{{x}}</a>', (dom: Document) => dom.documentElement.textContent],
		['<a b="{{x}}"/>', (dom: Document) => dom.documentElement.getAttribute('b')],
		["<a b='{{x}}'/>", (dom: Document) => dom.documentElement.getAttribute('b')],
		["<!-- don't --><a>{{x}}</a>", (dom: Document) => dom.documentElement.textContent],
	])('%s parses back to the value', (template, read) => {
		fc.assert(
			fc.property(nasty, (value) => {
				const xml = fill(template, 'xml', value) ?? '';
				const dom = new JSDOM(xml, { contentType: 'text/xml' }).window.document;
				expect(read(dom)).toBe(value);
			}),
			{ numRuns: 30 },
		);
	});

	test('element names, comments and scripts take only names', () => {
		expect(fill('<{{x}}/>', 'xml', 'a b="c"')).toBeUndefined();
		expect(fill('<!-- {{x}} -->', 'xml', '--><b>')).toBeUndefined();
		expect(fill('<script>f("{{x}}")</script>', 'html', '");alert(1)//')).toBeUndefined();
	});
});

describe('data and scripts', () => {
	test('JSON parses back', () => {
		fc.assert(
			fc.property(nasty, (value) => {
				expect(JSON.parse(fill('{"a": "x {{v}}", "b": [1]}', 'json', value) ?? '')).toEqual({
					a: `x ${value}`,
					b: [1],
				});
				const bare = JSON.parse(fill('{"a": {{v}}}', 'json', value) ?? '') as { a: unknown };
				expect(String(bare.a)).toBe(typeof bare.a === 'string' ? value : String(JSON.parse(value)));
			}),
		);
		expect(fill('{"n": {{v}}}', 'json', '12')).toBe('{"n": 12}');
		expect(fill('{"n": {{v}}0}', 'json', '"a"')).toBeUndefined();
	});

	test('YAML parses back', () => {
		fc.assert(
			fc.property(nasty, (value) => {
				for (const template of ['a: {{v}}', "a: '{{v}}'", 'a: "{{v}}"', '- {{v}}', 'a: [{{v}}]']) {
					const read = parseYaml(fill(template, 'yaml', value) ?? '') as { a?: unknown };
					const [found] = Object.values(read).flat();
					expect(String(found), template).toBe(typeof found === 'string' ? value : String(Number(value)));
				}
			}),
		);
		expect(fill('a: {{v}}', 'yaml', 'no')).toBe('a: "no"');
		expect(fill('a: {{v}}', 'yaml', '8080')).toBe('a: 8080');
		expect(fill('a: |\n  echo {{v}}\n', 'yaml', '$(id)')).toBeUndefined();
	});

	test('JavaScript reads back', () => {
		for (const template of ["'{{v}}'", '"{{v}}"', '`{{v}}`', '({{v}})']) {
			fc.assert(
				fc.property(nasty, (value) => {
					const code = fill(template, 'js', value);
					expect(String(new Function(`return ${code}`)())).toBe(value);
				}),
				{ numRuns: 50 },
			);
		}
		expect(fill('`$' + '{ {{v}} }`', 'js', 'a()')).toBeUndefined();
	});

	test('Python reads back', () => {
		const values = ["a'b", 'a"b', '\\', 'a\\', "'''", '{x}', '#', '仓'];
		const lines = values.flatMap((value) =>
			["'{{v}}'", '"{{v}}"', "'''{{v}}'''", "f'{{v}}'", '({{v}})'].map((template) => ({
				value,
				code: fill(template, 'python', value),
			})),
		);
		for (const { code } of lines) expect(code).toBeDefined();
		expect(fill("frappe.get_doc('{{v}}')", 'python', "a'); import os; ('")).toBe(
			"frappe.get_doc('a\\'); import os; (\\'')",
		);
		expect(fill('frappe.db.sql("select \'{{v}}\'")', 'python', "a' or '1")).toBeUndefined();
		expect(fill("r'{{v}}'", 'python', "'")).toBeUndefined();
		expect(fill('frappe.{{v}}()', 'python', 'a;b')).toBeUndefined();
	});

	test('PowerShell doubles quotes and disarms $', () => {
		expect(fill("Get-Item '{{v}}'", 'powershell', "a'b")).toBe("Get-Item 'a''b'");
		expect(fill("Get-Item '{{v}}'", 'powershell', 'a’b')).toBe("Get-Item 'a’’b'");
		expect(fill('Get-Item "{{v}}"', 'powershell', '$(id)"`')).toBe('Get-Item "`$(id)`"``"');
		expect(fill('Get-Item {{v}}', 'powershell', 'a b;c')).toBe("Get-Item 'a b;c'");
		expect(fill('Get-Item {{v}}', 'powershell', '-Recurse')).toBeUndefined();
		expect(fill('"$({{v}})"', 'powershell', 'a;b')).toBeUndefined();
	});

	test('a language nobody knows takes no character that means something', () => {
		for (const value of ['a;b', '$(id)', 'a|b', "a'b", '`id`', 'a b', '-rf', 'a>b']) {
			expect(fill('do {{v}} now', 'abap', value), value).toBeUndefined();
		}
		expect(fill('do {{v}} now', 'abap', 'erp.example.com')).toBe('do erp.example.com now');
		expect(fill("do '{{v}}'", 'abap', '原料仓 - MS')).toBe("do '原料仓 - MS'");
		expect(fill('{{v}}', '#inline', '原料仓 (A) - MS')).toBe('原料仓 (A) - MS');
		expect(fill('curl {{v}}', '#inline', 'a;b')).toBeUndefined();
	});

	test('no language takes a line end', () => {
		for (const lang of ['sql', 'bash', 'xml', 'json', 'yaml', 'python', 'js', 'powershell', '']) {
			expect(fill("'{{v}}'", lang, 'a\nb')).toBeUndefined();
		}
	});
});
