import { createHmac } from 'node:crypto';
import { bytesOf, fitted } from '../fit.ts';
import { type Chat, inParentheses, judgeCode } from '../message.ts';
import type { Outline } from '../outline.ts';

/** Of the whole body: 20 KB, less what the signature adds. */
const MOST_BYTES = 20_000;
/** Too many messages in a second or a minute. */
const BUSY: ReadonlySet<unknown> = new Set([11232, 11233]);

/**
 * The custom robot of Feishu and Lark: an interactive card. Signed in the body with HMAC-SHA256 over nothing, its key
 * being `timestamp\nsecret`, time in seconds (open.feishu.cn, custom bot usage guide).
 */
export const feishu: Chat = {
	host: /(^|\.)(feishu\.cn|larksuite\.com|larkoffice\.com)$/,
	payload: (outline) => fitted(outline, payloadOf, (made) => bytesOf(JSON.stringify(made)) <= MOST_BYTES),
	sign: ({ url, payload }, secret, now) => {
		const timestamp = String(Math.floor(now / 1000));
		const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
		return { url, payload: { timestamp, sign, ...payload } };
	},
	judge: (body) => judgeCode(body, ['code', 'msg'], BUSY),
};

function payloadOf({
	title,
	lead,
	sections,
	nothing,
	more,
	home,
}: Outline): Readonly<Record<string, unknown>> {
	const isUrgent = sections.some(({ lines }) => lines.some(({ alarm }) => alarm));
	const parts = sections.map(({ title: heading, count, lines }) =>
		[
			`**${escaped(heading)} (${count})**`,
			...lines.map(({ text, href, note, alarm }) => {
				const shown = href === undefined ? escaped(text) : `[${escaped(text)}](${inParentheses(href)})`;
				const said = note && (alarm ? ` <font color='red'>${escaped(note)}</font>` : ` ${escaped(note)}`);
				return `- ${shown}${said}`;
			}),
			...(lines.length < count ? [`- ${more(count - lines.length)}`] : []),
		].join('\n'),
	);
	return {
		msg_type: 'interactive',
		card: {
			config: { wide_screen_mode: true },
			header: {
				template: isUrgent ? 'orange' : 'turquoise',
				title: { tag: 'plain_text', content: title },
			},
			elements: [
				{ tag: 'markdown', content: escaped(lead) },
				...(parts.length > 0 ? parts : [escaped(nothing)]).map((content) => ({ tag: 'markdown', content })),
				...(home === undefined
					? []
					: [
							{
								tag: 'action',
								actions: [
									{
										tag: 'button',
										type: 'primary',
										text: { tag: 'plain_text', content: home.label },
										url: home.href,
									},
								],
							},
						]),
			],
		},
	};
}

/** Characters with a meaning are written as HTML entities, as the card's documentation asks. */
function escaped(text: string): string {
	return text.replace(/[&<>*~[\]()#_`\\]/g, (each) => `&#${each.codePointAt(0)};`);
}
