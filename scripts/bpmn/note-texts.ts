import type { NoteReason } from '../../src/diagrams/index.ts';
import type { Bilingual } from '../../src/model/index.ts';

type Text = (detail: string) => string;

const both = (en: Text, zh: Text): Bilingual<Text> => ({ en, 'zh-CN': zh });
const fixed = (en: string, zh: string): Bilingual<Text> =>
	both(
		() => en,
		() => zh,
	);

/** What became of a thing, and why; `detail` as the note has it. */
export const NOTE_TEXTS: Readonly<Record<NoteReason, Bilingual<Text>>> = {
	'no-place': fixed('a process document has no place for it', '流程文档里没有对应的内容'),
	extension: both(
		(n) => `${n} extensions of another tool`,
		(n) => `其他工具的扩展，共 ${n} 处`,
	),
	'broken-reference': both(
		(what) => `refers to something that is not there${what && `: ${what}`}`,
		(what) => `引用的对象不存在${what && `：${what}`}`,
	),
	'bad-own-fact': both(
		(value) => `not a valid value: ${value}`,
		(value) => `值无效：${value}`,
	),
	'unknown-reference': both(
		(id) => `there is no ${id} here`,
		(id) => `这里没有 ${id}`,
	),
	'black-box-pool': fixed(
		'a pool without steps; its messages are in the text',
		'没有步骤的泳池；往来消息写在正文里',
	),
	'data-without-step': fixed('no step reads or writes it; named in the text', '没有步骤读写它；写在正文里'),
	'event-kind': both(
		(kind) => `the trigger (${kind}) is not kept, the event is`,
		(kind) => `保留了事件，没有保留触发方式（${kind}）`,
	),
	'task-kind': fixed(
		'became a plain step; who or what does it is not kept',
		'成为普通步骤；没有保留由谁或什么执行',
	),
	'gateway-kind': fixed(
		'became a decision; that several ways may be taken at once is not kept',
		'成为判断；没有保留可同时走多条路',
	),
	'gateway-dropped': both(
		(how) =>
			how === 'split'
				? 'taken out; the steps before it lead to all behind it, in parallel'
				: 'taken out; the flows run through it',
		(how) => (how === 'split' ? '已去掉；前面的步骤并行流向后面各步' : '已去掉；流向直接穿过'),
	),
	'gateway-one-exit': fixed(
		'with one way out it decides nothing; became a step',
		'只有一个出口，不作判断；成为普通步骤',
	),
	'loop-marker': both(
		(kind) => `the repetition (${kind}) is not kept`,
		(kind) => `没有保留重复标记（${kind}）`,
	),
	'throw-event': fixed(
		'became a step, as somebody sends or marks something',
		'成为步骤：有人发出或标记了某事',
	),
	'link-event': fixed('taken out; the flow runs through it', '已去掉；流向直接穿过'),
	'boundary-event': fixed('became an exit of the step it is attached to', '成为所附步骤的一个出口'),
	'boundary-without-exit': fixed('leads nowhere', '没有去向'),
	condition: both(
		(text) => `condition: ${text}`,
		(text) => `条件：${text}`,
	),
	'call-without-target': both(
		(id) => `calls ${id || 'nothing'}, which is not here; became a plain step`,
		(id) => `调用的 ${id || '流程'} 不在这里；成为普通步骤`,
	),
	'subprocess-document': both(
		(id) => `its inside is the process ${id}`,
		(id) => `其内部成为流程 ${id}`,
	),
	'subprocess-empty': fixed('has no inside; became a plain step', '内部为空；成为普通步骤'),
	'event-subprocess': both(
		(id) => `set off by an event, so no step leads to it; it is the process ${id}`,
		(id) => `由事件触发，没有步骤通向它；成为流程 ${id}`,
	),
	'message-flow': fixed('told in the text under “messages”', '写在正文的“消息”一节'),
	'nested-lane': fixed('only its innermost lanes are kept', '只保留最内层的泳道'),
	'several-lanes': both(
		(lane) => `is in a further lane (${lane}); the first one counts`,
		(lane) => `还在另一条泳道（${lane}）；以第一条为准`,
	),
	'annotation-moved': fixed(
		'hangs on no step; stands at the beginning of the text',
		'没有挂在步骤上；写在正文开头',
	),
	'start-added': both(
		(name) => `no start led here; added “${name}”`,
		(name) => `没有开始通向这里；已补“${name}”`,
	),
	'end-added': both(
		(name) => `nothing followed; added “${name}”`,
		(name) => `之后没有步骤；已补“${name}”`,
	),
	unnamed: both(
		(name) => `has no name; called “${name}”`,
		(name) => `没有名称；暂称“${name}”`,
	),
	'exit-unlabelled': both(
		(label) => `an exit has no label; called “${label}”`,
		(label) => `有出口没写条件；暂写“${label}”`,
	),
	'role-unknown': both(
		(key) => `no role of mainstay.yaml has this name; proposed key: ${key}`,
		(key) => `mainstay.yaml 里没有这个名称的角色；建议的键：${key}`,
	),
	'data-unknown': both(
		(object) => `${object} is not in the data catalogue; named in the step’s section`,
		(object) => `${object} 不在数据目录中；写在该步骤的小节里`,
	),
	'owner-placeholder': both(
		(role) => `owner: ${role} stands in; name one with --owner`,
		(role) => `负责角色暂为 ${role}；可用 --owner 指定`,
	),
	'parent-placeholder': both(
		(id) => `parent: ${id} stands in; name one with --parent`,
		(id) => `上级流程暂为 ${id}；可用 --parent 指定`,
	),
	'summary-placeholder': fixed('the model says nothing to make a summary of', '模型里没有可作摘要的说明'),
};
