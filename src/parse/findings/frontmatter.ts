import { defineDiagnostic } from '../../model/index.ts';
import { yamlProblem } from './yaml-problems.ts';

export const yamlSyntax = defineDiagnostic({
	code: 'MS110',
	rule: 'frontmatter-syntax',
	severity: 'error',
	title: { en: 'Frontmatter is not valid YAML', 'zh-CN': '文件头不是有效的 YAML' },
	message: {
		en: ({ problem, detail }) =>
			`The frontmatter cannot be read: ${yamlProblem(String(problem), String(detail), 'en')}`,
		'zh-CN': ({ problem, detail }) =>
			`文件头无法读取：${yamlProblem(String(problem), String(detail), 'zh-CN')}`,
	},
	why: {
		en: 'Fields below a syntax error may be lost or read as something else, so the document cannot be published.',
		'zh-CN': '语法错误之后的字段可能丢失或被误读，因此不能发布这份文档。',
	},
	mend: {
		en: 'Mend the line shown. Texts that hold ": " or " #", or that start with one of [ { * & ! @ `, need quotes.',
		'zh-CN': '修改所指的那一行。文字里含有“: ”或“ #”，或者以 [ { * & ! @ ` 之一开头时，需要加引号。',
	},
});

export const duplicateKey = defineDiagnostic({
	code: 'MS111',
	rule: 'frontmatter-duplicate-key',
	severity: 'error',
	title: { en: 'A frontmatter key is written twice', 'zh-CN': '文件头的键重复' },
	message: {
		en: ({ key }) => `The key "${key}" is already there in the same map: keep one of the two.`,
		'zh-CN': ({ key }) => `同一层里已经有键“${key}”：两个只留一个。`,
	},
	why: {
		en: 'Only one of the two values can count, and readers cannot tell which.',
		'zh-CN': '两个值只有一个能生效，而读者看不出是哪一个。',
	},
	mend: {
		en: 'Delete one of them, or join the two values into one list.',
		'zh-CN': '删去其中一个，或者把两个值合成一个列表。',
	},
});

export const engineRefused = defineDiagnostic({
	code: 'MS112',
	rule: 'frontmatter-engine',
	severity: 'error',
	fixed: true,
	title: { en: 'Frontmatter in another language than YAML', 'zh-CN': '文件头使用了 YAML 以外的语言' },
	message: {
		en: ({ language }) =>
			`Frontmatter is YAML and starts with "---" alone: take "${language}" away and write the fields as YAML.`,
		'zh-CN': ({ language }) => `文件头只能是 YAML，第一行只写“---”：请去掉“${language}”，把字段写成 YAML。`,
	},
	why: {
		en: 'A word after the dashes chooses an interpreter; some of them run the frontmatter as program code.',
		'zh-CN': '横线后面的词会选择解释器，其中有的会把文件头当作程序运行。',
	},
	mend: { en: 'Make the first line exactly "---".', 'zh-CN': '把第一行改成只有“---”。' },
});

export const forbiddenKey = defineDiagnostic({
	code: 'MS113',
	rule: 'frontmatter-forbidden-key',
	severity: 'error',
	fixed: true,
	title: { en: 'A frontmatter key that is never allowed', 'zh-CN': '不允许的文件头键' },
	message: {
		en: ({ key }) => `The key "${key}" is not allowed in frontmatter: rename it.`,
		'zh-CN': ({ key }) => `文件头不允许使用键“${key}”：请换一个名字。`,
	},
	why: {
		en: 'This name reaches into the inner workings of JavaScript objects and is used in attacks.',
		'zh-CN': '这个名字会触及 JavaScript 对象的内部机制，常被用于攻击。',
	},
	mend: { en: 'Rename or remove the key.', 'zh-CN': '改名或删除这个键。' },
});

export const frontmatterTooLarge = defineDiagnostic({
	code: 'MS114',
	rule: 'frontmatter-too-large',
	severity: 'error',
	fixed: true,
	title: { en: 'Frontmatter is too large', 'zh-CN': '文件头过大' },
	message: {
		en: ({ bytes, most }) =>
			`The frontmatter has ${bytes} bytes, the most is ${most}: move text into the body.`,
		'zh-CN': ({ bytes, most }) => `文件头有 ${bytes} 字节，上限是 ${most}：请把文字移到正文。`,
	},
	why: {
		en: 'Frontmatter is read for every list and search; a limit also stops texts made to exhaust memory.',
		'zh-CN': '每个列表和搜索都要读取文件头；设上限也能挡住专门耗尽内存的内容。',
	},
	mend: {
		en: 'Move long texts into the body, or split the document.',
		'zh-CN': '把长文字移到正文，或者拆分文档。',
	},
});

export const frontmatterUnclosed = defineDiagnostic({
	code: 'MS115',
	rule: 'frontmatter-unclosed',
	severity: 'error',
	title: { en: 'Frontmatter has no closing line', 'zh-CN': '文件头没有结束行' },
	message: {
		en: ({ written, odd }) =>
			odd
				? `The line that ends the frontmatter is exactly "---"; here stands an invisible or odd blank (${odd}) as well: write the line anew.`
				: written
					? `The frontmatter ends at a line that is exactly "---"; this one is "${written}": write "---".`
					: 'The frontmatter opens with "---" but no later line is exactly "---": add one below the last field.',
		'zh-CN': ({ written, odd }) =>
			odd
				? `文件头的结束行只能是“---”，这一行里还有看不见或特殊的空白（${odd}）：请重新输入这一行。`
				: written
					? `文件头要以只写“---”的一行结束，这里写的是“${written}”：请改成“---”。`
					: '文件头以“---”开始，但后面没有只写“---”的一行：请在最后一个字段下面补上。',
	},
	why: {
		en: 'Without it nobody can tell where the fields end and the text begins.',
		'zh-CN': '没有这一行，就无法分清字段和正文。',
	},
	mend: { en: 'Write a line "---" below the last field.', 'zh-CN': '在最后一个字段下面写一行“---”。' },
});

