import { defineDiagnostic } from '../../model/index.ts';

const WHY = {
	en: 'A finding that somebody switched off must say why, or the next person can neither keep nor remove it.',
	'zh-CN': '关掉一条检查结果必须写明理由，否则后来的人既不敢留也不敢删。',
};

export const suppressionWithoutReason = defineDiagnostic({
	code: 'MS140',
	rule: 'suppression-without-reason',
	severity: 'error',
	fixed: true,
	title: { en: 'A finding is ignored without a reason', 'zh-CN': '忽略检查结果却没有写理由' },
	message: {
		en: ({ codes }) =>
			`This line gives no reason, so it does not count. Write \`mainstay-ignore ${codes}: why\`.`,
		'zh-CN': ({ codes }) => `这一行没有写理由，因此无效。请写成 \`mainstay-ignore ${codes}: 理由\`。`,
	},
	why: WHY,
	mend: {
		en: 'Put the reason behind a colon, on the same line; the best one names who decided it and until when.',
		'zh-CN': '在同一行冒号后面写理由；最好写明谁决定的、到什么时候为止。',
	},
});

export const suppressionUnused = defineDiagnostic({
	code: 'MS141',
	rule: 'suppression-unused',
	severity: 'warning',
	title: { en: 'An ignored finding no longer exists', 'zh-CN': '被忽略的检查结果已不存在' },
	message: {
		en: ({ code }) =>
			`There is no ${code} here to ignore. Remove the code; if the finding moved, move this line above its place.`,
		'zh-CN': ({ code }) => `此处没有可忽略的 ${code}。请删去该代码；如果问题移了位置，请把这一行移到它上面。`,
	},
	why: {
		en: 'Left behind, it would silently hide the next real finding at this place.',
		'zh-CN': '留着不删，下次这里真出问题就会被悄悄盖住。',
	},
	mend: {
		en: 'In Markdown the line covers the block below it, in frontmatter the field below it, and findings about the whole document.',
		'zh-CN': '在正文中它只管下面一块内容；在文件头中它管下面一个字段，以及关于整篇文档的结果。',
	},
});

export const suppressionRefused = defineDiagnostic({
	code: 'MS142',
	rule: 'suppression-refused',
	severity: 'error',
	fixed: true,
	title: { en: 'A finding that cannot be ignored', 'zh-CN': '不能忽略的检查结果' },
	message: {
		en: ({ code, what }) =>
			what === 'fixed'
				? `${code} cannot be ignored: publishing would lose or leak something. Mend what it says.`
				: what === 'change'
					? `${code} is about a change, not about this text. Put \`Docs-Waiver: <id> <reason>\` into a commit of the change.`
					: what === 'unknown'
						? `There is no code ${code}. \`mainstay explain\` lists all.`
						: what === 'place'
							? 'A comment that ignores a finding stands in a line of its own above the block or field; here it covers nothing.'
							: 'This line cannot be read. Write `mainstay-ignore MS201: why`; several codes with commas.',
		'zh-CN': ({ code, what }) =>
			what === 'fixed'
				? `${code} 不能忽略：否则发布时会丢失或泄露内容。请按提示修改。`
				: what === 'change'
					? `${code} 针对的是变更，不是这段文字。请在变更的某个提交里写上 \`Docs-Waiver: <编号> <理由>\`。`
					: what === 'unknown'
						? `没有 ${code} 这个代码。\`mainstay explain\` 会列出全部代码。`
						: what === 'place'
							? '忽略结果的注释要单独占一行，写在那一块内容或字段上面；写在这里不起作用。'
							: '这一行无法识别。请写成 `mainstay-ignore MS201: 理由`，多个代码用逗号隔开。',
	},
	why: WHY,
	mend: {
		en: 'Name codes as the findings show them, several separated by commas.',
		'zh-CN': '按检查结果显示的代码书写，多个用逗号隔开。',
	},
});

export const suppressionDiagnostics = [suppressionWithoutReason, suppressionUnused, suppressionRefused];
