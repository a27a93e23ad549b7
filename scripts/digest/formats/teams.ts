import { bytesOf, fitted } from '../fit.ts';
import { ACCEPTED, type Chat, lookalike, markdownLink } from '../message.ts';
import type { Outline } from '../outline.ts';

/** 28 KB by the book; messages of more than 21 KB were refused (the gem msteams_hermes measured it). */
const MOST_BYTES = 20_000;

/** Microsoft Teams, a workflow that posts what a webhook receives: one Adaptive Card. The address is all there is to prove. */
export const teams: Chat = {
	host: /(^|\.)(logic\.azure\.(com|us|cn)|api\.powerplatform\.com|webhook\.office\.com|powerautomate\.com)$/,
	payload: (outline) => fitted(outline, payloadOf, (made) => bytesOf(JSON.stringify(made)) <= MOST_BYTES),
	judge: (body) => {
		// The older webhooks report what became of a message in the text of a successful answer.
		const failure = /returned HTTP error (\d+)/i.exec(body)?.[1];
		return failure === undefined
			? ACCEPTED
			: { ok: false, again: failure === '429' || failure.startsWith('5'), reason: `HTTP ${failure}` };
	},
};

function payloadOf({
	title,
	lead,
	sections,
	nothing,
	more,
	home,
	lang,
}: Outline): Readonly<Record<string, unknown>> {
	const block = (text: string, more: object = {}) => ({ type: 'TextBlock', text, wrap: true, ...more });
	const parts = sections.flatMap(({ title: heading, count, lines }) => [
		block(`${lookalike(heading)} (${count})`, { weight: 'Bolder', separator: true, spacing: 'Medium' }),
		block(
			[
				...lines.map(({ text, href, note, alarm }) => {
					const said = note && (alarm ? ` **${lookalike(note)}**` : ` ${lookalike(note)}`);
					return `- ${markdownLink(lookalike(text), href)}${said}`;
				}),
				...(lines.length < count ? [`- ${more(count - lines.length)}`] : []),
			].join('\n'),
			{ spacing: 'Small' },
		),
	]);
	return {
		type: 'message',
		attachments: [
			{
				contentType: 'application/vnd.microsoft.card.adaptive',
				contentUrl: null,
				content: {
					$schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
					type: 'AdaptiveCard',
					version: '1.4',
					lang,
					msteams: { width: 'Full' },
					body: [
						block(lookalike(title), { size: 'Large', weight: 'Bolder' }),
						block(lookalike(lead), { isSubtle: true, spacing: 'None' }),
						...(parts.length > 0 ? parts : [block(lookalike(nothing))]),
					],
					...(home === undefined
						? {}
						: { actions: [{ type: 'Action.OpenUrl', title: home.label, url: home.href }] }),
				},
			},
		],
	};
}
