import type { InterfaceLanguage } from '../../src/model/index.ts';
import { wordsIn } from '../../src/render/words.ts';

/** A block of a document's body, with its holes as `«default»` or `«|one|two»`. */
export interface SnippetBlock {
	readonly name: string;
	readonly label: string;
	readonly description: string;
	readonly text: string;
}

interface BlockWords {
	readonly step: string;
	readonly destructiveStep: string;
	readonly errorTable: string;
	readonly processSteps: string;
	readonly flowchart: string;
	readonly sequence: string;
	readonly link: string;
	readonly section: string;
	readonly parameter: string;
	readonly ignore: string;
	readonly include: string;
	readonly text: string;
	readonly title: string;
	readonly action: string;
	readonly seen: string;
	readonly undo: string;
	readonly reason: string;
	/** Head of the error table. */
	readonly columns: readonly [message: string, meaning: string, next: string];
	/** Names of the steps of a little process. */
	readonly names: readonly [start: string, task: string, question: string, end: string];
	readonly exits: readonly [yes: string, no: string];
	readonly actors: readonly [user: string, erp: string, other: string];
	readonly messages: readonly [request: string, answer: string];
}

const WORDS: Readonly<Record<InterfaceLanguage, BlockWords>> = {
	en: {
		step: 'Runbook step',
		destructiveStep: 'Runbook step that destroys something',
		errorTable: 'Table of errors',
		processSteps: 'Steps of a process',
		flowchart: 'Flowchart',
		sequence: 'Sequence of messages',
		link: 'Link to a document',
		section: 'Section with an anchor',
		parameter: 'Parameter of the runbook',
		ignore: 'Suppress a finding',
		include: 'Code taken from a file',
		text: 'Text',
		title: 'Title',
		action: 'What to do, and where.',
		seen: 'What you should see.',
		undo: 'How to go back.',
		reason: 'reason',
		columns: ['Message', 'Meaning', 'What to do'],
		names: ['Order received', 'Enter the order', 'Within the credit limit?', 'Order released'],
		exits: ['yes', 'no'],
		actors: ['User', 'ERP', 'Other system'],
		messages: ['request', 'answer'],
	},
	'zh-CN': {
		step: '手册步骤',
		destructiveStep: '不可逆的手册步骤',
		errorTable: '报错对照表',
		processSteps: '流程步骤',
		flowchart: '流程图',
		sequence: '时序图',
		link: '文档链接',
		section: '带锚点的章节',
		parameter: '手册参数',
		ignore: '忽略一条检查结果',
		include: '引用代码文件',
		text: '正文',
		title: '标题',
		action: '做什么，在哪里做。',
		seen: '应当看到的结果。',
		undo: '怎样恢复原状。',
		reason: '理由',
		columns: ['报错', '含义', '怎么办'],
		names: ['收到订单', '录入订单', '是否在信用额度内', '订单放行'],
		exits: ['是', '否'],
		actors: ['用户', 'ERP', '外部系统'],
		messages: ['请求', '应答'],
	},
	'zh-TW': {
		step: '手冊步驟',
		destructiveStep: '不可逆的手冊步驟',
		errorTable: '錯誤對照表',
		processSteps: '流程步驟',
		flowchart: '流程圖',
		sequence: '時序圖',
		link: '文件連結',
		section: '帶錨點的章節',
		parameter: '手冊參數',
		ignore: '忽略一條檢查結果',
		include: '引用程式碼檔案',
		text: '內文',
		title: '標題',
		action: '做什麼，在哪裡做。',
		seen: '應當看到的結果。',
		undo: '怎樣恢復原狀。',
		reason: '理由',
		columns: ['錯誤訊息', '含義', '怎麼辦'],
		names: ['收到訂單', '輸入訂單', '是否在信用額度內', '訂單放行'],
		exits: ['是', '否'],
		actors: ['使用者', 'ERP', '外部系統'],
		messages: ['請求', '回應'],
	},
};

