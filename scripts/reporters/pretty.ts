import { styleText } from 'node:util';
import type { Bilingual, Diagnostic, MessageLocale, Severity } from '../../src/model/index.ts';
import { inert } from '../../src/model/inert.ts';
import { chineseFor, wordsIn } from '../../src/model/wording.ts';
import type { Reporter, ReportInput, ReportSummary } from './reporter.ts';

const COLORS: Record<Severity, 'red' | 'yellow' | 'cyan'> = { error: 'red', warning: 'yellow', hint: 'cyan' };
const LABELS: Record<Severity, Bilingual<string>> = {
	error: { en: 'error', 'zh-CN': '错误' },
	warning: { en: 'warning', 'zh-CN': '警告' },
	hint: { en: 'hint', 'zh-CN': '提示' },
};

/** For people: place, message, code frame, nearest values; grouped by file, a summary last. */
export const pretty: Reporter = (input) => {
	const blocks = input.diagnostics.map((diagnostic) => block(diagnostic, input));
	const lines = [...blocks, ...moreLine(input), summaryLine(input.summary, input.locale)];
	return `${lines.join('\n')}\n`;
};

function block(diagnostic: Diagnostic, input: ReportInput): string {
	const { start } = diagnostic.range;
	const paint = painter(input.color);
	const label = paint(COLORS[diagnostic.severity], wordsIn(LABELS[diagnostic.severity], input.locale));
	// What a commit says, say, stands in no file.
	const place = diagnostic.file === '' ? '.' : `${diagnostic.file}:${start.line}:${start.column}`;
	const lines = [
		`${paint('bold', inert(place))}  ${label}  ${linked(diagnostic, input.color)} ${diagnostic.rule}`,
		`  ${inert(diagnostic.message)}`,
		...frame(diagnostic, input, paint),
		...suggestionLine(diagnostic, input.locale),
		...diagnostic.related.map(
			(each) =>
				`  ↳ ${inert(`${each.file}:${each.range.start.line}:${each.range.start.column} ${each.message}`)}`,
		),
	];
	return `${lines.join('\n')}\n`;
}

/** In a terminal the code leads to its page (OSC 8). */
function linked({ code, docsUrl }: Diagnostic, color: boolean): string {
	return color ? `\u001b]8;;${docsUrl}\u001b\\${code}\u001b]8;;\u001b\\` : code;
}

/** Where more is said about a finding, once for all of them. */
function moreLine({ diagnostics, locale }: ReportInput): string[] {
	const [first] = diagnostics;
	if (!first) return [];
	const words = wordsIn({ en: 'More on a code: ', 'zh-CN': '代码说明：' }, locale);
	return [`${words}mainstay explain ${first.code} · ${first.docsUrl}`];
}

/** Characters of a source line that a frame shows around the place. */
const FRAME_WIDTH = 100;

function frame(diagnostic: Diagnostic, input: ReportInput, paint: Paint): string[] {
	const { start, end } = diagnostic.range;
	const text = input.lineOf(diagnostic.file, start.line);
	if (text === undefined || text.trim() === '') return [];
	const from = Math.max(0, start.column - 1 - FRAME_WIDTH / 2);
	const shown = text.slice(from, from + FRAME_WIDTH);
	const length = end.line === start.line ? end.column - start.column : text.length - start.column + 1;
	const before = text.slice(from, start.column - 1);
	const marked = text.slice(start.column - 1, start.column - 1 + Math.max(1, length)).slice(0, shown.length);
	const gutter = String(start.line).padStart(5);
	return [
		`${paint('dim', `${gutter} │`)} ${inert(shown)}`,
		`${paint('dim', '      │')} ${' '.repeat(displayWidth(before))}${paint(COLORS[diagnostic.severity], '^'.repeat(Math.max(1, displayWidth(marked))))}`,
	];
}

/** Columns of a terminal: full-width characters take two. Ranges: Unicode East Asian Width, W and F. */
function displayWidth(text: string): number {
	let width = 0;
	for (const character of text) {
		width +=
			/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
				character,
			)
				? 2
				: 1;
	}
	return width;
}

function suggestionLine(diagnostic: Diagnostic, locale: MessageLocale): string[] {
	if (diagnostic.suggestions.length === 0) return [];
	const values = diagnostic.suggestions.map(({ value, note }) => inert(note ? `${value} (${note})` : value));
	return [
		locale === 'en'
			? `  Did you mean: ${values.join(', ')}`
			: chineseFor(locale)`  是否想写：${values.join('、')}`,
	];
}

function summaryLine(summary: ReportSummary, locale: MessageLocale): string {
	const { documents, errors, warnings, hints, suppressed = 0 } = summary;
	const seconds = (summary.durationMs / 1000).toFixed(1);
	if (locale !== 'en') {
		const zh = chineseFor(locale);
		const found =
			errors + warnings + hints === 0
				? zh`没有发现问题`
				: zh`${errors} 个错误，${warnings} 个警告，${hints} 个提示`;
		const ignored = suppressed > 0 ? zh`，另有 ${suppressed} 个注明理由后忽略` : '';
		return zh`${documents} 篇文档，${found}${ignored}（${seconds} 秒）`;
	}
	const found =
		errors + warnings + hints === 0
			? 'no problems'
			: `${plural(errors, 'error')}, ${plural(warnings, 'warning')}, ${plural(hints, 'hint')}`;
	const ignored = suppressed > 0 ? `, ${suppressed} ignored with a reason` : '';
	return `${plural(documents, 'document')}, ${found}${ignored} (${seconds} s)`;
}

function plural(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

type Paint = (style: 'red' | 'yellow' | 'cyan' | 'dim' | 'bold', text: string) => string;

function painter(color: boolean): Paint {
	return (style, text) => (color ? styleText(style, text, { validateStream: false }) : text);
}
