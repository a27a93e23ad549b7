import { describe, expect, it } from 'vitest';
import { joinHanLines, languageOfText } from '../../../src/model/index.ts';

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

describe('lines of Chinese text', () => {
	it.each([
		['先看哪里。\n它不描述', '先看哪里。它不描述'],
		['库存\nERPNext', '库存\nERPNext'],
		['one\ntwo', 'one\ntwo'],
		['庫存 \n  餘額', '庫存餘額'],
	])('%j', (text, joined) => {
		expect(joinHanLines(text)).toBe(joined);
	});
});
