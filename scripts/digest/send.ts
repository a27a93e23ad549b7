import { phrase, UserError } from '../../src/model/index.ts';
import { ACCEPTED, type Chat, type Outgoing, type Verdict } from './message.ts';

export interface SendOptions {
	/** Left out: any answer with status 2xx is a success. */
	readonly chat?: Chat;
	readonly secret?: string;
	/** Milliseconds since 1970; signatures carry the time. */
	readonly now: () => number;
	readonly sleep: (milliseconds: number) => Promise<void>;
	/** Told before each further attempt. */
	readonly onRetry?: (reason: string, milliseconds: number) => void;
	/** Until an answer is complete. */
	readonly timeout?: number;
}

const ATTEMPTS = 4;
const FIRST_WAIT = 1000;
/** Who asks for more patience than this is not waited for. */
const LONGEST_WAIT = 60_000;
const TIMEOUT = 15_000;
const LONGEST_ANSWER = 4096;

/**
 * Posts a message as JSON, again after a while when the network, the server or the platform's limit of messages
 * stood in the way. Signed anew each time. Redirects are not followed: the address is a secret. Throws a UserError
 * that names neither the address nor the secret.
 */
export async function sendMessage(message: Outgoing, options: SendOptions): Promise<void> {
	let wait = FIRST_WAIT;
	for (let attempt = 1; ; attempt++) {
		const { verdict, after } = await attemptOnce(message, options);
		if (verdict.ok) return;
		const pause = after ?? wait;
		const reason = redacted(verdict.reason, message.url, options.secret);
		if (!verdict.again || attempt === ATTEMPTS || pause > LONGEST_WAIT) {
			throw new UserError(
				'not-sent',
				phrase`${new URL(message.url).host} did not take the message: ${reason}.`,
				attempt > 1
					? phrase`Tried ${attempt} times.`
					: 'Check the address, the secret and the robot’s keywords.',
			);
		}
		options.onRetry?.(reason, pause);
		await options.sleep(pause);
		wait *= 2;
	}
}

async function attemptOnce(
	message: Outgoing,
	{ chat, secret, now, timeout = TIMEOUT }: SendOptions,
): Promise<{ readonly verdict: Verdict; readonly after?: number }> {
	const { url, payload } = chat?.sign && secret !== undefined ? chat.sign(message, secret, now()) : message;
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': 'application/json; charset=utf-8' },
			body: JSON.stringify(payload),
			redirect: 'manual',
			signal: AbortSignal.timeout(timeout),
		});
		const body = (await response.text()).slice(0, LONGEST_ANSWER);
		const { status } = response;
		if (status >= 200 && status < 300) return { verdict: chat ? chat.judge(body) : ACCEPTED };
		const again = status === 408 || status === 425 || status === 429 || status >= 500;
		const said =
			status >= 300 && status < 400 ? 'a redirect, which is not followed' : body.slice(0, 120).trim();
		const after = retryAfter(response.headers.get('retry-after'), now());
		return {
			verdict: { ok: false, again, reason: `HTTP ${status}${said && `, ${said}`}` },
			...(after === undefined ? {} : { after }),
		};
	} catch (error) {
		return { verdict: { ok: false, again: true, reason: networkReason(error) } };
	}
}

/** Seconds, or a date (RFC 9110); milliseconds from now, never less than none. */
export function retryAfter(header: string | null, now: number): number | undefined {
	if (header === null) return undefined;
	if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
	const time = Date.parse(header);
	return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

/** The library wraps what the system said. */
function networkReason(error: unknown): string {
	if (error instanceof DOMException && error.name === 'TimeoutError') return 'no answer in time';
	const cause = error instanceof Error ? error.cause : undefined;
	const code = (cause as NodeJS.ErrnoException | undefined)?.code;
	return code ? `no connection (${code})` : 'no connection';
}

/** An answer may repeat what was sent: tokens of the address and the secret are taken out. */
export function redacted(text: string, address: string, secret: string | undefined): string {
	const { pathname, searchParams, username, password } = new URL(address);
	const secrets = [
		...searchParams.values(),
		...pathname.split('/').filter((part) => part.length >= 8),
		username,
		password,
		secret ?? '',
	].filter(Boolean);
	return secrets.reduce((clean, each) => clean.replaceAll(each, '***'), text);
}
