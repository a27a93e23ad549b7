import { type DiagnosticDefinition, defineDiagnostic, type MessageParams } from '../model/index.ts';
import {
	codePartMissing,
	codePathMissing,
	includeDrift,
	includeMissing,
	regionAgain,
} from './source-findings.ts';
import { inChinese, where } from './source-words.ts';

export const codeWithoutNote = defineDiagnostic({
	code: 'MS560',
	rule: 'code-without-note',
	severity: 'error',
	title: { en: 'Code changed without its note', 'zh-CN': '改了代码，没改对应的文档' },
	message: {
		en: (p) =>
			`${where(p['path'], p['part'])} ${p['change']}${lines(p['lines'])}, but ${p['id']} “${p['title']}”, which covers it, did not change. Bring ${p['section'] ? `its section “${p['section']}”` : 'it'} up to date, or say in a commit why not: Docs-Waiver: ${p['id']} <reason>`,
		'zh-CN': (p) =>
			`${inChinese(p['path'], p['part'])} ${p['change-zh']}${p['lines'] ? `（第 ${p['lines']} 行）` : ''}，而覆盖它的 ${p['id']}《${p['title']}》没有改。请更新${p['section'] ? `其中的“${p['section']}”一节` : '它'}，或在提交里说明理由：Docs-Waiver: ${p['id']} <理由>`,
	},
	why: {
		en: 'A note that no longer says what the code does is worse than none: it is believed.',
		'zh-CN': '与代码不符的文档比没有文档更糟：它会被相信。',
	},
	mend: {
		en: 'Change the note in the same branch. Where nothing in it is affected, put the trailer `Docs-Waiver: <id> <reason>` into a commit of the branch.',
		'zh-CN':
			'在同一分支里修改文档。确实不影响文档时，在分支的某个提交里写上尾注 `Docs-Waiver: <编号> <理由>`。',
	},
});

/** ` (line 4)`, ` (lines 4-7, 9)` */
function lines(spans: string | number | undefined): string {
	if (!spans) return '';
	return ` (${/[-,]/.test(String(spans)) ? 'lines' : 'line'} ${spans})`;
}

export const waiverWithoutReason = defineDiagnostic({
	code: 'MS561',
	rule: 'waiver-without-reason',
	severity: 'error',
	title: { en: 'Waiver without a reason', 'zh-CN': '豁免没有写理由' },
	message: {
		en: (p) =>
			`${commit(p)} waives ${p['id']} without a reason, so it waives nothing. Write: Docs-Waiver: ${p['id']} <reason>`,
		'zh-CN': (p) =>
			`提交 ${inCommit(p)} 豁免了 ${p['id']}，但没有写理由，因此不生效。请写成：Docs-Waiver: ${p['id']} <理由>`,
	},
	why: {
		en: 'The reason is what a reviewer judges; without it a waiver is a switch that turns the gate off.',
		'zh-CN': '评审看的就是理由；没有理由的豁免等于关掉检查。',
	},
	mend: {
		en: 'Amend the commit, or add another one with the trailer and its reason.',
		'zh-CN': '修改该提交，或再加一个带理由的尾注提交。',
	},
});

export const waiverUnknown = defineDiagnostic({
	code: 'MS562',
	rule: 'waiver-unknown-note',
	severity: 'error',
	title: { en: 'Waiver for a note that does not exist', 'zh-CN': '豁免的文档不存在' },
	message: {
		en: (p) =>
			`${commit(p)} waives “${p['id']}”, and no development note that covers code has this id, so it waives nothing. Amend the commit with the right id, or add another one.`,
		'zh-CN': (p) =>
			`提交 ${inCommit(p)} 豁免了“${p['id']}”，但没有覆盖代码的二次开发文档用这个编号，因此不生效。请用正确的编号修改该提交，或再加一个提交。`,
	},
	why: {
		en: 'A misspelt waiver waives nothing, and whoever wrote it believes that it does.',
		'zh-CN': '写错编号的豁免不起作用，写的人却以为起了作用。',
	},
	mend: { en: 'Write the id as the note has it.', 'zh-CN': '按文档里的写法填写编号。' },
});

export const waiverMisspelt = defineDiagnostic({
	code: 'MS566',
	rule: 'waiver-misspelt',
	severity: 'error',
	title: { en: 'Misspelt name of a waiver', 'zh-CN': '豁免的尾注名写错' },
	message: {
		en: (p) =>
			`${commit(p)} has the trailer “${p['key']}”, so it waives nothing. Amend the commit, or add another one, with: Docs-Waiver: ${p['id']} <reason>`,
		'zh-CN': (p) =>
			`提交 ${inCommit(p)} 的尾注写成了“${p['key']}”，因此不生效。请修改该提交，或再加一个提交，写成：Docs-Waiver: ${p['id']} <理由>`,
	},
	why: {
		en: 'A misspelt waiver waives nothing, and whoever wrote it believes that it does.',
		'zh-CN': '写错名称的豁免不起作用，写的人却以为起了作用。',
	},
	mend: {
		en: 'Write the trailer as `Docs-Waiver: <id> <reason>`.',
		'zh-CN': '把尾注写成 `Docs-Waiver: <编号> <理由>`。',
	},
});

/** `Commit abc1234 “Tidy up”` */
function commit({ commit: hash, subject }: MessageParams): string {
	return `Commit ${hash} “${subject}”`;
}

function inCommit({ commit: hash, subject }: MessageParams): string {
	return `${hash}“${subject}”`;
}

