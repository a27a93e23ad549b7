import { defineDiagnostic } from '../model/index.ts';
import { inChinese, where } from './source-words.ts';

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

export const codePathMissing = defineDiagnostic({
	code: 'MS573',
	rule: 'code-path-missing',
	severity: 'warning',
	title: { en: 'A path of code that covers nothing', 'zh-CN': '代码路径没有对应的文件' },
	message: {
		en: (p) =>
			p['slip']
				? `\`${p['path']}\` covers nothing: folders are parted by \`/\`, also on Windows. Write it with \`/\`.`
				: p['glob']
					? `No file of the repository matches \`${p['path']}\`. Correct the pattern, or name the repository that holds the code in \`repo\`.`
					: `There is no \`${p['path']}\` in the repository. Correct the path, or name the repository that holds the code in \`repo\`.`,
		'zh-CN': (p) =>
			p['slip']
				? `\`${p['path']}\` 不对应任何文件：目录之间用 \`/\` 分隔，在 Windows 上也一样。请改用 \`/\`。`
				: p['glob']
					? `仓库中没有文件符合 \`${p['path']}\`。请更正模式，或在 \`repo\` 中写上代码所在的仓库。`
					: `仓库中没有 \`${p['path']}\`。请更正路径，或在 \`repo\` 中写上代码所在的仓库。`,
	},
	why: {
		en: 'An entry that covers nothing asks for nothing: changes of the code would pass unseen.',
		'zh-CN': '不对应任何文件的条目不起作用，代码的变更会悄悄溜过。',
	},
	mend: {
		en: 'Write the path from the root of the repository or of the knowledge base. Documents that are kept apart from the code are not asked for it: nothing is said where the repository has neither the first folder of the path nor the code of another note.',
		'zh-CN':
			'从仓库根目录或知识库根目录开始写路径。文档与代码分开存放时不做这项检查：仓库里既没有路径的第一层目录、也没有其他文档所写的代码时，不会提示。',
	},
});
