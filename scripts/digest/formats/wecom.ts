import { bytesOf, fitted } from '../fit.ts';
import { type Chat, judgeCode, lookalike, markdownLink } from '../message.ts';
import type { Outline } from '../outline.ts';

/** Of `markdown.content`, in UTF-8 (errcode 40058: “markdown.content exceed max length 4096”). */
const MOST_BYTES = 4096;
/** The system is busy; more than 20 messages in a minute. */
const BUSY: ReadonlySet<unknown> = new Set([-1, 45009, 45033]);

/** WeCom's group robot: Markdown (developer.work.weixin.qq.com/document/path/91770). The key in the address is all there is to prove. */
export const wecom: Chat = {
	host: /^qyapi\.weixin\.qq\.com$/,
	payload: (outline) => ({
		msgtype: 'markdown',
		markdown: { content: fitted(outline, textOf, (made) => bytesOf(made) <= MOST_BYTES) },
	}),
	judge: (body) => judgeCode(body, ['errcode', 'errmsg'], BUSY),
};

function textOf({ title, lead, sections, nothing, more, home }: Outline): string {
	const parts = sections.flatMap(({ title: heading, count, lines }) => [
		`**${lookalike(heading)} (${count})**`,
		...lines.map(({ text, href, note, alarm }) => {
			const color = alarm ? 'warning' : 'comment';
			const said = note && ` <font color="${color}">${lookalike(note)}</font>`;
			return `> ${markdownLink(lookalike(text), href)}${said}`;
		}),
		...(lines.length < count ? [`> ${more(count - lines.length)}`] : []),
		'',
	]);
	const body = parts.length > 0 ? parts : [lookalike(nothing), ''];
	const foot = home === undefined ? [] : [markdownLink(home.label, home.href)];
	return [`### ${lookalike(title)}`, lookalike(lead), '', ...body, ...foot].join('\n').trimEnd();
}
