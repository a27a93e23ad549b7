import { createHash } from 'node:crypto';
import { escapeAttribute, escapeText } from '../../../src/model/index.ts';
import type { Outline, OutlineLine, OutlineSection } from '../outline.ts';
import { plainDigest } from './markdown.ts';

/** Mail programs know neither style sheets nor grids for sure: tables and styles on the elements, dark colours where they are known. */
const FONT =
	"-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'PingFang SC','PingFang TC','Microsoft YaHei','Microsoft JhengHei','Noto Sans CJK SC',Arial,sans-serif";
const DARK = `@media (prefers-color-scheme:dark){
.paper{background:#111615!important}.card{background:#171e1d!important;border-color:#2a3332!important}
.ink{color:#e4eae8!important}.soft{color:#b4bfbc!important}.link{color:#6cc7cd!important}
.alarm{color:#ff9f96!important}.rule{border-color:#2a3332!important}.button{background:#12717c!important}}`;

/** A whole HTML document that stands by itself as the body of a mail. */
export function htmlDigest(outline: Outline): string {
	const { title, lead, sections, nothing, home, lang } = outline;
	const body =
		sections.length > 0
			? sections.map(sectionHtml).join('\n')
			: `<tr><td class="ink" style="padding:20px 28px;color:#17201f;font-size:15px">${escapeText(nothing)}</td></tr>`;
	const button =
		home === undefined
			? ''
			: `<tr><td style="padding:8px 28px 28px"><a class="button" href="${escapeAttribute(home.href)}" style="display:inline-block;padding:10px 20px;border-radius:5px;background:#0b5c66;color:#ffffff;font-size:15px;text-decoration:none">${escapeText(home.label)}</a></td></tr>\n`;
	return `<!doctype html>
<html lang="${escapeAttribute(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeText(title)}</title>
<style>${DARK}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#fafaf7">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:#fafaf7;font-family:${FONT}">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:640px;background:#ffffff;border:1px solid #e0e3dd;border-radius:8px;line-height:1.6;text-align:left">
<tr><td style="padding:24px 28px 4px"><h1 class="ink" style="margin:0;color:#17201f;font-size:20px;line-height:1.4">${escapeText(title)}</h1>
<p class="soft" style="margin:4px 0 0;color:#455150;font-size:14px">${escapeText(lead)}</p></td></tr>
${body}
${button}</table>
</td></tr>
</table>
</body>
</html>
`;
}

function sectionHtml({ title, count, lines }: OutlineSection): string {
	return `<tr><td style="padding:18px 28px 2px"><h2 class="ink rule" style="margin:0 0 6px;padding:0 0 4px;border-bottom:1px solid #b4bbb4;color:#17201f;font-size:15px">${escapeText(title)} <span class="soft" style="color:#5f6b69;font-weight:400">${count}</span></h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0">
${lines.map(lineHtml).join('\n')}
</table></td></tr>`;
}

function lineHtml({ text, href, note, alarm }: OutlineLine): string {
	const shown =
		href === undefined
			? escapeText(text)
			: `<a class="link" href="${escapeAttribute(href)}" style="color:#085d68;text-decoration:none">${escapeText(text)}</a>`;
	const [name, color] = alarm ? ['alarm', '#a3241c;font-weight:600'] : ['soft', '#5f6b69'];
	const said =
		note && `<br><span class="${name}" style="color:${color};font-size:13px">${escapeText(note)}</span>`;
	return `<tr><td class="ink" style="padding:5px 0;color:#17201f;font-size:15px">${shown}${said}</td></tr>`;
}

/**
 * A mail to open or to hand to a mailer (RFC 5322): plain text and HTML. Sender and recipients are left to whoever
 * sends it; the date is the day of the digest.
 */
export function mailDigest(outline: Outline, asOf: string): string {
	const [plain, html] = [plainDigest(outline), htmlDigest(outline)];
	const boundary = `=_${createHash('sha256').update(html).digest('hex').slice(0, 32)}`;
	const part = (type: string, text: string): string[] => [
		`--${boundary}`,
		`Content-Type: text/${type}; charset=utf-8`,
		'Content-Transfer-Encoding: base64',
		'',
		...(Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'utf8')
			.toString('base64')
			.match(/.{1,76}/g) ?? []),
		'',
	];
	return [
		`Subject: ${encodedWords(outline.title)}`,
		`Date: ${new Date(`${asOf}T08:00:00Z`).toUTCString().replace('GMT', '+0000')}`,
		'X-Unsent: 1',
		'MIME-Version: 1.0',
		`Content-Type: multipart/alternative;\r\n boundary="${boundary}"`,
		'',
		...part('plain', plain),
		...part('html', html),
		`--${boundary}--`,
		'',
	].join('\r\n');
}

/** RFC 2047: encoded words of at most 75 characters, never cutting a letter. */
function encodedWords(text: string): string {
	const words: string[] = [];
	let word = '';
	for (const letter of text.replace(/\s+/g, ' ')) {
		if (Buffer.byteLength(word + letter, 'utf8') > 42) {
			words.push(word);
			word = '';
		}
		word += letter;
	}
	return [...words, word]
		.map((each) => `=?UTF-8?B?${Buffer.from(each, 'utf8').toString('base64')}?=`)
		.join('\r\n ');
}
