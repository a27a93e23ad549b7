import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTableFor } from '../../../src/search/build/fold-table.ts';
import { REGIONAL_TERMS } from '../../../src/search/glossary/regional.ts';
import { createAlignedFold } from '../../../src/search/text/aligned.ts';
import { createFold } from '../../../src/search/text/fold.ts';

const table = foldTableFor([...REGIONAL_TERMS.flat(), '过账错误']);
const fold = createFold(table);
const words = fc.stringMatching(/^[資料伺服器帳账记憶體登入執行緒程式列a-zA-Z0-9 Ａ１é]{0,20}$/u);

describe('folding', () => {
	it('brings both scripts and both regions to one form', () => {
		expect(fold('資料庫伺服器')).toBe(fold('数据库服务器'));
		expect(fold('過帳錯誤')).toBe(fold('过账错误'));
		expect(fold('账户 帐户 帳戶')).toBe('账户 账户 账户');
		expect(fold('記憶體不足')).toBe(fold('内存不足'));
		expect(fold('ＯＲＡ－０１５５５')).toBe('ORA-01555');
		expect(fold('café')).toBe('cafe');
		const asking = createFold(foldTableFor(['怎么回事']));
		expect(asking('怎么 怎麼')).toBe('怎么 怎么');
	});

	it('leaves out characters that no text of the knowledge base can meet', () => {
		const small = foldTableFor(['库存']);
		expect(createFold(small)('庫存')).toBe('库存');
		expect(small.from).not.toContain('齒');
	});

	it('changes nothing when applied again', () => {
		fc.assert(
			fc.property(words, (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
		);
		for (const term of REGIONAL_TERMS.flat()) expect(fold(fold(term))).toBe(fold(term));
	});

	it('can tell where each folded character came from', () => {
		const aligned = createAlignedFold(table);
		const { text, origin } = aligned('在伺服器的記憶體裡');
		expect(text).toBe(fold('在伺服器的記憶體裡'));
		expect(origin[text.indexOf('内存')]).toBe(5);
		expect(origin.at(-1)).toBe('在伺服器的記憶體裡'.length);
		fc.assert(
			fc.property(words, (each) => {
				const result = aligned(each);
				expect(result.origin).toHaveLength(result.text.length + 1);
				expect([...result.origin]).toEqual([...result.origin].sort((a, b) => a - b));
			}),
		);
	});
});
