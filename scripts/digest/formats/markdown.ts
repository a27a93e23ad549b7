import { inParentheses } from '../message.ts';
import type { Outline } from '../outline.ts';

/** CommonMark, for a release note, a wiki page or an issue. */
export function markdownDigest({ title, lead, sections, nothing, home }: Outline): string {
	const parts = sections.map(({ title: heading, count, lines }) =>
		[
			`## ${escaped(heading)} (${count})`,
			'',
			...lines.map(({ text, href, note, alarm }) => {
				const shown = href === undefined ? escaped(text) : `[${escaped(text)}](${inParentheses(href)})`;
				const said = note && (alarm ? ` — **${escaped(note)}**` : ` — ${escaped(note)}`);
				return `- ${shown}${said}`;
			}),
		].join('\n'),
	);
	const foot = home === undefined ? [] : [`[${escaped(home.label)}](${inParentheses(home.href)})`];
	return `${[`# ${escaped(title)}`, escaped(lead), ...(parts.length > 0 ? parts : [escaped(nothing)]), ...foot].join('\n\n')}\n`;
}

function escaped(text: string): string {
	return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** Without any marks: the part of a mail for readers that show no HTML. */
export function plainDigest({ title, lead, sections, nothing, home }: Outline): string {
	const parts = sections.map(({ title: heading, count, lines }) =>
		[
			`${heading} (${count})`,
			...lines.flatMap(({ text, href, note }) => [
				`  - ${text}${note && ` — ${note}`}`,
				...(href === undefined ? [] : [`    ${href}`]),
			]),
		].join('\n'),
	);
	const foot = home === undefined ? [] : [`${home.label}: ${home.href}`];
	return `${[title, lead, ...(parts.length > 0 ? parts : [nothing]), ...foot].join('\n\n')}\n`;
}
