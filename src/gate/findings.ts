import { type DiagnosticDefinition, defineDiagnostic, type MessageParams } from '../model/index.ts';

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

function where(path: string | number | undefined, part: string | number | undefined): string {
	return part ? `\`${part}\` in \`${path}\`` : `\`${path}\``;
}

function inChinese(path: string | number | undefined, part: string | number | undefined): string {
	return part ? `\`${path}\` 的 \`${part}\`` : `\`${path}\``;
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

export const includeDrift = defineDiagnostic({
	code: 'MS570',
	rule: 'include-drift',
	severity: 'error',
	title: { en: 'Included source has changed', 'zh-CN': '引用的源码已变化' },
	message: {
		en: (p) =>
			`This block says it is ${where(p['path'], p['part'])}, but differs from it${p['first'] ? `, first at \`${p['first']}\`` : ''} (+${p['added']} −${p['removed']} lines). Copy the source anew: ${p['place']}`,
		'zh-CN': (p) =>
			`这段代码声明取自 ${inChinese(p['path'], p['part'])}，但两者不同${p['first'] ? `，首处在 \`${p['first']}\`` : ''}（+${p['added']} −${p['removed']} 行）。请重新复制源码：${p['place']}`,
	},
	why: {
		en: 'Readers take a block that names its source for the code that runs.',
		'zh-CN': '读者会把注明出处的代码当作正在运行的代码。',
	},
	mend: {
		en: 'Take over the present source (`mainstay check --fix` does it), and see whether the text around it still holds.',
		'zh-CN': '换成当前源码（`mainstay check --fix` 可自动完成），并检查上下文是否仍然成立。',
	},
});

export const includeMissing = defineDiagnostic({
	code: 'MS571',
	rule: 'include-file-missing',
	severity: 'error',
	title: { en: 'Source of a block is missing', 'zh-CN': '代码块引用的源文件不存在' },
	message: {
		en: (p) =>
			`There is no file \`${p['path']}\` in the repository. Write its path from the root of the repository or of the knowledge base.`,
		'zh-CN': (p) => `仓库中没有文件 \`${p['path']}\`。请写从仓库根目录或知识库根目录开始的路径。`,
	},
	why: {
		en: 'Nobody can tell whether a block without its source is still true.',
		'zh-CN': '源文件没有了，就无法判断这段代码是否仍然成立。',
	},
	mend: { en: 'Correct `file=`, or take the block out.', 'zh-CN': '修正 `file=`，或删除这段代码。' },
});

export const codePartMissing = defineDiagnostic({
	code: 'MS572',
	rule: 'code-part-missing',
	severity: 'error',
	title: { en: 'Symbol or region is not in the file', 'zh-CN': '文件中没有该符号或区域' },
	message: {
		en: (p) =>
			p['type'] === 'region'
				? p['line']
					? `\`${p['path']}\` opens the region “${p['name']}” in line ${p['line']} and nowhere closes it. Add a comment where it ends: mainstay:end ${p['name']}.`
					: `\`${p['path']}\` has no region “${p['name']}”. Mark it by two comments: mainstay:begin ${p['name']} and mainstay:end ${p['name']}.`
				: `\`${p['path']}\` does not define “${p['name']}”. ${p['languages'] ? `Symbols are found in ${p['languages']}; elsewhere mark a region.` : 'Correct the name, or name the file that defines it now.'}`,
		'zh-CN': (p) =>
			p['type'] === 'region'
				? p['line']
					? `\`${p['path']}\` 第 ${p['line']} 行开始了区域“${p['name']}”，却没有结束。请在区域结尾加一行注释：mainstay:end ${p['name']}。`
					: `\`${p['path']}\` 中没有区域“${p['name']}”。请用两行注释标出：mainstay:begin ${p['name']} 和 mainstay:end ${p['name']}。`
				: `\`${p['path']}\` 中没有定义“${p['name']}”。${p['languages'] ? `可识别符号的语言：${p['languages']}；其他语言请用标记区域。` : '请更正名称，或改写为现在定义它的文件。'}`,
	},
	why: {
		en: 'What is not found cannot be compared: changes to it would pass unseen.',
		'zh-CN': '找不到就无法比较，它的变更会悄悄溜过。',
	},
	mend: { en: 'Correct the name, or mark the region.', 'zh-CN': '修正名称，或标出区域。' },
});

export const regionAgain = defineDiagnostic({
	code: 'MS568',
	rule: 'code-region-again',
	severity: 'error',
	title: { en: 'Region is marked more than once', 'zh-CN': '区域被标记多次' },
	message: {
		en: (p) =>
			`\`${p['path']}\` opens the region “${p['name']}” again in line ${p['line']}; only the first is compared. Give each region of the file a name of its own.`,
		'zh-CN': (p) =>
			`\`${p['path']}\` 第 ${p['line']} 行又开始了一个区域“${p['name']}”，只有第一个会被比较。请让文件中的每个区域各有名称。`,
	},
	why: {
		en: 'Changes to the second one, or to what follows an inner end, would pass unseen.',
		'zh-CN': '第二个区域、或内层结束标记之后的改动，会悄悄溜过。',
	},
	mend: {
		en: 'Rename one of the two in the code, and name both where both are meant.',
		'zh-CN': '在代码里给其中一个改名；两个都要覆盖时，两个都写上。',
	},
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

/** About a change, not about what a file says. */
export const changeDiagnostics: readonly DiagnosticDefinition[] = [
	codeWithoutNote,
	waiverWithoutReason,
	waiverUnknown,
	waiverMisspelt,
	waived,
	codeGone,
	testGone,
	testUntouched,
];

export const gateDiagnostics: readonly DiagnosticDefinition[] = [
	...changeDiagnostics,
	includeDrift,
	includeMissing,
	codePartMissing,
	regionAgain,
];
