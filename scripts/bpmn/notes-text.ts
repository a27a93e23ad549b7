import type {
	BpmnImport,
	ImportNote,
	NoteReason,
	NoteWeight,
	RefusalReason,
} from '../../src/diagrams/index.ts';
import { NOTE_WEIGHTS } from '../../src/diagrams/index.ts';
import type { Bilingual, MessageLocale } from '../../src/model/index.ts';
import { wordsIn } from '../../src/model/wording.ts';
import { NOTE_TEXTS } from './note-texts.ts';

export const REFUSALS: Readonly<Record<RefusalReason, Bilingual<string>>> = {
	'too-large': { en: 'the file is too large to be a process.', 'zh-CN': '文件过大，不像是流程。' },
	'not-xml': { en: 'this is not XML.', 'zh-CN': '不是 XML 文件。' },
	'declares-entities': {
		en: 'the file declares a document type or entities, which BPMN does not need and Mainstay does not read.',
		'zh-CN': '文件声明了文档类型或实体；BPMN 不需要，Mainstay 也不读取。',
	},
	'too-deep': { en: 'the elements are nested too deeply.', 'zh-CN': '元素嵌套过深。' },
	'too-many-elements': { en: 'the file has too many elements.', 'zh-CN': '元素过多。' },
	'not-bpmn': { en: 'this is not a BPMN 2.0 file.', 'zh-CN': '不是 BPMN 2.0 文件。' },
	'no-process': { en: 'no process in this file has a step.', 'zh-CN': '文件里没有带步骤的流程。' },
};

const HEADINGS: Readonly<Record<NoteWeight, Bilingual<string>>> = {
	open: { en: 'To be settled', 'zh-CN': '待处理' },
	changed: { en: 'Carried over in another form', 'zh-CN': '换了形式带过来' },
	lost: { en: 'Not carried over', 'zh-CN': '没有带过来' },
};

const NONE: Bilingual<string> = {
	en: 'Everything was carried over.\n',
	'zh-CN': '全部内容都已带过来。\n',
};

export interface NotesOptions {
	/** The roles that were unknown stand in mainstay.yaml now. */
	readonly declared: boolean;
	readonly locale: MessageLocale;
}

/** The notes of an import, a line each, the ones that need somebody first. */
export function notesText({ notes, newRoles }: BpmnImport, { declared, locale }: NotesOptions): string {
	if (notes.length === 0) return wordsIn(NONE, locale);
	const weights: readonly NoteWeight[] = ['open', 'changed', 'lost'];
	const blocks = weights.flatMap((weight) => {
		const lines = new Set(
			notes.filter(({ reason }) => NOTE_WEIGHTS[reason] === weight).map((note) => line(note, locale)),
		);
		return lines.size === 0 ? [] : [`${wordsIn(HEADINGS[weight], locale)} (${lines.size})`, ...lines];
	});
	const roles = newRoles.map(({ key, label }) => `  ${key}: ${JSON.stringify(label)}`);
	const what = declared
		? { en: 'Added to the roles of mainstay.yaml:', 'zh-CN': '已补入 mainstay.yaml 的 roles：' }
		: {
				en: 'Add to the roles of mainstay.yaml, then uncomment lanes and roles (or import with --add-roles):',
				'zh-CN': '请补入 mainstay.yaml 的 roles，再取消泳道和角色的注释（或导入时加 --add-roles）：',
			};
	return `${[...blocks, ...(roles.length > 0 ? [wordsIn(what, locale), ...roles] : [])].join('\n')}\n`;
}

function line({ reason, element, id, name, detail = '' }: ImportNote, locale: MessageLocale): string {
	const parts = [element, name && `“${name}”`, id && `(${id})`].filter((part) => part !== '');
	const text = textOf(reason, detail, locale);
	return parts.length > 0 ? `  ${parts.join(' ')}: ${text}` : `  ${text}`;
}

function textOf(reason: NoteReason, detail: string, locale: MessageLocale): string {
	return wordsIn(NOTE_TEXTS[reason], locale)(detail);
}
