import { createHmac } from 'node:crypto';
import { bytesOf, fitted } from '../fit.ts';
import { type Chat, judgeCode, lookalike, markdownLink } from '../message.ts';
import type { Outline } from '../outline.ts';

/** The whole body (errcode 460101: “message too long, exceed 20000 bytes”). */
const MOST_BYTES = 20_000;
/** The system is busy; more than 20 messages in a minute. */
const BUSY: ReadonlySet<unknown> = new Set([-1, 130101, 410100]);

/**
 * DingTalk's custom robot: Markdown, as a card with one button where the site's address is known.
 * Signed with HMAC-SHA256 over `timestamp\nsecret` in the address (open.dingtalk.com, custom robot access).
 */
export const dingtalk: Chat = {
	host: /(^|\.)dingtalk\.com$/,
	payload: (outline) => fitted(outline, payloadOf, (made) => bytesOf(JSON.stringify(made)) <= MOST_BYTES),
	sign: ({ url, payload }, secret, now) => {
		const signed = new URL(url);
		const sign = createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
		signed.searchParams.set('timestamp', String(now));
		signed.searchParams.set('sign', sign);
		return { url: signed.href, payload };
	},
	judge: (body) => judgeCode(body, ['errcode', 'errmsg'], BUSY),
};

function payloadOf(outline: Outline): Readonly<Record<string, unknown>> {
	const { home, title } = outline;
	const text = textOf(outline);
	if (home === undefined) return { msgtype: 'markdown', markdown: { title, text } };
	return {
		msgtype: 'actionCard',
		actionCard: { title, text, singleTitle: home.label, singleURL: home.href },
	};
}

/** Paragraphs are set apart by an empty line: a single line break is none. */
function textOf({ title, lead, sections, nothing, more }: Outline): string {
	const parts = sections.flatMap(({ title: heading, count, lines }) => [
		`#### ${lookalike(heading)} (${count})`,
		[
			...lines.map(({ text, href, note, alarm }) => {
				const said = note && (alarm ? ` **${lookalike(note)}**` : ` ${lookalike(note)}`);
				return `- ${markdownLink(lookalike(text), href)}${said}`;
			}),
			...(lines.length < count ? [`- ${more(count - lines.length)}`] : []),
		].join('\n'),
	]);
	const body = parts.length > 0 ? parts : [lookalike(nothing)];
	return [`### ${lookalike(title)}`, `> ${lookalike(lead)}`, ...body].join('\n\n');
}
