import type { InterfaceLanguage } from '../../src/model/index.ts';

/** Texts in the hook. They stand in single quotes of the shell and as values of YAML: no quotes, no `: `, no ` #`. */
export const HOOK_WORDS: Readonly<
	Record<InterfaceLanguage, Readonly<Record<'about' | 'skip' | 'missing' | 'hint', string>>>
> = {
	en: {
		about: 'Checks what changed in the knowledge base before every commit.',
		skip: 'To commit without it once, use git commit --no-verify',
		missing: 'Mainstay is not installed here, so the knowledge base was not checked.',
		hint: 'Nothing was committed. Mend the errors above; mainstay check --fix mends what is safe. If code need not change its note, commit with --no-verify and a Docs-Waiver trailer, which the pipeline reads.',
	},
	'zh-CN': {
		about: '每次提交前检查知识库中改动的内容。',
		skip: '只想跳过一次，用 git commit --no-verify',
		missing: '这里没有安装 Mainstay，没有检查知识库。',
		hint: '没有提交。请先修复上面的错误；mainstay check --fix 会修复可以安全修复的。代码改动确实不影响说明时，用 --no-verify 提交并写一行 Docs-Waiver，流水线会读取它。',
	},
	'zh-TW': {
		about: '每次提交前檢查知識庫中改動的內容。',
		skip: '只想略過一次，用 git commit --no-verify',
		missing: '這裡沒有安裝 Mainstay，沒有檢查知識庫。',
		hint: '沒有提交。請先修復上面的錯誤；mainstay check --fix 會修復可以安全修復的。程式改動確實不影響說明時，用 --no-verify 提交並寫一行 Docs-Waiver，管線會讀取它。',
	},
};
