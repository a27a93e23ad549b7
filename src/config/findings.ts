import { expectedInWords } from '../../schemas/expected-words.ts';
import { type Bilingual, type DiagnosticDefinition, defineDiagnostic } from '../model/index.ts';
import { yamlCause } from './yaml-causes.ts';

export const configYaml = defineDiagnostic({
	code: 'MS901',
	rule: 'config-yaml',
	severity: 'error',
	fixed: true,
	title: { en: 'mainstay.yaml is not valid YAML', 'zh-CN': 'mainstay.yaml 不是有效的 YAML' },
	message: {
		en: (p) =>
			`mainstay.yaml cannot be read: ${yamlCause(String(p['cause']), String(p['detail']), 'en')}. Correct this place; until then all settings have their defaults.`,
		'zh-CN': (p) =>
			`mainstay.yaml 无法读取：${yamlCause(String(p['cause']), String(p['detail']), 'zh-CN')}。请更正此处；在此之前所有设置都取默认值。`,
	},
	why: {
		en: 'Settings that were read by halves would check the documents against rules that nobody wrote.',
		'zh-CN': '只读进一半的设置，会用没有人写过的规则来检查文档。',
	},
	mend: {
		en: 'Indent with spaces, write every key once, put texts with `: ` or `#` in quotes, and repeat a value instead of using an alias.',
		'zh-CN': '用空格缩进，每个键只写一次，含 `: ` 或 `#` 的文字加引号，重复的值直接重写而不用别名。',
	},
});

export const configUnknownKey = defineDiagnostic({
	code: 'MS902',
	rule: 'config-unknown-key',
	severity: 'error',
	title: { en: 'Unknown key in mainstay.yaml', 'zh-CN': 'mainstay.yaml 中有未知的键' },
	message: {
		en: (p) =>
			`\`${p['key']}\` is not a setting${p['place'] === '' ? '' : ` of \`${p['place']}\``}. ${p['known'] === '' ? 'Keys consist of letters, digits, `-` and `_`' : `Known: ${p['known']}`}.`,
		'zh-CN': (p) =>
			`${p['place'] === '' ? '' : `\`${p['place']}\` 中`}没有 \`${p['key']}\` 这一设置。${p['known'] === '' ? '键由文字、数字、`-` 和 `_` 组成' : `可用的键：${p['known']}`}。`,
	},
	why: {
		en: 'A misspelt key would be ignored, and the default used without a word.',
		'zh-CN': '拼错的键会被忽略，悄悄改用默认值。',
	},
	mend: {
		en: 'Correct the spelling, or begin the key with `x-` when it belongs to another tool.',
		'zh-CN': '更正拼写；如果是其他工具用的键，请以 `x-` 开头。',
	},
});

export const configValue = defineDiagnostic({
	code: 'MS903',
	rule: 'config-value',
	severity: 'error',
	title: { en: 'Wrong value in mainstay.yaml', 'zh-CN': 'mainstay.yaml 中的值不正确' },
	message: {
		en: (p) =>
			p['received'] === ''
				? `\`${p['place']}\` is missing or empty; expected: ${expectedInWords(p['expected'], 'en')}.`
				: `\`${p['place']}\` cannot be \`${p['received']}\`; expected: ${expectedInWords(p['expected'], 'en')}.`,
		'zh-CN': (p) =>
			p['received'] === ''
				? `缺少 \`${p['place']}\`，或它是空的；应为：${expectedInWords(p['expected'], 'zh-CN')}。`
				: `\`${p['place']}\` 不能是 \`${p['received']}\`；应为：${expectedInWords(p['expected'], 'zh-CN')}。`,
	},
	why: {
		en: 'A value that is not understood is left out and its default used instead.',
		'zh-CN': '不能理解的值会被略去，改用默认值。',
	},
	mend: { en: 'Write a value of the expected form.', 'zh-CN': '按要求的形式填写。' },
});

export const configUnknownRule = defineDiagnostic({
	code: 'MS904',
	rule: 'config-unknown-rule',
	severity: 'error',
	title: { en: 'Unknown rule in mainstay.yaml', 'zh-CN': 'mainstay.yaml 中有未知的规则' },
	message: {
		en: (p) =>
			`There is no rule \`${p['name']}\`. Use a rule's name as it stands behind a message, or run \`mainstay explain\` with its code.`,
		'zh-CN': (p) =>
			`没有名为 \`${p['name']}\` 的规则。请使用消息后面显示的规则名，或用 \`mainstay explain\` 加代码查看。`,
	},
	why: {
		en: 'The setting would have no effect, and nobody would notice.',
		'zh-CN': '这项设置不会生效，也不会有人察觉。',
	},
	mend: { en: 'Correct the name or remove the line.', 'zh-CN': '更正规则名，或删除这一行。' },
});

