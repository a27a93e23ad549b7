import { readFileSync } from 'node:fs';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { chineseStretches, taiwanWordsText } from '../../../scripts/generate/taiwan-words.ts';
import { USER_ERROR_WORDS } from '../../../scripts/user-error-words.ts';
import { catalogue } from '../../../src/compiler/catalogue.ts';
import type { MessageParams } from '../../../src/model/index.ts';
import { traditional } from '../../../src/model/taiwan.ts';
import { wordsIn } from '../../../src/model/wording.ts';

const FILE = new URL('../../../src/model/taiwan-words.generated.json', import.meta.url);

/** Any parameter that a message asks for; `reason` must be one that exists. */
const params = new Proxy<MessageParams>(
	{ reason: 'exponential' },
	{ get: (known, key) => (typeof key === 'string' ? (known[key] ?? key) : undefined) },
);

/** Simplified forms that are characters of their own in Taiwan too, as in 核准. */
const IN_BOTH = '准';

describe('the words of Taiwan', () => {
	it('are those that our texts need now: `npm run generate` brings them up to date', () => {
		expect(readFileSync(FILE, 'utf8')).toBe(taiwanWordsText());
	});

	it('leave no simplified character in any text of ours', () => {
		const toTraditional = Converter({ from: 'cn', to: 'tw' });
		const all = [
			...chineseStretches(),
			...Object.values(USER_ERROR_WORDS),
			...[...catalogue.values()].flatMap(({ title, why, mend, message }) => [
				...[title, why, mend].map((text) => text['zh-CN']),
				message['zh-CN'](params),
			]),
		].map((text) => traditional(text));
		// Character by character: a phrase may be read in two ways.
		const simplified = [...new Set(all.join(''))].filter((each) => toTraditional(each) !== each);
		expect(simplified.filter((each) => !IN_BOTH.includes(each))).toEqual([]);
	});

	it.each([...catalogue.values()])('$code says in zh-TW what it says in zh-CN, of Taiwan', (definition) => {
		const { title, why, mend, message } = definition;
		const said = [
			...[title, why, mend].map((text) => wordsIn(text, 'zh-TW')),
			wordsIn(message, 'zh-TW')(params),
		].join('\n');
		expect(said).not.toMatch(
			/信息|數據|默認|文檔|鏈接|代碼庫|服務器|字段|許可權|引數|型別|項目|軟件|打開|缺省|“|”/,
		);
	});
});
