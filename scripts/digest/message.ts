import type { Outline } from './outline.ts';

export const CHAT_FORMATS = ['dingtalk', 'wecom', 'feishu', 'slack', 'teams'] as const;
export type ChatFormat = (typeof CHAT_FORMATS)[number];

/** What an answer to a message means. */
export interface Verdict {
	readonly ok: boolean;
	/** The same message may get through later. */
	readonly again: boolean;
	/** What the platform said; for the reader. */
	readonly reason: string;
}

/** A message that is about to be sent. `payload` is plain JSON. */
export interface Outgoing {
	readonly url: string;
	readonly payload: Readonly<Record<string, unknown>>;
}

/** How one chat platform wants its messages, as its robot's documentation says. */
export interface Chat {
	/** Within the platform's limits of size. */
	readonly payload: (outline: Outline) => Readonly<Record<string, unknown>>;
	/** Left out: the platform asks for no signature. `now` in milliseconds. */
	readonly sign?: (message: Outgoing, secret: string, now: number) => Outgoing;
	/** Reads the body of an answer with status 2xx: several platforms refuse with status 200. */
	readonly judge: (body: string) => Verdict;
	/** Where its robots live. */
	readonly host: RegExp;
}

export const ACCEPTED: Verdict = { ok: true, again: false, reason: '' };

/** An answer `{code, message}` where code 0 is success. */
export function judgeCode(
	body: string,
	keys: readonly [code: string, message: string],
	busy: ReadonlySet<unknown>,
): Verdict {
	const answer = parsed(body);
	const code = answer?.[keys[0]];
	if (code === 0) return ACCEPTED;
	if (code === undefined)
		return { ok: false, again: false, reason: `unexpected answer: ${body.slice(0, 120)}` };
	return {
		ok: false,
		again: busy.has(code),
		reason: `${keys[0]} ${String(code)}: ${String(answer?.[keys[1]] ?? '')}`,
	};
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const value: unknown = JSON.parse(body);
		return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}

const LOOKALIKES: Readonly<Record<string, string>> = {
	'[': '［',
	']': '］',
	'<': '＜',
	'>': '＞',
	'*': '＊',
	'`': '｀',
	'~': '～',
	'\\': '＼',
	'#': '＃',
	'|': '｜',
};

/**
 * Text for the Markdown of platforms that know no escapes, or not everywhere: characters with a meaning become
 * their wide forms.
 */
export function lookalike(text: string): string {
	return text.replace(/[[\]<>*`~\\#|]/g, (each) => LOOKALIKES[each] ?? each);
}

/** An address inside `[…](…)`. */
export function inParentheses(href: string): string {
	return href.replace(/\(/g, '%28').replace(/\)/g, '%29');
}

/** `[text](href)`, or the text alone where no address is known. */
export function markdownLink(text: string, href: string | undefined): string {
	return href === undefined ? text : `[${text}](${inParentheses(href)})`;
}