export const waived = defineDiagnostic({
	code: 'MS563',
	rule: 'code-waived',
	severity: 'hint',
	title: { en: 'Code changed without its note, waived', 'zh-CN': '改了代码没改文档，已豁免' },
	message: {
		en: (p) =>
			`${where(p['path'], p['part'])} changed without ${p['id']} “${p['title']}”; commit ${p['commit']} says why: ${p['reason']}`,
		'zh-CN': (p) =>
			`${inChinese(p['path'], p['part'])} 改了而 ${p['id']}《${p['title']}》没有改；提交 ${p['commit']} 说明了理由：${p['reason']}`,
	},
	why: {
		en: 'A waiver is a decision; whoever reviews the change must see it.',
		'zh-CN': '豁免是一项决定，评审者必须看得到。',
	},
	mend: { en: 'Nothing, if you agree with the reason.', 'zh-CN': '认可理由即可，无需处理。' },
});

export const testGone = defineDiagnostic({
	code: 'MS564',
	rule: 'note-test-gone',
	severity: 'error',
	title: { en: 'Note names a test that is gone', 'zh-CN': '文档列出的测试已不存在' },
	message: {
		en: (p) =>
			`The change takes away \`${p['path']}\`, and ${p['id']} still names it as its test. Name the test that proves it now.`,
		'zh-CN': (p) => `本次变更移走了 \`${p['path']}\`，而 ${p['id']} 仍把它列为测试。请改成现在的测试。`,
	},
	why: {
		en: 'Whoever upgrades the system runs the tests that the note names.',
		'zh-CN': '升级系统的人会按文档列出的测试去验证。',
	},
	mend: { en: 'Correct `tests` in the note.', 'zh-CN': '修改文档中的 `tests`。' },
});

export const testUntouched = defineDiagnostic({
	code: 'MS565',
	rule: 'code-without-test',
	severity: 'hint',
	title: { en: 'Code changed, none of its tests did', 'zh-CN': '改了代码，没动任何对应的测试' },
	message: {
		en: (p) =>
			`The code of ${p['id']} changed (${p['paths']}), and none of the tests that it names did. Check whether they still prove it.`,
		'zh-CN': (p) =>
			`${p['id']} 的代码改了（${p['paths']}），它列出的测试一个也没有动。请确认这些测试仍然有效。`,
	},
	why: {
		en: 'A test that no longer fits the code passes and proves nothing.',
		'zh-CN': '与代码脱节的测试会通过，但什么也证明不了。',
	},
	mend: { en: 'Extend a test, or leave it where it fits.', 'zh-CN': '补充测试；若仍适用则无需处理。' },
});

export const codeGone = defineDiagnostic({
	code: 'MS567',
	rule: 'note-code-gone',
	severity: 'error',
	title: { en: 'Note names code that is gone', 'zh-CN': '文档覆盖的代码已不存在' },
	message: {
		en: (p) =>
			`The change takes away \`${p['path']}\`, and ${p['id']} still names it in \`code\`. Name the file that holds the code now, or take the entry out.`,
		'zh-CN': (p) =>
			`本次变更移走了 \`${p['path']}\`，而 ${p['id']} 的 \`code\` 仍写着它。请改成代码现在所在的文件，或删去这一项。`,
	},
	why: {
		en: 'An entry that covers nothing asks for nothing: the next change of the code would pass unseen.',
		'zh-CN': '不覆盖任何文件的条目不起作用，代码下一次变更会悄悄溜过。',
	},
	mend: { en: 'Correct `code` in the note.', 'zh-CN': '修改文档中的 `code`。' },
});

export const noteTakenAway = defineDiagnostic({
	code: 'MS569',
	rule: 'note-taken-away',
	severity: 'error',
	title: { en: 'Code changed and its note was deleted', 'zh-CN': '改了代码，同时删掉了对应的文档' },
	message: {
		en: (p) =>
			`${where(p['path'], p['part'])} changed${lines(p['lines'])}, and ${p['id']} “${p['title']}”, which covered it, was deleted with the change. Keep the note and bring it up to date, have another one cover the code, or say in a commit why not: Docs-Waiver: ${p['id']} <reason>`,
		'zh-CN': (p) =>
			`${inChinese(p['path'], p['part'])} 改了${p['lines'] ? `（第 ${p['lines']} 行）` : ''}，而覆盖它的 ${p['id']}《${p['title']}》在同一次变更中被删除。请保留并更新该文档，或让另一篇文档覆盖这段代码，或在提交里说明理由：Docs-Waiver: ${p['id']} <理由>`,
	},
	why: {
		en: 'Who deletes the note has no note to change: the next one finds customised code that nobody explains.',
		'zh-CN': '删掉文档就不用改文档了，下一个人面对的是没有任何说明的定制代码。',
	},
	mend: {
		en: 'Bring the note back, or name the code in the note that takes its place. Code that is deleted as well asks for none.',
		'zh-CN': '恢复该文档，或在接替它的文档里写上这段代码。代码也一并删除时则不需要。',
	},
});

/** About a change, not about what a file says. */
export const changeDiagnostics: readonly DiagnosticDefinition[] = [
	codeWithoutNote,
	waiverWithoutReason,
	waiverUnknown,
	waiverMisspelt,
	waived,
	codeGone,
	noteTakenAway,
	testGone,
	testUntouched,
];

export const gateDiagnostics: readonly DiagnosticDefinition[] = [
	...changeDiagnostics,
	includeDrift,
	includeMissing,
	codePartMissing,
	regionAgain,
	codePathMissing,
];