export const frontmatterNotMap = defineDiagnostic({
	code: 'MS116',
	rule: 'frontmatter-not-a-map',
	severity: 'error',
	title: { en: 'Frontmatter is not a list of fields', 'zh-CN': '文件头不是“键: 值”的形式' },
	message: {
		en: () =>
			'Frontmatter is made of "key: value" lines; this is something else: write each field as "key: value".',
		'zh-CN': () => '文件头由“键: 值”这样的行组成，这里不是：请把每个字段写成“键: 值”。',
	},
	why: { en: 'Nothing of it can be used as a field.', 'zh-CN': '其中没有任何内容能用作字段。' },
	mend: {
		en: 'Put a space after each colon (an ASCII colon, not a full-width one).',
		'zh-CN': '每个冒号后面要有空格；冒号用半角“:”，不用全角“：”。',
	},
});

export const aliasRefused = defineDiagnostic({
	code: 'MS117',
	rule: 'frontmatter-alias',
	severity: 'error',
	fixed: true,
	title: { en: 'A YAML alias or tag in frontmatter', 'zh-CN': '文件头里有 YAML 别名或标签' },
	message: {
		en: ({ what }) =>
			`"${what}" is a YAML alias or tag, which frontmatter does not allow: write the value itself, in quotes if it is a text.`,
		'zh-CN': ({ what }) =>
			`“${what}”是 YAML 的别名或标签，文件头不允许：请直接写出值；如果是文字，请加引号。`,
	},
	why: {
		en: 'Aliases can blow a few lines up to gigabytes, and tags can create objects.',
		'zh-CN': '别名能让几行文字膨胀成数 GB，标签能创建对象。',
	},
	mend: { en: 'Repeat the value, or quote the text.', 'zh-CN': '重复写出值，或者给文字加引号。' },
});

export const frontmatterTooDeep = defineDiagnostic({
	code: 'MS118',
	rule: 'frontmatter-too-deep',
	severity: 'error',
	fixed: true,
	title: { en: 'Frontmatter is nested too deeply', 'zh-CN': '文件头嵌套过深' },
	message: {
		en: ({ most }) => `Lists and maps in frontmatter may be nested ${most} deep at most: flatten this value.`,
		'zh-CN': ({ most }) => `文件头里的列表和映射最多嵌套 ${most} 层：请把这个值展平。`,
	},
	why: {
		en: 'No field needs it, and deep nesting is a way to exhaust the program that reads it.',
		'zh-CN': '没有字段需要这么深；过深的嵌套会耗尽读取它的程序。',
	},
	mend: { en: 'Flatten the value.', 'zh-CN': '把值展平。' },
});

export const frontmatterNotOpened = defineDiagnostic({
	code: 'MS119',
	rule: 'frontmatter-not-opened',
	severity: 'error',
	title: { en: 'Frontmatter does not begin with its opening line', 'zh-CN': '文件头没有以开始行开头' },
	message: {
		en: ({ written, above, odd }) =>
			odd
				? `The first line of a file with frontmatter is exactly "---"; here stands an invisible or odd blank (${odd}) as well: write the line anew.`
				: above === 'dashes'
					? 'The opening line "---" stands here a second time: remove one of the two.'
					: written === ''
						? 'Fields stand here without an opening line: write a line "---" above them.'
						: written === '---'
							? `The frontmatter begins in the first line of a file: ${above ? 'move what stands above "---" below its closing line' : 'remove the empty lines above "---"'}.`
							: `The first line of a file with frontmatter is exactly "---"; this one is "${written}": write "---".`,
		'zh-CN': ({ written, above, odd }) =>
			odd
				? `有文件头的文件，第一行只能是“---”，这一行里还有看不见或特殊的空白（${odd}）：请重新输入这一行。`
				: above === 'dashes'
					? '开始行“---”在这里写了第二次：请删去一行。'
					: written === ''
						? '这里有字段，却没有开始行：请在上面加一行“---”。'
						: written === '---'
							? `文件头要从文件的第一行开始：请${above ? '把“---”上面的内容移到文件头的结束行下面' : '删去“---”上面的空行'}。`
							: `有文件头的文件，第一行要只写“---”，这里写的是“${written}”：请改成“---”。`,
	},
	why: {
		en: 'Whatever opens with another line is text: none of its fields would be read, and readers would see them.',
		'zh-CN': '以其他内容开头就成了正文：字段都读不到，还会显示给读者。',
	},
	mend: { en: 'Make the first line of the file exactly "---".', 'zh-CN': '把文件的第一行改成只有“---”。' },
});

export const frontmatterDiagnostics = [
	yamlSyntax,
	duplicateKey,
	engineRefused,
	forbiddenKey,
	frontmatterTooLarge,
	frontmatterUnclosed,
	frontmatterNotMap,
	aliasRefused,
	frontmatterTooDeep,
	frontmatterNotOpened,
];
