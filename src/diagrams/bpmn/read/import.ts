import type { ModdleElement } from 'bpmn-moddle';
import {
	type CompileConfig,
	type DocumentId,
	type Frontmatter,
	interfaceLanguageOf,
	type LanguageTag,
	languageOfText,
} from '../../../model/index.ts';
import { isKindOf, listOf, textOf } from './access.ts';
import { documentOf, type Surroundings } from './document.ts';
import { lanesOf } from './lanes.ts';
import { messagesOf } from './messages.ts';
import { Ledger } from './notes.ts';
import { ownFieldsOf } from './own-facts.ts';
import { parseBpmn, type Refusal } from './parse.ts';
import { type PlannedPart, planParts } from './plan.ts';
import { type NewRole, RoleBook } from './roles.ts';
import type { ImportedDocument, ImportNote } from './types.ts';
import { IMPORT_WORDS } from './words.ts';

export interface BpmnImportOptions {
	readonly config: CompileConfig;
	/** The id of the document with this number, from 0: the first is the process, the others what it opens. */
	readonly idOf: (number: number) => DocumentId;
	/** Whether a document of the knowledge base has this id. */
	readonly isKnown: (id: DocumentId) => boolean;
	readonly title?: string;
	/** Else the file's own, else what its names are written in. */
	readonly lang?: LanguageTag;
	readonly owner?: string;
	/** The process above, and the level that results from it (3 or 4). */
	readonly parent?: DocumentId;
	readonly level?: 3 | 4;
	/** What stands in when the file names no known parent; undefined: the process becomes a value chain. */
	readonly parentPlaceholder?: DocumentId;
	/** Lane name → key of a role. */
	readonly roles?: ReadonlyMap<string, string>;
	/** Whether roles that mainstay.yaml lacks are written (and declared by the caller) or left to comments. */
	readonly newRoles?: 'write' | 'comment';
}

export interface BpmnImport {
	readonly ok: true;
	/** The process first, then further pools, processes and the insides of subprocesses. Never empty. */
	readonly documents: readonly ImportedDocument[];
	/** All that did not go over as it was. */
	readonly notes: readonly ImportNote[];
	readonly newRoles: readonly NewRole[];
}

/** See `importBpmn` of the room. */
export async function importBpmn(xml: string, options: BpmnImportOptions): Promise<BpmnImport | Refusal> {
	const file = await parseBpmn(xml);
	if (!file.ok) return file;
	const ledger = new Ledger();
	const parts = planParts(file.definitions, ledger);
	const [main] = parts;
	if (!main) return { ok: false, reason: 'no-process', detail: '' };
	const lang = options.lang ?? languageOf(file.definitions, main, options.config);
	const roles = new RoleBook(options.config.roles, options.roles ?? new Map(), ledger);
	const artifacts = listOf(file.definitions, 'rootElements').flatMap((root) =>
		isKindOf(root, 'Collaboration') ? listOf(root, 'artifacts') : [],
	);
	const surroundings: Surroundings = {
		...{ options, parts, lang, ledger, roles },
		words: IMPORT_WORDS[interfaceLanguageOf(lang)],
		idOf: (part) => options.idOf(parts.indexOf(part)),
		messages: messagesOf(file.definitions, ledger),
		fields: fieldsOf(main),
		artifacts,
		lanesOf: new Map(parts.map(({ container, pool }) => [container, lanesOf(container, pool, ledger)])),
	};
	const documents = parts.map((part) => documentOf(part, surroundings));
	ledger.listRest(file.definitions);
	for (const warning of file.warnings) ledger.say('broken-reference', warning);
	return { ok: true, documents, notes: ledger.notes, newRoles: roles.newRoles };
}

function fieldsOf({ container }: PlannedPart): Frontmatter {
	return ownFieldsOf(container).fields;
}

/** The file's own word, else the language of its names, where the knowledge base has it. */
function languageOf(definitions: ModdleElement, main: PlannedPart, config: CompileConfig): LanguageTag {
	const own = ownFieldsOf(main.container).lang;
	if (config.languages.includes(own)) return own;
	const names = listOf(main.container, 'flowElements').map((element) => textOf(element, 'name'));
	const found = languageOfText(`${textOf(definitions, 'name')} ${names.join(' ')}`);
	const same = config.languages.find((each) => interfaceLanguageOf(each) === found);
	return same ?? config.languages[0] ?? found;
}
