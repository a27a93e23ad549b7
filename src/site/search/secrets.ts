/** What stands in the place of a secret. */
export const MASK = '***';

const NAMES =
	'pass(?:word|wd|phrase)?|pwd|secret|token|api[-_ ]?key|access[-_ ]?key|private[-_ ]?key|client[-_ ]?secret|authorization|cookie|session(?:[-_ ]?id)?|密码|密碼|口令|令牌|权杖|權杖|密钥|金鑰|验证码|驗證碼';
const VALUE = '"[^"\\n]*"|\'[^\'\\n]*\'|(?:(?:Bearer|Basic)\\s+)?[^\\s,;，；]+';

/** Each leaves what is kept in its first group. */
const SECRETS: readonly RegExp[] = [
	new RegExp(`((?:${NAMES})["']?\\s*(?:[:=：＝]|是|为|為|\\bis\\b)\\s*)(?:${VALUE})`, 'giu'),
	/(\b(?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi,
	/(\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g,
	/()\beyJ[\w-]{8,}\.[\w.-]+/g,
	/()[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
	// Account, card, telephone and identity numbers, also in groups; dates and document numbers are shorter.
	/()(?<![\w.])\d(?:[ -]?\d){10,}[Xx]?(?![\w.])/g,
	/()\b(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])(?=[\w+/=-]*[A-Z])[\w+/=-]{20,}/g,
	/()\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{32,}\b/gi,
];

/**
 * A text without what looks like a password, a token, an address of a person or a long number. Errs on the side of
 * masking: what is left may go into a list or a report that others read.
 */
export function maskSecrets(text: string): string {
	return SECRETS.reduce((masked, pattern) => masked.replace(pattern, `$1${MASK}`), text);
}

/** Longer questions are pastes. */
const LONGEST = 200;

/** Whether a question may stand in an address or a list of searches: one short line without a secret. */
export function mayBeKept(query: string): boolean {
	return query.length <= LONGEST && !/[\r\n]/.test(query) && maskSecrets(query) === query;
}
