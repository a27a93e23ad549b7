import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foreignFolder } from './folder.ts';
import { KEYS, personWith } from './terminal.ts';

const { enter, down, space, cancel } = KEYS;

describe('mainstay init on a terminal', () => {
	test('asks in the language that is chosen first, and writes what was answered', async () => {
		using folder = foreignFolder();
		const person = personWith([
			['Language', down, enter],
			['文档放在哪个目录', ...'资料', enter],
			['要哪些类型的示例', space, enter],
			['每次提交前检查吗', down, down, down, enter],
			['为哪些平台写流水线', space, down, space, enter],
			['写入编辑器设置吗', enter],
			['个文件？', enter],
		]);
		const { code, err } = await folder.run(['init'], person);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(person.shown()).toContain('已写入  mainstay.yaml');
		expect(folder.read('mainstay.yaml')).toContain('docs: 资料\n');
		expect(existsSync(join(folder.path, '资料/processes'))).toBe(false);
		expect(existsSync(join(folder.path, '资料/runbooks/negative-stock.md'))).toBe(true);
		expect(existsSync(join(folder.path, '.git/hooks/pre-commit'))).toBe(false);
		expect(existsSync(join(folder.path, '.gitlab-ci.yml'))).toBe(true);
		expect(existsSync(join(folder.path, '.github'))).toBe(false);
	});

	test('asks nothing that the command line says, and nothing at all with --yes or in a pipeline', async () => {
		using folder = foreignFolder();
		const flags = [
			'--lang',
			'en',
			'--dir',
			'docs',
			'--kinds',
			'none',
			'--hook',
			'none',
			'--ci',
			'none',
			'--no-editor',
		];
		const person = personWith([['Write 2 files?', enter]]);
		expect((await folder.run(['init', ...flags], person)).code).toBe(0);
		expect(person.shown()).not.toContain('Folder of the documents');
		const silent = personWith([]);
		expect((await folder.run(['init', '--yes'], silent)).code).toBe(0);
		expect((await folder.run(['init'], { ...personWith([]), env: { CI: 'true' } })).code).toBe(0);
		expect(silent.shown()).not.toContain('◆');
	});

	test.each([
		['at the first question', [['Language', cancel]], 'Cancelled; nothing was written.'],
		[
			'later',
			[
				['Language', down, down, enter],
				['文件放在哪個資料夾', cancel],
			],
			'已取消，沒有寫入任何檔案。',
		],
		[
			'by saying no at the end',
			[
				['Language', enter],
				['Folder of', enter],
				['which kinds', enter],
				['before every commit', enter],
				['which platforms', enter],
				['Settings for editors', enter],
				['files?', 'n'],
			],
			'Cancelled; nothing was written.',
		],
	] as const)('whoever gives up %s finds nothing written', async (_, answers, words) => {
		using folder = foreignFolder();
		const { code, err } = await folder.run(['init'], personWith(answers));
		expect({ code, err }).toEqual({ code: 2, err: `${words}\n` });
		expect(folder.snapshot().size).toBe(0);
	});

	test('a folder outside is refused at once', async () => {
		using folder = foreignFolder();
		const person = personWith([
			['Folder of', ...'../x', enter],
			['A folder inside this one', cancel],
		]);
		await folder.run(['init', '--lang', 'en'], person);
		expect(folder.snapshot().size).toBe(0);
	});
});
