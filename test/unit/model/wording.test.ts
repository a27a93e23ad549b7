import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseFor, wordsIn } from '../../../src/model/wording.ts';

const text = (zh: string): string => wordsIn({ en: 'x', 'zh-CN': zh }, 'zh-TW');
const saying = <Values extends unknown[]>(
	say: (...values: Values) => string,
): ((...values: Values) => string) => wordsIn({ en: say, 'zh-CN': say }, 'zh-TW');

describe('our own words for readers of Taiwan', () => {
	it.each([
		['没有这个文件', '沒有這個檔案'],
		['文档里的链接指向不存在的地址', '文件裡的連結指向不存在的網址'],
		['默认设置在 mainstay.yaml 中', '預設設定在 mainstay.yaml 中'],
		['运行手册没有步骤', '運行手冊沒有步驟'],
		['不认识的代码', '不認識的程式碼'],
		['解释 MS201 这样的代码', '解釋 MS201 這樣的代碼'],
		['只能写“项目”内的目录', '只能寫「專案」內的目錄'],
		['请写 `“a”`', '請寫 `“a”`'],
		['权限由审批人给出', '權限由簽核人給出'],
	])('%s', (simplified, traditional) => {
		expect(text(simplified)).toBe(traditional);
	});

	it('are what is written in the two other languages', () => {
		const words = { en: 'No file', 'zh-CN': '没有文件' };
		expect([wordsIn(words, 'en'), wordsIn(words, 'zh-CN')]).toEqual(['No file', '没有文件']);
	});
});

describe('values', () => {
	const anyValue = fc.oneof(
		fc.constantFrom('数据', '库存数据.md', '“软件”', '`默认`', '文', '没有', ' ', '', '$&'),
		fc.string({ unit: fc.constantFrom('数', '据', '文', '件', 'a', '`', '“', '$', '/') }),
	);

	it('stay as they are, whatever they hold', () => {
		fc.assert(
			fc.property(anyValue, anyValue, (a, b) => {
				const say = saying((first: string, second: string) => `文件 ${first} 没有数据：“${second}”`);
				expect(say(a, b)).toBe(`檔案 ${a} 沒有資料：「${b}」`);
				expect(chineseFor('zh-TW')`文件 ${a} 没有数据：“${b}”`).toBe(`檔案 ${a} 沒有資料：「${b}」`);
			}),
		);
	});

	it('stay as they are where the text depends on them', () => {
		const CAUSES: Readonly<Record<string, { text: string }>> = { missing: { text: '不存在的文件' } };
		const say = saying((cause: string, name: string) => `${CAUSES[cause]?.text ?? '没有数据'}：${name}`);
		expect(say('missing', '数据')).toBe('不存在的檔案：数据');
		const strict = saying((cause: string, name: string) => {
			if (!CAUSES[cause]) throw new Error(`No words for ${cause}.`);
			return `${CAUSES[cause].text}：${name}`;
		});
		expect(strict('missing', '数据')).toBe('不存在的檔案：数据');
	});

	it('stay as they are inside objects and lists, and in what a function lists', () => {
		const list = (facts: { readonly names: readonly string[] }): string[] =>
			facts.names.map((name) => `没有 ${name}`);
		const derived = wordsIn({ en: list, 'zh-CN': list }, 'zh-TW');
		expect(derived({ names: ['数据', '文件'] })).toEqual(['沒有 数据', '沒有 文件']);
	});

	it('are converted nowhere else', () => {
		expect(chineseFor('zh-CN')`文件 ${'数据'}`).toBe('文件 数据');
		const table = wordsIn({ en: { none: 'no' }, 'zh-CN': { none: '没有' } }, 'zh-TW');
		expect(table.none).toBe('沒有');
	});
});
