import { describe, expect, it } from 'vitest';
import { maskSecrets, mayBeKept } from '../../../src/site/search/secrets.ts';

describe('maskSecrets', () => {
	it.each([
		['password=Hunter2!x', 'Hunter2'],
		['PASSWORD: "two words" failed', 'two words'],
		['密码：abc123 登录失败', 'abc123'],
		['密碼是 s3cret', 's3cret'],
		['Authorization: Bearer abcdef123456', 'abcdef'],
		['token = ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'ghp_'],
		['got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln back', 'eyJ'],
		['mysql://erp:topsecret@db/erp', 'topsecret'],
		['mail to li.wei@example.com bounced', 'li.wei'],
		['卡号 6222 0212 3456 7890 123', '7890'],
		['phone 13800138000', '13800138000'],
		['id 11010519491231002X', '11010519491231002'],
		['key AKIAIOSFODNN7EXAMPLEab9', 'AKIA'],
		['session 4f3c2a1b9e8d7c6b5a4f3e2d1c0b9a8f', '4f3c2a1b'],
	])('masks %s', (text, secret) => {
		expect(maskSecrets(text)).not.toContain(secret);
		expect(maskSecrets(text)).toContain('***');
	});

	it.each([
		'ORA-01555 snapshot too old',
		'ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction',
		'库存对不上 2026-11-20 08:12:44',
		'0x80070005',
		'PO 4500012345 三单不符',
		'Purchase Order PUR-ORD-2026-00017',
		'mainstay.scheduler.tasks.stockRecalculation',
		'10.20.30.40:3306 refused',
	])('leaves %s', (text) => {
		expect(maskSecrets(text)).toBe(text);
		expect(mayBeKept(text)).toBe(true);
	});

	it('keeps no paste and no secret', () => {
		expect(mayBeKept('one\ntwo')).toBe(false);
		expect(mayBeKept('x'.repeat(300))).toBe(false);
		expect(mayBeKept('pwd=1')).toBe(false);
	});
});