/** The blocks that writers need again and again, in the words of a language. */
export function snippetBlocks(language: InterfaceLanguage): readonly SnippetBlock[] {
	const words = WORDS[language];
	const { admonitions, expect, rollback } = wordsIn(language);
	const block = (name: string, label: string, text: string): SnippetBlock => {
		return { name, label, description: label, text };
	};
	return [
		...Object.entries(admonitions).map(([name, label]) => block(name, label, directive(name, words.text))),
		block('expect', expect, directive('expect', words.seen)),
		block('rollback', rollback, directive('rollback', words.undo)),
		block('step', words.step, step(words, '|read-only|reversible', [])),
		block(
			'step-destructive',
			words.destructiveStep,
			step(words, 'destructive', [directive('rollback', words.undo)]),
		),
		block('error-table', words.errorTable, errorTable(words)),
		block('process-steps', words.processSteps, processSteps(words)),
		block('flowchart', words.flowchart, flowchart(words)),
		block('sequence', words.sequence, sequence(words)),
		block('include', words.include, fence('«python» file=«src/hold.py» region=«name»', ['«»'])),
		block('link', words.link, `[«${words.title}»](kb:«RB-XXX-0001»)`),
		block('section', words.section, `## «${words.title}» {#«anchor»}\n\n«${words.text}»`),
		block('parameter', words.parameter, '{{«item_code»}}'),
		block('ignore', words.ignore, `<!-- mainstay-ignore «MS201»: «${words.reason}» -->`),
	];
}

function directive(name: string, text: string): string {
	return `:::${name}\n«${text}»\n:::`;
}

function fence(info: string, lines: readonly string[]): string {
	return ['```' + info, ...lines, '```'].join('\n');
}

function step(words: BlockWords, risk: string, more: readonly string[]): string {
	return [
		`::::step{#«step-id» risk=${risk.startsWith('|') ? `«${risk}»` : risk} minutes=«5»}`,
		`### «${words.title}»\n\n«${words.action}»\n`,
		`${fence('«|bash|sql|text»', ['«»'])}\n`,
		directive('expect', words.seen),
		...more,
		'::::',
	].join('\n');
}

function errorTable({ columns, text, title }: BlockWords): string {
	const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
	return [row(columns), '|---|---|---|', row(['`«»`', `«${text}»`, `[«${title}»](kb:«RB-XXX-0001»)`])].join(
		'\n',
	);
}

function processSteps({ names, exits }: BlockWords): string {
	const [start, task, question, end] = names;
	const [yes, no] = exits;
	return `steps:
  - id: start
    name: «${start}»
    role: «»
    type: start
  - id: enter
    name: «${task}»
    role: «»
    transaction: «»
    system: «»
  - id: check
    name: «${question}»
    role: «»
    type: decision
    next:
      - {to: end, when: «${yes}»}
      - {to: enter, when: «${no}»}
  - id: end
    name: «${end}»
    role: «»
    type: end`;
}

function flowchart({ names, exits }: BlockWords): string {
	const [start, task, question, end] = names;
	return fence('mermaid', [
		'flowchart TD',
		`  start(["«${start}»"]) --> task["«${task}»"]`,
		`  task --> question{"«${question}»"}`,
		`  question -->|"«${exits[0]}»"| done(["«${end}»"])`,
		`  question -->|"«${exits[1]}»"| task`,
		'  click task "kb:«RB-XXX-0001»"',
	]);
}

function sequence({ actors, messages }: BlockWords): string {
	const [user, erp, other] = actors;
	return fence('mermaid', [
		'sequenceDiagram',
		`  participant user as «${user}»`,
		`  participant erp as «${erp}»`,
		`  participant other as «${other}»`,
		`  user->>erp: «${messages[0]}»`,
		`  erp->>other: «${messages[0]}»`,
		`  other-->>erp: «${messages[1]}»`,
		`  erp-->>user: «${messages[1]}»`,
	]);
}
