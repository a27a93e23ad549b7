import { allowedValues } from '../../schemas/expected.ts';
import {
	type Blank,
	documentTemplate,
	fieldTemplate,
	ID_PREFIX,
	labels,
	structuredFields,
} from '../../schemas/index.ts';
import { DOCUMENT_KINDS, type DocumentKind, type InterfaceLanguage } from '../../src/model/index.ts';
import { snippetBlocks } from './snippet-blocks.ts';

/** An editor snippet in the form that VS Code and most other editors read. */
export interface Snippet {
	readonly prefix: readonly string[];
	readonly description: string;
	/** Lines, with tab stops. */
	readonly body: readonly string[];
	/** Only in a file that is not bound to a language already. */
	readonly scope?: string;
}

/** One sort of snippet in one language. Holes stand in the text as `«default»` or `«|one|two»`. */
interface Draft {
	readonly name: string;
	/** What a writer would call it. */
	readonly label: string;
	readonly description: string;
	readonly text: string;
}

/**
 * The snippets for Markdown in the given languages, by name: one for a new document of each kind, one for
 * each field that holds more than a value, and the blocks of a body. Typed with `ms-…`, with the language
 * behind it where there are several (`ms-runbook-zh-CN`), or with the label.
 */
export function snippets(languages: readonly InterfaceLanguage[]): Readonly<Record<string, Snippet>> {
	const entries = languages.flatMap((language) =>
		draftsIn(language).map(({ name, label, description, text }) => {
			const key = languages.length > 1 ? `${name}-${language}` : name;
			const prefix = [`ms-${key}`, ...(language === 'en' ? [] : [label])];
			return [key, { prefix, description, body: tabStops(text).split('\n') }] as const;
		}),
	);
	return Object.fromEntries(entries);
}

/** The text of the file that the extension for VS Code carries. */
export function extensionSnippetsText(): string {
	return textOf(snippets(['en', 'zh-CN', 'zh-TW']));
}

/** The text of `.vscode/mainstay.code-snippets`, which names the language that its snippets are for. */
export function workspaceSnippetsText(language: InterfaceLanguage): string {
	const scoped = Object.entries(snippets([language])).map(
		([name, snippet]) => [name, { scope: 'markdown,mdx', ...snippet }] as const,
	);
	return textOf(Object.fromEntries(scoped));
}

/** Editors show the key beside the prefix, so it says what the snippet is, and the name keeps it unique. */
function textOf(all: Readonly<Record<string, Snippet>>): string {
	const shown = Object.entries(all).map(
		([name, snippet]) => [`${snippet.description} · ${name}`, snippet] as const,
	);
	return `${JSON.stringify(Object.fromEntries(shown), undefined, 2)}\n`;
}

function draftsIn(language: InterfaceLanguage): readonly Draft[] {
	return [
		...DOCUMENT_KINDS.map((kind) => documentDraft(kind, language)),
		...fieldDrafts(language),
		...snippetBlocks(language),
	];
}

const NEW: Readonly<Record<InterfaceLanguage, (kind: string) => string>> = {
	en: (kind) => `New document: ${kind.toLowerCase()}`,
	'zh-CN': (kind) => `新建${kind}`,
	'zh-TW': (kind) => `新增${kind}`,
};

function documentDraft(kind: DocumentKind, language: InterfaceLanguage): Draft {
	const label = labelOf(`kind.${kind}`, language);
	const facts = {
		id: kind === 'page' ? '' : `${ID_PREFIX[kind]}-«GEN»-«0001»`,
		title: '«»',
		lang: language,
		date: '«$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE»',
	};
	return {
		name: kind,
		label,
		description: NEW[language](label),
		text: withPrompts(documentTemplate(kind, facts, blank)),
	};
}

const FIELD: Readonly<Record<InterfaceLanguage, (field: string, kinds: string) => string>> = {
	en: (field, kinds) => `${field} (frontmatter: ${kinds.toLowerCase()})`,
	'zh-CN': (field, kinds) => `${field}（${kinds}的字段）`,
	'zh-TW': (field, kinds) => `${field}（${kinds}的欄位）`,
};

/** A field that several kinds have in the same form is one snippet. */
function fieldDrafts(language: InterfaceLanguage): readonly Draft[] {
	const kindsByText = new Map<string, { field: string; kinds: DocumentKind[] }>();
	for (const kind of DOCUMENT_KINDS) {
		// A list of steps is better begun from a whole little process than from one step with every field.
		for (const field of structuredFields(kind).filter((name) => name !== 'steps')) {
			const text = fieldTemplate(kind, field, language, blank);
			const entry = kindsByText.get(text) ?? { field, kinds: [] };
			entry.kinds.push(kind);
			kindsByText.set(text, entry);
		}
	}
	const taken = new Set<string>();
	return [...kindsByText].map(([text, { field, kinds }]) => {
		const name = taken.has(field) ? `${field}-${kinds[0]}` : field;
		taken.add(field);
		const label = labelOf(`field.${field}`, language);
		const names = kinds.map((kind) => labelOf(`kind.${kind}`, language));
		return {
			name: `field-${name}`,
			label,
			description: FIELD[language](label, names.join(language === 'en' ? ', ' : '、')),
			text,
		};
	});
}

function labelOf(key: string, language: InterfaceLanguage): string {
	return labels[key]?.[language] ?? key;
}

/** An enumeration offers its values; everything else is for the writer. */
const blank: Blank = (schema) => {
	const values = allowedValues(schema);
	return values.length > 0 ? `«|${values.join('|')}»` : '«»';
};

/** What a template's body says in plain words is there to be replaced. */
function withPrompts(template: string): string {
	const end = template.indexOf('\n---\n') + '\n---\n'.length;
	const body = template.slice(end).replace(/^(### )?([^#:\n].*)$/gm, '$1«$2»');
	return template.slice(0, end) + body.trimEnd();
}

/** Holes become tab stops in the order of the text; everything else stays as it is. */
function tabStops(text: string): string {
	const parts = text.split(/«([^»]*)»/);
	const written = parts.map((part, index) =>
		index % 2 === 0 ? part.replace(/[\\$]/g, '\\$&') : tabStop((index + 1) / 2, part),
	);
	const body = written.join('');
	// Where the writer goes on: behind a phrase, below a block.
	return body.includes('\n') ? `${body}\n$0` : `${body}$0`;
}

function tabStop(number: number, hole: string): string {
	if (hole === '') return `$${number}`;
	if (hole.startsWith('|')) {
		const choices = hole.slice(1).split('|');
		return `\${${number}|${choices.map((each) => each.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;
	}
	return `\${${number}:${hole.replace(/[\\}]/g, '\\$&')}}`;
}