export const configKinds = defineDiagnostic({
	code: 'MS905',
	rule: 'config-kinds',
	severity: 'error',
	title: { en: 'Unusable path pattern in mainstay.yaml', 'zh-CN': 'mainstay.yaml 中的路径模式不可用' },
	message: {
		en: (p) =>
			`The pattern \`${p['glob']}\` cannot match: ${PATTERN_CAUSES.en[String(p['cause'])] ?? p['cause']}. Write it relative to the documents folder, for example \`runbooks/**\`.`,
		'zh-CN': (p) =>
			`模式 \`${p['glob']}\` 不会匹配任何文件：${PATTERN_CAUSES['zh-CN'][String(p['cause'])] ?? p['cause']}。请相对于文档目录书写，例如 \`runbooks/**\`。`,
	},
	why: {
		en: 'The documents meant by it would be published as plain pages, unchecked.',
		'zh-CN': '它所指的文档会被当作普通页面发布，不做检查。',
	},
	mend: {
		en: 'Use `/` between folders and no `..`, for example `runbooks/**`.',
		'zh-CN': '目录之间用 `/`，不要用 `..`，例如 `runbooks/**`。',
	},
});

export const configLanguage = defineDiagnostic({
	code: 'MS906',
	rule: 'config-language',
	severity: 'error',
	title: { en: 'Not a language tag', 'zh-CN': '不是语言标签' },
	message: {
		en: (p) =>
			`\`${p['tag']}\` is not a language tag. Write one such as zh-CN, zh-TW or en, in this letter case.`,
		'zh-CN': (p) => `\`${p['tag']}\` 不是语言标签。请写成 zh-CN、zh-TW、en 这样的形式，注意大小写。`,
	},
	why: {
		en: 'Language tags become part of addresses and decide how a page is searched and read aloud.',
		'zh-CN': '语言标签会成为地址的一部分，并决定页面如何被搜索和朗读。',
	},
	mend: {
		en: 'Use a BCP 47 tag: language, optional script, optional region.',
		'zh-CN': '使用 BCP 47 标签：语言，可选文字，可选地区。',
	},
});

export const configSource = defineDiagnostic({
	code: 'MS907',
	rule: 'config-source',
	severity: 'error',
	fixed: true,
	title: { en: 'Unusable documents folder', 'zh-CN': '文档目录不可用' },
	message: {
		en: (p) => `The documents folder \`${p['path']}\` ${SOURCE_CAUSES.en(String(p['cause']))}.`,
		'zh-CN': (p) => `文档目录 \`${p['path']}\` ${SOURCE_CAUSES['zh-CN'](String(p['cause']))}。`,
	},
	why: {
		en: 'Without its folder a whole set of documents would silently vanish from the site.',
		'zh-CN': '目录不可用时，整批文档会从站点上悄悄消失。',
	},
	mend: {
		en: 'Name a folder inside the project that exists, each only once.',
		'zh-CN': '写项目内存在的目录，每个只写一次。',
	},
});

export const configAudience = defineDiagnostic({
	code: 'MS908',
	rule: 'config-audience',
	severity: 'error',
	fixed: true,
	title: { en: 'Unknown module in an audience', 'zh-CN': '受众中有未知的模块' },
	message: {
		en: (p) =>
			`The audience \`${p['audience']}\` names the module \`${p['module']}\`, which is not declared under \`modules\`. Declare it or correct the name.`,
		'zh-CN': (p) =>
			`受众 \`${p['audience']}\` 使用了模块 \`${p['module']}\`，但 \`modules\` 中没有声明。请先声明，或更正名称。`,
	},
	why: {
		en: 'An audience decides what strangers see; a module that does not exist shows that something else was meant.',
		'zh-CN': '受众决定外部人员能看到什么；写了不存在的模块，说明原意另有所指。',
	},
	mend: { en: 'Use keys of `modules`.', 'zh-CN': '使用 `modules` 中的键。' },
});

export const configGitSource = defineDiagnostic({
	code: 'MS909',
	rule: 'config-git-source',
	severity: 'error',
	fixed: true,
	title: { en: 'Git sources are not fetched', 'zh-CN': '不会拉取 Git 来源' },
	message: {
		en: (p) =>
			`The source \`${p['name']}\` names a git repository, and a build fetches nothing. Check it out beside the documents and name that folder: \`path: ${p['name']}\`.`,
		'zh-CN': (p) =>
			`来源 \`${p['name']}\` 写的是 Git 仓库，而构建不会拉取任何内容。请把它检出到旁边的目录，并改写为 \`path: ${p['name']}\`。`,
	},
	why: {
		en: 'The same input must give the same site: what a network returns today is not part of the input.',
		'zh-CN': '相同的输入必须得到相同的站点，而网络今天返回的内容不属于输入。',
	},
	mend: {
		en: 'Add a checkout step (or a git submodule) before the build and use `path`.',
		'zh-CN': '在构建前加一步检出（或使用 git 子模块），并用 `path` 指定目录。',
	},
});

