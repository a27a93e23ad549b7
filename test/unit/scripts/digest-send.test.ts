import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { chats } from '../../../scripts/digest/formats/index.ts';
import { retryAfter, type SendOptions, sendMessage } from '../../../scripts/digest/send.ts';
import { readTarget } from '../../../scripts/digest/target.ts';

interface Answer {
	readonly status?: number;
	readonly body?: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** The connection is cut instead of an answer. */
	readonly cut?: boolean;
	/** No answer at all. */
	readonly silent?: boolean;
}

interface Asked {
	readonly url: string;
	readonly body: Record<string, unknown>;
	readonly type: string;
}

const NOW = 1_795_305_600_000;
const servers: Server[] = [];

afterEach(async () => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		await new Promise((done) => server.close(done));
	}
});

/** A robot that gives these answers, one after the other. */
async function robot(...answers: readonly Answer[]): Promise<{ url: string; asked: Asked[] }> {
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		void readBody(request).then((text) => {
			const { status = 200, body = '', headers = {}, cut, silent } = answers[asked.length] ?? { status: 599 };
			asked.push({
				url: request.url ?? '',
				body: JSON.parse(text),
				type: request.headers['content-type'] ?? '',
			});
			if (cut) request.socket.destroy();
			else if (!silent) response.writeHead(status, headers).end(body);
		});
	});
	servers.push(server);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/robot/send?access_token=TOKEN12345`,
		asked,
	};
}

async function readBody(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}

async function send(url: string, options: Partial<SendOptions> = {}): Promise<number[]> {
	const waits: number[] = [];
	await sendMessage(
		{ url, payload: { text: '你好' } },
		{
			now: () => NOW,
			sleep: async (milliseconds) => {
				waits.push(milliseconds);
			},
			...options,
		},
	);
	return waits;
}

const OK = { body: '{"errcode":0,"errmsg":"ok"}' };

describe('sending', () => {
	it('posts JSON once when all is well', async () => {
		const { url, asked } = await robot(OK);
		expect(await send(url, { chat: chats.wecom })).toEqual([]);
		expect(asked).toEqual([
			{
				url: '/robot/send?access_token=TOKEN12345',
				body: { text: '你好' },
				type: 'application/json; charset=utf-8',
			},
		]);
	});

	it('tries again with longer waits when the server or the network fails', async () => {
		const { url, asked } = await robot(
			{ status: 503 },
			{ cut: true },
			{ body: '{"errcode":-1,"errmsg":"busy"}' },
			OK,
		);
		expect(await send(url, { chat: chats.dingtalk })).toEqual([1000, 2000, 4000]);
		expect(asked).toHaveLength(4);
	});

	it('waits as long as it is told to, in seconds or until a time', async () => {
		const { url } = await robot({ status: 429, headers: { 'retry-after': '7' } }, OK);
		expect(await send(url, { chat: chats.dingtalk })).toEqual([7000]);
		expect(retryAfter(new Date(NOW + 30_000).toUTCString(), NOW)).toBe(30_000);
		expect(retryAfter('soon', NOW)).toBeUndefined();
	});

	it('gives up after four attempts, or when it is told to wait too long', async () => {
		const failing = await robot({ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 }, OK);
		await expect(send(failing.url)).rejects.toMatchObject({
			code: 'not-sent',
			message: expect.stringContaining('HTTP 500'),
		});
		expect(failing.asked).toHaveLength(4);
		const patient = await robot({ status: 429, headers: { 'retry-after': '3600' } }, OK);
		await expect(send(patient.url)).rejects.toMatchObject({ code: 'not-sent' });
		expect(patient.asked).toHaveLength(1);
	});

	it('does not repeat what was refused, whatever the status', async () => {
		const refusing = await robot({ body: '{"errcode":310000,"errmsg":"keywords not in content"}' }, OK);
		await expect(send(refusing.url, { chat: chats.dingtalk })).rejects.toMatchObject({
			message: expect.stringContaining('310000: keywords not in content'),
		});
		const gone = await robot({ status: 404, body: 'no_service' }, OK);
		await expect(send(gone.url, { chat: chats.slack })).rejects.toMatchObject({
			message: expect.stringContaining('no_service'),
		});
		expect([refusing.asked.length, gone.asked.length]).toEqual([1, 1]);
	});

	it('follows no redirect: the address is a secret', async () => {
		const elsewhere = await robot(OK);
		const { url } = await robot({ status: 307, headers: { location: elsewhere.url } });
		await expect(send(url)).rejects.toMatchObject({ message: expect.stringContaining('redirect') });
		expect(elsewhere.asked).toEqual([]);
	});

	it('does not wait for ever', async () => {
		const { url } = await robot({ silent: true }, OK);
		expect(await send(url, { chat: chats.dingtalk, timeout: 50 })).toEqual([1000]);
	});

	it('signs each attempt anew', async () => {
		const { url, asked } = await robot({ status: 500 }, OK);
		let now = NOW;
		await send(url, { chat: chats.dingtalk, secret: 'SECabc', now: () => (now += 5000) });
		const signed = asked.map((each) => new URL(each.url, 'http://x').searchParams);
		expect(new Set(signed.map((query) => query.get('timestamp'))).size).toBe(2);
		for (const query of signed) {
			const expected = createHmac('sha256', 'SECabc')
				.update(`${query.get('timestamp')}\nSECabc`)
				.digest('base64');
			expect(query.get('sign')).toBe(expected);
		}
	});

	it('says neither token nor secret, even when the answer repeats them', async () => {
		const { url } = await robot({ status: 400, body: 'bad TOKEN12345 and SECabc' });
		const error: unknown = await send(url, { secret: 'SECabc' }).catch((failure: unknown) => failure);
		expect(String(error)).toContain('***');
		expect(JSON.stringify([String(error), (error as { hint: string }).hint])).not.toMatch(
			/TOKEN12345|SECabc/,
		);
	});

	it('says when nobody listens', async () => {
		const { url } = await robot(OK);
		const [server] = servers.splice(0);
		await new Promise((done) => server?.close(done));
		await expect(send(url)).rejects.toMatchObject({
			message: expect.stringMatching(/no connection \(ECONN/),
		});
	});
});

describe('where a digest goes', () => {
	const read = (options: object, env = {}) => readTarget({ allowHttp: false, ...options }, env);

	it('the platform follows from the address; secrets come from the environment', () => {
		expect(read({})).toEqual({ format: 'markdown' });
		const env = { HOOK: 'https://oapi.dingtalk.com/robot/send?access_token=t', MAINSTAY_DIGEST_SECRET: 's' };
		expect(read({ post: 'env:HOOK' }, env)).toEqual({ format: 'dingtalk', post: env.HOOK, secret: 's' });
		expect(read({ post: 'https://hooks.slack.com/services/a' }, env)).not.toHaveProperty('secret');
	});

	it.each([
		['post-in-clear', { post: 'http://chat.example.com/hook?token=T0KEN', format: 'json' }],
		['flag-value-not-allowed', { post: 'file:///etc/passwd', format: 'json' }],
		['format-missing', { post: 'https://chat.example.com/T0KEN' }],
		['format-not-posted', { post: 'https://hooks.slack.com/T0KEN', format: 'html' }],
		['secret-not-asked', { post: 'https://hooks.slack.com/T0KEN', secret: 'x' }],
		['variable-empty', { post: 'env:NOT_SET' }],
	])('%s is refused without naming the address', (code, options) => {
		const error = (() => {
			try {
				return read(options);
			} catch (failure) {
				return failure;
			}
		})();
		expect(error).toMatchObject({ code });
		expect(String(error)).not.toContain('T0KEN');
	});

	it('plain http is fine on this machine, or where it is allowed', () => {
		expect(read({ post: 'http://127.0.0.1:1/x', format: 'json' })).toHaveProperty('post');
		expect(read({ post: 'http://chat.intern/x', format: 'json', allowHttp: true })).toHaveProperty('post');
	});
});
