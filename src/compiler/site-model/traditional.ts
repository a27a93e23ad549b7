import { createRequire } from 'node:module';

/** What the converter's Taiwan phrases get wrong in our texts, and the words that our own labels have. */
const CORRECTIONS: readonly (readonly [written: string, right: string])[] = [
	['檔案頭', '檔頭'],
	['釋出', '發布'],
	['程式程式碼', '程式碼'],
	['檢查結果顯示的程式碼', '檢查結果顯示的代碼'],
	['專案記憶體在', '專案內存在'],
	['聲明瞭', '宣告了'],
	['併為', '並為'],
	['批准', '核准'],
	['賬戶', '帳戶'],
	['文本檔案', '純文字檔案'],
	['源文本', '原始文字'],
	['打印', '列印'],
	['迴圈', '循環'],
	['“', '「'],
	['”', '」'],
	['‘', '『'],
	['’', '』'],
];

/**
 * A converter from simplified to traditional Chinese with the words of Taiwan (OpenCC), for our own texts that
 * exist in simplified only. Its tables take a tenth of a second to load, so they are read when asked for.
 */
export function createTraditional(): (text: string) => string {
	const require = createRequire(import.meta.url);
	const { Converter } = require('opencc-js/cn2t') as typeof import('opencc-js/cn2t');
	const convert = Converter({ from: 'cn', to: 'twp' });
	const inProse = (text: string): string =>
		CORRECTIONS.reduce((all, [written, right]) => all.replaceAll(written, right), convert(text));
	// In backticks stand samples of what is written into files, with its own quotation marks.
	return (text) =>
		text
			.split(/(`[^`]*`)/)
			.map((part, index) => (index % 2 === 1 ? convert(part) : inProse(part)))
			.join('');
}
