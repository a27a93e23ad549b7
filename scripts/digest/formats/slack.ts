import { escapeText } from '../../../src/model/index.ts';
import { fitted } from '../fit.ts';
import { ACCEPTED, type Chat } from '../message.ts';
import type { Outline, OutlineSection } from '../outline.ts';

const MOST_BLOCKS = 50;
/** Of one section. */
const MOST_LETTERS = 3000;
/** Of all blocks together: undocumented, refused as `msg_blocks_too_long` from about 13,200 on (slackapi/bolt-js issue 2509). */
const MOST_IN_ALL = 12_000;
const MOST_IN_HEADER = 150;

/** Slack's incoming webhook: blocks of mrkdwn, with a plain text for notifications. */
export const slack: Chat = {
	host: /(^|\.)slack(-gov)?\.com$/,
	payload: (outline) => ({
		text: `${outline.title} · ${outline.lead}`,
		blocks: fitted(outline, blocksOf, fits),
	}),
	judge: (body) =>
		body.trim() === 'ok' ? ACCEPTED : { ok: false, again: false, reason: body.slice(0, 120) },
};

interface Block {
	readonly type: string;
	readonly text?: { readonly type: string; readonly text: string };
	readonly elements?: readonly object[];
}

function fits(blocks: readonly Block[]): boolean {
	const lengths = blocks.map(({ text }) => text?.text.length ?? 0);
	return (
		blocks.length <= MOST_BLOCKS &&
		lengths.every((length) => length <= MOST_LETTERS) &&
		lengths.reduce((sum, length) => sum + length, 0) <= MOST_IN_ALL
	);
}

function blocksOf({ title, lead, sections, nothing, more, home }: Outline): Block[] {
	const parts =
		sections.length > 0 ? sections.map((section) => textOf(section, more)) : [escapeText(nothing)];
	return [
		{ type: 'header', text: { type: 'plain_text', text: [...title].slice(0, MOST_IN_HEADER).join('') } },
		{ type: 'context', elements: [{ type: 'mrkdwn', text: escapeText(lead) }] },
		...parts.map((text) => ({ type: 'section', text: { type: 'mrkdwn', text } })),
		...(home === undefined
			? []
			: [
					{
						type: 'actions',
						elements: [{ type: 'button', text: { type: 'plain_text', text: home.label }, url: home.href }],
					},
				]),
	];
}

function textOf({ title, count, lines }: OutlineSection, more: Outline['more']): string {
	return [
		`*${escapeText(title)}* (${count})`,
		...lines.map(({ text, href, note, alarm }) => {
			const shown =
				href === undefined ? escapeText(text) : `<${href}|${escapeText(text).replace(/\|/g, '｜')}>`;
			const said = note && (alarm ? ` *${escapeText(note)}*` : ` ${escapeText(note)}`);
			return `• ${shown}${said}`;
		}),
		...(lines.length < count ? [`• ${more(count - lines.length)}`] : []),
	].join('\n');
}