export const configUnreadable = defineDiagnostic({
	code: 'MS910',
	rule: 'config-unreadable',
	severity: 'error',
	fixed: true,
	title: { en: 'mainstay.yaml cannot be used', 'zh-CN': 'mainstay.yaml 无法使用' },
	message: {
		en: (p) => UNREADABLE.en(String(p['cause']), String(p['detail'])),
		'zh-CN': (p) => UNREADABLE['zh-CN'](String(p['cause']), String(p['detail'])),
	},
	why: {
		en: 'Going on without the settings would publish something other than what was asked for.',
		'zh-CN': '不带设置继续，发布的就不是所要求的内容。',
	},
	mend: {
		en: 'Keep mainstay.yaml a small UTF-8 text file that the build may read.',
		'zh-CN': '让 mainstay.yaml 保持为构建可以读取的、较小的 UTF-8 文本文件。',
	},
});

export const audiencesNotApplied = defineDiagnostic({
	code: 'MS911',
	rule: 'config-audiences-not-applied',
	severity: 'warning',
	title: { en: 'Audiences are declared but not applied', 'zh-CN': '声明了受众，但尚未生效' },
	message: {
		en: () =>
			'No build is limited to an audience yet: every document is published, whatever its classification. Keep what outsiders may not see in a project of its own.',
		'zh-CN': () => '目前还不能按受众构建：无论密级如何，所有文档都会发布。不能对外的内容请放在单独的项目里。',
	},
	why: {
		en: 'Who declares an audience may believe that confidential documents stay out of the site. They do not.',
		'zh-CN': '声明受众的人可能以为机密文档不会进入站点，其实会。',
	},
	mend: {
		en: 'Split the knowledge base by folder and build each with its own mainstay.yaml, or set this rule to off to keep the declaration.',
		'zh-CN': '按目录拆分知识库，各用自己的 mainstay.yaml 构建；或把此规则设为 off，仅保留声明。',
	},
});

const PATTERN_CAUSES: Bilingual<Readonly<Record<string, string>>> = {
	en: {
		empty: 'it is empty',
		backslash: 'folders are separated by `/`, not by a backslash',
		absolute: 'it begins at the top of the disk',
		parent: '`..` leaves the documents folder',
		syntax: 'a bracket is not closed',
	},
	'zh-CN': {
		empty: '它是空的',
		backslash: '目录之间应该用 `/` 而不是反斜杠',
		absolute: '它从磁盘根目录开始',
		parent: '`..` 超出了文档目录',
		syntax: '有括号没有闭合',
	},
};

const SOURCE_CAUSES = {
	en: (cause: string): string =>
		({
			outside:
				'lies outside the project. Move it below the folder of mainstay.yaml, or put mainstay.yaml higher up',
			missing: 'does not exist. Create it or correct the path (relative to mainstay.yaml)',
			file: 'is a file. Name the folder that holds the documents',
			twice: 'is named twice. Remove one of the two',
			inside:
				'overlaps with another one, so its documents would be read twice. Name only the outer folder, or folders beside each other',
			'no-path': 'has no path. Write `path:` with the folder, relative to mainstay.yaml',
		})[cause] ?? cause,
	'zh-CN': (cause: string): string =>
		({
			outside: '在项目之外。请移到 mainstay.yaml 所在目录之下，或把 mainstay.yaml 放到更上层',
			missing: '不存在。请创建，或更正路径（相对于 mainstay.yaml）',
			file: '是一个文件。请写存放文档的目录',
			twice: '写了两次。请删去其中一个',
			inside: '与另一个目录重叠，其中的文档会被读两遍。请只写外层目录，或写互不包含的目录',
			'no-path': '没有路径。请用 `path:` 写出目录，相对于 mainstay.yaml',
		})[cause] ?? cause,
};

const UNREADABLE = {
	en: (cause: string, detail: string): string =>
		({
			encoding: 'mainstay.yaml is not valid UTF-8. Save it as UTF-8.',
			size: `mainstay.yaml has ${detail} KB; settings may have 1024 KB. Move what is not settings elsewhere.`,
		})[cause] ?? `mainstay.yaml cannot be read (${detail}). Check its permissions.`,
	'zh-CN': (cause: string, detail: string): string =>
		({
			encoding: 'mainstay.yaml 不是有效的 UTF-8。请另存为 UTF-8。',
			size: `mainstay.yaml 有 ${detail} KB，上限为 1024 KB。请把不属于设置的内容移走。`,
		})[cause] ?? `mainstay.yaml 无法读取（${detail}）。请检查权限。`,
};

/** Everything that can be wrong with mainstay.yaml. */
export const configDiagnostics: readonly DiagnosticDefinition[] = [
	configYaml,
	configUnknownKey,
	configValue,
	configUnknownRule,
	configKinds,
	configLanguage,
	configSource,
	configAudience,
	configGitSource,
	configUnreadable,
	audiencesNotApplied,
];
