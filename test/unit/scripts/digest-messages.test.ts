import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlDigest, mailDigest } from '../../../scripts/digest/formats/html.ts';
import { chatAt, chats } from '../../../scripts/digest/formats/index.ts';
import { markdownDigest } from '../../../scripts/digest/formats/markdown.ts';
import type { ChatFormat } from '../../../scripts/digest/message.ts';
import type { Outline } from '../../../scripts/digest/outline.ts';

const NAMES = Object.keys(chats) as ChatFormat[];

function outline(sections: readonly (readonly string[])[]): Outline {
	return {
		title: '最近动态：知识库',
		lead: '2026-11-15 至 2026-11-22',
		sections: sections.map((texts, at) => ({
			title: `Section ${at}`,
			urgent: false,
			count: texts.length,
			lines: texts.map((text, index) => ({
				text,
				note: index % 2 ? 'S1' : '',
				alarm: index % 4 === 1,
				href: `https://kb.example.com/d/RB-INV-${String(index).padStart(4, '0')}/`,
			})),
		})),
		nothing: '没有新内容',
		more: (n) => `还有 ${n} 条`,
		home: { href: 'https://kb.example.com/', label: '打开' },
		lang: 'zh-CN',
	};
}

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

interface SlackBlock {
	readonly text?: { readonly text: string };
}

/** What each platform refuses, counted on the finished message. */
const WITHIN: Readonly<Record<ChatFormat, (payload: Readonly<Record<string, unknown>>) => boolean>> = {
	dingtalk: (payload) => bytes(payload) <= 20_000,
	wecom: (payload) => Buffer.byteLength((payload['markdown'] as { content: string }).content) <= 4096,
	feishu: (payload) => bytes(payload) <= 20_480,
	slack: ({ blocks }) => {
		const lengths = (blocks as SlackBlock[]).map(({ text }) => text?.text.length ?? 0);
		return (
			lengths.length <= 50 && Math.max(...lengths) <= 3000 && lengths.reduce((a, b) => a + b, 0) < 13_000
		);
	},
	teams: (payload) => bytes(payload) <= 21_000,
};

