import { describe, expect, it } from 'vitest';
import { languageOfText } from '../../../src/model/index.ts';

describe('the language of a text', () => {
	it.each([
		['en', 'Check the stock ledger first. 库存'],
		['zh-CN', '库存余额与实物对不上时，先停止过账。Use `bench --site x console`.'],
		['zh-TW', '庫存餘額與實物對不上時，先停止過帳，這時請通知資料庫管理員。'],
		['zh-CN', ''],
	])('%s', (lang, text) => {
		expect(languageOfText(text)).toBe(lang);
	});
});
