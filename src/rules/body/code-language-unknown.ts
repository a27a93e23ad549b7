import { isCodeLanguage } from '../../model/code-languages.ts';
import { defineRule, editDistance } from '../../model/index.ts';

export const codeLanguageUnknown = defineRule({
	code: 'MS432',
	rule: 'code-language-unknown',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A code language that is written wrong', 'zh-CN': '代码语言写错了' },
	message: {
		en: ({ written, expected }) =>
			`“${written}” is no language that is known here. Write “${expected}” if that is meant.`,
		'zh-CN': ({ written, expected }) => `没有“${written}”这种代码语言。如果是指“${expected}”，请改过来。`,
	},
	why: {
		en: 'The code stays without colours; a diagram is shown as its text.',
		'zh-CN': '代码不会着色；如果是图，只会显示成文字。',
	},
	mend: {
		en: 'Languages that are near to no known one are left alone. What is neither code nor a diagram is `text`.',
		'zh-CN': '与已知语言都不相近的名称不会提示。既不是代码也不是图的内容写 `text`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/a.md': '# A\n\n```bpmn\nx\n```\n\n```ABAP\nx\n```\n\n```cql\nx\n```\n\n```plsql\nx\n```\n',
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': '# A\n\n```mmermaid\nflowchart LR\n```\n' }, at: 'docs/a.md:3:4' },
			{ files: { 'docs/a.md': '# 甲\n\n- 乙\n\n  ~~~ bah\n  ls\n  ~~~\n' }, at: 'docs/a.md:5:7' },
		],
	},
	check({ document, source, report }) {
		for (const { lang, range } of document.fences) {
			if (!/^[a-z]{2,14}$/.test(lang) || isCodeLanguage(lang) || ELSEWHERE.has(lang)) continue;
			const expected = COMMON.find((each) => isSlipOf(lang, each));
			if (expected === undefined) continue;
			const { line, column } = range.start;
			const opening = source.text.split(/\r\n|\n|\r/)[line - 1] ?? '';
			const at = opening.toLowerCase().indexOf(lang, column - 1) + 1;
			report({
				range: { start: { line, column: at }, end: { line, column: at + lang.length } },
				params: { written: lang, expected },
				suggestions: [{ value: expected }],
			});
		}
	},
});

/** What is written often enough that a neighbour of it is more likely a slip than another language. */
const COMMON: readonly string[] =
	'mermaid sql bash shell json yaml yml xml html css csv text txt java javascript typescript python csharp cpp php ruby rust kotlin abap cobol powershell docker dockerfile nginx ini toml properties diff http markdown graphql console plaintext'.split(
		' ',
	);

/** Names of languages elsewhere that a slip would give too. */
const ELSEWHERE: ReadonlySet<string> = new Set(
	'bush htm https jsonp jsons test tsql pgsql esql jsql ssql sqlx phpt xmlx xhtml'.split(' '),
);

/**
 * One letter too many, too few or swapped with its neighbour; another letter in names long enough only. Slips at the
 * first letter are rare, and names that differ there are mostly other languages (cql, xaml).
 */
function isSlipOf(written: string, known: string): boolean {
	const isSwapped = written[0] === known[1] && written[1] === known[0];
	if (written[0] !== known[0] && !isSwapped) return false;
	const distance = editDistance(written, known, 2);
	if (distance === 2) return known.length >= 8;
	return (
		distance === 1 && (written.length !== known.length || known.length >= 5 || areLettersSame(written, known))
	);
}

function areLettersSame(a: string, b: string): boolean {
	return [...a].sort().join('') === [...b].sort().join('');
}