describe('messages to chat robots', () => {
	it.each(NAMES)(
		'%s: whatever a digest holds, the message is within the limits and counts what it leaves out',
		(name) => {
			const line = fc.string({
				unit: fc.constantFrom('库', 'a', '<', '[', '*', '"', '&', '|', ' '),
				minLength: 1,
				maxLength: 160,
				size: 'max',
			});
			fc.assert(
				fc.property(
					fc.array(fc.array(line, { minLength: 1, maxLength: 80, size: 'max' }), {
						maxLength: 10,
						size: 'max',
					}),
					(sections) => {
						const payload = chats[name].payload(outline(sections));
						const text = JSON.stringify(payload);
						const left = [...text.matchAll(/还有 (\d+) 条/g)].reduce((sum, [, n]) => sum + Number(n), 0);
						const shown = text.split('kb.example.com/d/RB-').length - 1;
						expect(WITHIN[name](payload)).toBe(true);
						expect(shown + left).toBe(sections.flat().length);
					},
				),
				{ numRuns: 25 },
			);
		},
	);

	it.each(NAMES)('%s: cuts no more than it must', (name) => {
		const most = outline(
			Array.from({ length: 10 }, () => Array.from({ length: 80 }, () => '库'.repeat(160))),
		);
		const text = JSON.stringify(chats[name].payload(most));
		expect(text).toMatch(/还有 \d+ 条/);
		// Headings alone would be a tenth of that; WeCom has room for little more than one line of each.
		if (name !== 'wecom') expect(text.split('kb.example.com/d/RB-').length).toBeGreaterThan(10);
	});

	it.each(NAMES)('%s: a short digest is whole, and says when there is nothing', (name) => {
		expect(JSON.stringify(chats[name].payload(outline([['one', 'two']])))).toMatch(/one[\s\S]*two/);
		expect(JSON.stringify(chats[name].payload(outline([])))).toContain('没有新内容');
	});

	it.each(NAMES)('%s: a title cannot make links, mentions or formats of its own', (name) => {
		const text = JSON.stringify(
			chats[name].payload(outline([['<!channel> [x](https://evil.example) <at id=all></at>']])),
		);
		// Slack knows no such links.
		if (name !== 'slack') expect(text).not.toContain('](https://evil');
		expect(text).not.toMatch(/<!channel>|<at /);
	});

	it('have the form that each platform documents', () => {
		const made = (name: ChatFormat) => chats[name].payload(outline([['one']]));
		expect(made('dingtalk')).toMatchObject({
			msgtype: 'actionCard',
			actionCard: { singleURL: 'https://kb.example.com/' },
		});
		expect(made('wecom')).toMatchObject({
			msgtype: 'markdown',
			markdown: { content: expect.stringContaining('one') },
		});
		expect(made('feishu')).toMatchObject({
			msg_type: 'interactive',
			card: { header: { title: { tag: 'plain_text' } } },
		});
		expect(made('slack')).toMatchObject({
			blocks: [{ type: 'header' }, { type: 'context' }, { type: 'section' }, { type: 'actions' }],
		});
		expect(made('teams')).toMatchObject({
			type: 'message',
			attachments: [
				{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } },
			],
		});
		const { home: _, ...homeless } = outline([['one']]);
		expect(chats.dingtalk.payload(homeless)).toMatchObject({
			msgtype: 'markdown',
			markdown: { title: homeless.title },
		});
	});

	it('DingTalk is signed in the address, Feishu in the body; the others ask for nothing', () => {
		const now = 1_795_305_600_123;
		const signed = chats.dingtalk.sign?.(
			{ url: 'https://oapi.dingtalk.com/robot/send?access_token=t', payload: { a: 1 } },
			'SEC1',
			now,
		);
		const query = new URL(signed?.url ?? '').searchParams;
		expect(query.get('timestamp')).toBe(`${now}`);
		expect(query.get('sign')).toBe(
			createHmac('sha256', 'SEC1').update(`${now}\nSEC1`, 'utf8').digest('base64'),
		);
		expect(query.get('access_token')).toBe('t');
		const card = chats.feishu.sign?.({ url: 'https://open.feishu.cn/x', payload: { a: 1 } }, 'key', now);
		const seconds = '1795305600';
		expect(card?.payload).toEqual({
			timestamp: seconds,
			sign: createHmac('sha256', `${seconds}\nkey`).digest('base64'),
			a: 1,
		});
		expect(NAMES.filter((name) => chats[name].sign)).toEqual(['dingtalk', 'feishu']);
	});

	it.each([
		['dingtalk', '{"errcode":0,"errmsg":"ok"}', true, false],
		['dingtalk', '{"errcode":310000,"errmsg":"sign not match"}', false, false],
		['dingtalk', '{"errcode":130101,"errmsg":"send too fast"}', false, true],
		['wecom', '{"errcode":0,"errmsg":"ok"}', true, false],
		['wecom', '{"errcode":45009,"errmsg":"api freq out of limit"}', false, true],
		['wecom', '{"errcode":93000,"errmsg":"invalid webhook url"}', false, false],
		['feishu', '{"code":0,"msg":"success","data":{}}', true, false],
		['feishu', '{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}', false, false],
		['feishu', '{"code":11232,"msg":"frequency limited"}', false, true],
		['feishu', '<html>proxy</html>', false, false],
		['slack', 'ok', true, false],
		['slack', 'no_text', false, false],
		['teams', '', true, false],
		[
			'teams',
			'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429',
			false,
			true,
		],
	] as const)('%s: the answer %s is read', (name, body, ok, again) => {
		expect(chats[name].judge(body)).toMatchObject({ ok, again });
	});

	it('knows the platform by the host of the address, and no look-alike', () => {
		expect(
			[
				'oapi.dingtalk.com',
				'qyapi.weixin.qq.com',
				'open.feishu.cn',
				'open.larksuite.com',
				'hooks.slack.com',
				'prod-1.westeurope.logic.azure.com',
			].map(chatAt),
		).toEqual(['dingtalk', 'wecom', 'feishu', 'feishu', 'slack', 'teams']);
		expect(['evil-slack.com', 'oapi.dingtalk.com.evil.example', '127.0.0.1'].map(chatAt)).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});
});

describe('documents', () => {
	it('Markdown escapes what would be read as a mark', () => {
		expect(markdownDigest(outline([['a_b [x] *y* <z>']]))).toContain(
			'[a\\_b \\[x\\] \\*y\\* \\<z\\>](https://kb.example.com/d/RB-INV-0000/)',
		);
	});

	it('the mail stands by itself: no script, nothing fetched, texts escaped', () => {
		const html = htmlDigest(outline([['<script>x</script> "q"']]));
		expect(html).not.toMatch(/<script|<img|<link|url\(/);
		expect(html).toContain('&lt;script&gt;');
		expect(html).toContain('prefers-color-scheme:dark');
	});

	it('the mail as a file holds a plain part and an HTML part, in lines that mailers take', () => {
		const source = outline([['库存对不上']]);
		const mail = mailDigest(source, '2026-11-22');
		expect(mail.split('\r\n').filter((line) => line.length > 78 || line.includes('\n'))).toEqual([]);
		expect(mail).toMatch(/^Date: Sun, 22 Nov 2026 08:00:00 \+0000$/m);
		const boundary = /boundary="([^"]+)"/.exec(mail)?.[1] ?? '';
		const [, plain = '', html = ''] = mail.split(`--${boundary}`).map((part) => {
			const coded = part.split('\r\n\r\n')[1] ?? '';
			return Buffer.from(coded.replaceAll('\r\n', ''), 'base64').toString('utf8');
		});
		expect(plain).toContain('库存对不上');
		expect(html.replaceAll('\r\n', '\n')).toBe(htmlDigest(source));
		const subject = [
			...(/^Subject: ([\s\S]*?)\r\n(?! )/m.exec(mail)?.[1] ?? '').matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g),
		];
		expect(subject.map(([, word]) => Buffer.from(word ?? '', 'base64').toString()).join('')).toBe(
			source.title,
		);
	});
});
