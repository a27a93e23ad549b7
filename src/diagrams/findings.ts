import {
	type DiagnosticDefinition,
	type DiagramFailure,
	defineDiagnostic,
	type Fence,
	type Finding,
	type Point,
	type SourceRange,
} from '../model/index.ts';

/** What the renderer says most often, in Chinese; mermaid's own rarer messages stay English. */
function inChinese(detail: string | number | undefined): string {
	return String(detail ?? '')
		.replace(/^unexpected end of the diagram$/, '图没有写完')
		.replace(/^unexpected end of line$/, '这一行没有写完')
		.replace(/^unexpected (`.*`)/, '不应出现 $1')
		.replace(/, expected /, '，应为 ')
		.replace(/^(`.*`) is not closed$/, '$1 没有结束')
		.replace(/^unknown diagram type$/, '不认识的图类型')
		.replace(/^the diagram is empty$/, '图是空的')
		.replace(/^Unrecognized text$/i, '有无法识别的文字')
		.replace(/^more than (\d+) connections$/, '连线超过 $1 条')
		.replace(/^more than (\d+) characters$/, '字符超过 $1 个')
		.replace(/ s$/, ' 秒');
}

export const mermaidSyntax = defineDiagnostic({
	code: 'MS301',
	rule: 'mermaid-syntax',
	severity: 'error',
	title: { en: 'Mermaid diagram with a syntax error', 'zh-CN': 'Mermaid 图有语法错误' },
	message: {
		en: (p) => `This line is not valid mermaid: ${p['detail']}. Correct it, or use another fence language.`,
		'zh-CN': (p) => `这一行不符合 mermaid 语法：${inChinese(p['detail'])}。请改正，或换用其他代码块语言。`,
	},
	why: {
		en: 'Readers would see the source text instead of a drawing, or nothing at all.',
		'zh-CN': '读者看到的会是源文本而不是图，甚至什么也没有。',
	},
	mend: {
		en: 'Correct the line that the finding names. Texts with brackets, quotes or keywords such as `end` need quotes: A["text (more)"]. To show mermaid source as code, write ```text instead of ```mermaid.',
		'zh-CN':
			'按提示的行改正。含有括号、引号或 `end` 等关键字的文字要加引号：A["文字（说明）"]。若只想展示 mermaid 源码，请把 ```mermaid 写成 ```text。',
	},
});

export const mermaidTimeout = defineDiagnostic({
	code: 'MS302',
	rule: 'mermaid-timeout',
	severity: 'error',
	title: { en: 'Mermaid diagram takes too long to draw', 'zh-CN': 'Mermaid 图绘制超时' },
	message: {
		en: (p) => `The diagram was not drawn within ${p['detail']}. Split it into smaller diagrams.`,
		'zh-CN': (p) => `图在 ${inChinese(p['detail'])} 内没有画完。请拆成几张较小的图。`,
	},
	why: {
		en: 'A diagram that takes this long stops the build for everybody, and nobody can read it.',
		'zh-CN': '这么慢的图会拖住所有人的构建，画出来也没人看得清。',
	},
	mend: {
		en: 'Split the diagram by topic. If it is small and the machine was merely busy, build again.',
		'zh-CN': '按主题拆分。如果图不大、只是机器繁忙，请重新构建。',
	},
});

export const mermaidCrash = defineDiagnostic({
	code: 'MS303',
	rule: 'mermaid-crash',
	severity: 'error',
	title: { en: 'Mermaid could not draw the diagram', 'zh-CN': 'Mermaid 无法绘制这张图' },
	message: {
		en: (p) =>
			`Mermaid understood the diagram but failed to draw it (${p['detail']}). Simplify it, or write it as another diagram type.`,
		'zh-CN': (p) => `Mermaid 读懂了这张图，但绘制失败（${p['detail']}）。请简化，或改用另一种图。`,
	},
	why: {
		en: 'The page would be published without the diagram.',
		'zh-CN': '页面发布后会缺少这张图。',
	},
	mend: {
		en: 'Remove lines until it draws: the last one removed is the cause. New diagram types of mermaid (`…-beta`) fail most often.',
		'zh-CN': '逐行删减直到能画出来，最后删去的一行就是原因。mermaid 的新图种（`…-beta`）最容易出错。',
	},
});

export const mermaidRefused = defineDiagnostic({
	code: 'MS304',
	rule: 'mermaid-refused',
	severity: 'error',
	title: { en: 'Mermaid diagram with refused content', 'zh-CN': 'Mermaid 图含有被拒绝的内容' },
	message: {
		en: (p) => `This diagram is not drawn: ${p['detail']}. Remove that, or split the diagram.`,
		'zh-CN': (p) => `这张图不会绘制：${inChinese(p['detail'])}。请去掉它，或拆分这张图。`,
	},
	why: {
		en: 'Diagrams come by pull request: what could run code, load something foreign or exhaust the build is not drawn.',
		'zh-CN': '图来自合并请求：可能执行代码、加载外部内容或耗尽构建资源的内容不予绘制。',
	},
	mend: {
		en: 'A diagram may have 50,000 characters and 500 connections, and may configure its layout only; colours and fonts are the site’s.',
		'zh-CN': '一张图最多 50,000 个字符、500 条连线，只能设置布局；颜色和字体由站点决定。',
	},
});

/** All findings that are born in this room. */
export const diagramsDiagnostics: readonly DiagnosticDefinition[] = [
	mermaidSyntax,
	mermaidTimeout,
	mermaidCrash,
	mermaidRefused,
];

const CODES: Readonly<Record<DiagramFailure['reason'], string>> = {
	syntax: mermaidSyntax.code,
	timeout: mermaidTimeout.code,
	crash: mermaidCrash.code,
	refused: mermaidRefused.code,
};

/** The finding for a fence that could not be drawn, at the line inside the fence where that is known. */
export function mermaidFinding(failure: DiagramFailure, fence: Fence, file: string): Finding {
	return {
		code: CODES[failure.reason],
		file,
		range: placeOf(failure, fence),
		params: { detail: failure.message },
	};
}

function placeOf(failure: DiagramFailure, fence: Fence): SourceRange {
	if (failure.line === undefined) return fence.range;
	const lines = fence.value.split('\n');
	const inside = Math.min(Math.max(failure.line, 1), lines.length);
	const text = (lines[inside - 1] ?? '').replace(/\r$/, '');
	const line = fence.contentLine + inside - 1;
	const at = (column: number): Point => ({ line, column: fence.contentColumn + column - 1 });
	const indent = text.length - text.trimStart().length;
	const from = Math.min(failure.column ?? indent + 1, text.length + 1);
	return { start: at(from), end: at(Math.max(text.length + 1, from)) };
}
