import { defineDiagnostic } from '../../model/index.ts';

export const directiveAttribute = defineDiagnostic({
	code: 'MS120',
	rule: 'directive-attribute',
	severity: 'error',
	title: { en: 'A directive attribute that means nothing', 'zh-CN': '指令的属性无效' },
	message: {
		en: ({ directive, attribute, value, expected, written }) =>
			`${written || `${attribute}="${value}"`} means nothing on :::${directive}: ${expected === '' ? 'remove it.' : `write ${expected}.`}`,
		'zh-CN': ({ directive, attribute, value, expected, written }) =>
			`:::${directive} 的 ${written || `${attribute}="${value}"`} 没有意义：${expected === '' ? '请删去。' : `请写 ${expected}。`}`,
	},
	why: {
		en: 'A step whose risk cannot be read would be shown as harmless.',
		'zh-CN': '风险写错的步骤会被当成无害的步骤显示。',
	},
	mend: {
		en: 'Steps know id, risk (read-only, reversible, destructive) and minutes (a number).',
		'zh-CN': '步骤可用的属性是 id、risk（read-only、reversible、destructive）和 minutes（数字）。',
	},
});

export const directiveUnclosed = defineDiagnostic({
	code: 'MS121',
	rule: 'directive-unclosed',
	severity: 'warning',
	title: { en: 'A directive is never closed', 'zh-CN': '指令没有结束' },
	message: {
		en: ({ directive, colons, held, written }) =>
			written
				? `“${written}” has full-width colons and does not end :::${directive}: write "${colons}".`
				: held === ''
					? `:::${directive} has no closing line, so it runs to the end of what holds it: add a line "${colons}".`
					: `:::${directive} has too few colons to hold :::${held}, whose closing line ends both: write "${colons}" at its beginning and its end.`,
		'zh-CN': ({ directive, colons, held, written }) =>
			written
				? `“${written}”是全角冒号，不能结束 :::${directive}：请写成“${colons}”。`
				: held === ''
					? `:::${directive} 没有结束行，会一直延伸到所在部分的末尾：请补上一行“${colons}”。`
					: `:::${directive} 的冒号太少，容不下 :::${held}，后者的结束行会把两个都结束：开始行和结束行都请写成“${colons}”。`,
	},
	why: {
		en: 'Everything below becomes part of the step or note.',
		'zh-CN': '下面的全部内容都会变成这个步骤或提示的一部分。',
	},
	mend: {
		en: 'Close it with as many colons as it was opened with; an outer directive needs more colons than an inner one.',
		'zh-CN': '用与开始行同样多的冒号结束；外层指令的冒号要比内层多。',
	},
});

export const tagUnpaired = defineDiagnostic({
	code: 'MS433',
	rule: 'tag-unpaired',
	severity: 'warning',
	title: { en: 'An HTML tag without its partner', 'zh-CN': 'HTML 标签没有成对' },
	message: {
		en: ({ name, reason }) =>
			reason === 'close'
				? `\`</${name}>\` closes nothing: no \`<${name}>\` is open here. Write the opening tag where it begins, or remove this one.`
				: reason === 'comment'
					? '`<!--` is never closed, so what follows is in no page. Write `-->` where the comment ends.'
					: reason === 'slash'
						? `\`<${name}>\` opens once more where the one before it is to end. Write \`</${name}>\`.`
						: `\`<${name}>\` is never closed, so it takes in what follows. Write \`</${name}>\` where it ends.`,
		'zh-CN': ({ name, reason }) =>
			reason === 'close'
				? `\`</${name}>\` 没有对应的 \`<${name}>\`。请在开始处补上，或删去这个标签。`
				: reason === 'comment'
					? '`<!--` 没有结束，后面的内容不会出现在页面上。请在注释结束处写上 `-->`。'
					: reason === 'slash'
						? `前一个 \`<${name}>\` 应在此结束，这里却又开始一个。请写成 \`</${name}>\`。`
						: `\`<${name}>\` 没有结束标签，后面的内容都会算在里面。请在结束处写上 \`</${name}>\`。`,
	},
	why: {
		en: 'Sections below a fold that is not closed are hidden with it; bold or a link that is not closed goes on to the end of the page.',
		'zh-CN': '折叠块没有结束，后面的章节会一起被折起来；加粗或链接没有结束，会一直延续到页尾。',
	},
	mend: {
		en: 'Write both tags, `<details>` and `</details>`. To show a tag as text, put it into backticks.',
		'zh-CN': '`<details>` 和 `</details>` 要成对写。要原样显示标签，请放进反引号。',
	},
});

export const nestingTooDeep = defineDiagnostic({
	code: 'MS610',
	rule: 'nesting-too-deep',
	severity: 'error',
	fixed: true,
	title: { en: 'Text is nested too deeply', 'zh-CN': '正文嵌套过深' },
	message: {
		en: ({ most }) => `Lists, quotes or emphasis are nested more than ${most} deep here: flatten them.`,
		'zh-CN': ({ most }) => `此处的列表、引用或强调嵌套超过 ${most} 层：请展平。`,
	},
	why: {
		en: 'Such a text takes minutes to read and is never meant for people.',
		'zh-CN': '读取这样的文字要花几分钟，而且它不是写给人看的。',
	},
	mend: { en: 'Flatten the text.', 'zh-CN': '展平这段文字。' },
});

export const bodyUnreadable = defineDiagnostic({
	code: 'MS611',
	rule: 'body-unreadable',
	severity: 'error',
	fixed: true,
	title: { en: 'The text cannot be read', 'zh-CN': '正文无法读取' },
	message: {
		en: ({ detail }) =>
			`The Markdown parser gave up on this file (${detail}): split the document or simplify its markup.`,
		'zh-CN': ({ detail }) => `Markdown 解析器无法处理这个文件（${detail}）：请拆分文档或简化标记。`,
	},
	why: {
		en: 'A text that the parser cannot finish would be published broken.',
		'zh-CN': '解析器处理不完的文字，发布出来会是残缺的。',
	},
	mend: { en: 'Split the document.', 'zh-CN': '拆分文档。' },
});

export const markupBomb = defineDiagnostic({
	code: 'MS612',
	rule: 'markup-bomb',
	severity: 'error',
	fixed: true,
	title: { en: 'Too much unclosed markup in one place', 'zh-CN': '一处的未闭合标记过多' },
	message: {
		en: ({ what, count, most }) =>
			`${count} × "${what}" in one paragraph; the most is ${most}: put it into a code block.`,
		'zh-CN': ({ what, count, most }) => `同一段里有 ${count} 个“${what}”，上限是 ${most}：请放进代码块。`,
	},
	why: {
		en: 'Every opening mark is compared with all later ones: thousands of them take minutes.',
		'zh-CN': '每个开始标记都要与后面所有标记比对：几千个就要花几分钟。',
	},
	mend: { en: 'Move logs and data into a fenced code block.', 'zh-CN': '把日志和数据放进围栏代码块。' },
});

export const bodyDiagnostics = [
	directiveAttribute,
	directiveUnclosed,
	tagUnpaired,
	nestingTooDeep,
	bodyUnreadable,
	markupBomb,
];
