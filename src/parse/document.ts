import type { Root } from 'mdast';
// Straight from their files: reading a document must not load what only pages and editors need.
import { frontmatterReferences } from '../../schemas/references.ts';
import {
	bodyText,
	type CompileConfig,
	type Document,
	type DocumentKind,
	FILE_START,
	type Finding,
	type Frontmatter,
	type FrontmatterPositions,
	type LanguageTag,
	languageOfText,
	type Reference,
	type SchemaIssue,
	type SourceFile,
	signatureOf,
	type TextSection,
} from '../model/index.ts';
import { lineTable } from '../model/lines.ts';
import { anchorIds } from './content/anchor-ids.ts';
import { type Collector, sectionWriter } from './content/collector.ts';
import { tagLedger } from './content/paired-tags.ts';
import { TooDeep, walk } from './content/walk.ts';
import { bodyUnreadable, markupBomb, mdxSyntax, nestingTooDeep, yamlSyntax } from './findings.ts';
import { type FrontmatterReading, readFrontmatter } from './frontmatter/read.ts';
import { identityOfPath, isTrustedMdx, pageId, titleOfPath } from './identity.ts';
import { readKind } from './kind.ts';
import { parseBody, plainTree } from './markdown/body.ts';
import { DEEPEST } from './markdown/bombs.ts';
import { reduceMdx } from './markdown/mdx.ts';
import type { NativeTree } from './markdown/native.ts';
import { readSuppressions } from './suppressions/index.ts';

export interface ParsedDocument {
	readonly document: Document;
	/** Lines, columns and offsets are those of the file. See `tree.ts` for what parsing leaves on the nodes. */
	readonly tree: Root;
	readonly findings: readonly Finding[];
}

/** What of a document another thread does. */
export interface DoneElsewhere {
	/** What {@link parseAhead} made of this very text. */
	readonly body?: NativeTree;
	/** The signature comes later. */
	readonly signed?: boolean;
}

/**
 * Text → document: frontmatter, body, and one walk over the body. Whatever the text holds, the result is
 * a document; what is wrong with it are findings and schema issues. Synchronous; never throws on content.
 * `done` is what is done of it in another thread.
 */
export function parseDocument(
	source: SourceFile,
	config: CompileConfig,
	done: DoneElsewhere = {},
): ParsedDocument {
	const frontmatter = readFrontmatter(source.text, source.path);
	const { kind, value, issues } = readKind(frontmatter.data, source.docPath, config);
	const trusted = isTrustedMdx(source.path, config);
	const { tree, collector, findings } = readBody(source, frontmatter, value, trusted, done.body);
	const sections = collector.sections.finish();
	const ignored = readSuppressions(source, frontmatter.bodyStart, frontmatter.positions, tree);
	const { id, lang } = identify(source, kind, value, config);
	const { title, titleFrom } = titled(source, collector, config);
	const document: Document = {
		id,
		lang,
		title,
		titleFrom,
		kind,
		file: source.path,
		docPath: source.docPath,
		hash: source.hash,
		summary: typeof value['summary'] === 'string' ? value['summary'] : '',
		frontmatter: plainMaps(value) as Frontmatter,
		schemaIssues: frontmatter.broken ? issues.filter((each) => isCertain(each, frontmatter)) : issues,
		positions: frontmatter.positions,
		headings: collector.headings,
		anchors: anchorsOf(kind, value, collector),
		references: [...collector.references, ...namedInFrontmatter(kind, value, frontmatter.positions)],
		procedure: collector.procedure,
		fences: collector.fences,
		sections,
		rawHtml: collector.rawHtml,
		...(!done.signed && signed(sections)),
		...(ignored.suppressions.length > 0 && { suppressions: ignored.suppressions }),
		...(trusted && { trustedMdx: true }),
		...((frontmatter.broken || findings.some(({ code }) => UNREAD.has(code))) && {
			unread: unreadOf(source),
		}),
		...(source.vcs && { lastChanged: source.vcs.lastChanged }),
	};
	return {
		document,
		tree,
		findings: [...frontmatter.findings, ...findings, ...collector.findings, ...ignored.findings],
	};
}

/** Maps as they are after a way between threads or from a cache: the same wherever a document was read. */
function plainMaps(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(plainMaps);
	const copy: Record<string, unknown> = {};
	for (const key of Object.keys(value)) copy[key] = plainMaps((value as Record<string, unknown>)[key]);
	return copy;
}

function signed(sections: readonly TextSection[]): Pick<Document, 'signature'> {
	const signature = signatureOf(bodyText({ sections }));
	return signature ? { signature } : {};
}

interface Body {
	readonly tree: Root;
	readonly collector: Collector;
	readonly findings: readonly Finding[];
}

function readBody(
	source: SourceFile,
	frontmatter: FrontmatterReading,
	value: Frontmatter,
	trusted: boolean,
	ahead: NativeTree | undefined,
): Body {
	const { text, path } = source;
	const mdx = /\.mdx$/i.test(path);
	const { tree, findings } = parseBody(text, frontmatter.bodyStart, path, mdx, ahead);
	const collector = newCollector(source, value);
	try {
		const reduced = mdx && !trusted ? reduceMdx(tree, path) : [];
		walk(tree, collector);
		return { tree, collector, findings: [...findings, ...reduced] };
	} catch (error) {
		const plain = plainTree(text, frontmatter.bodyStart);
		const empty = newCollector(source, value);
		walk(plain, empty);
		return { tree: plain, collector: empty, findings: [...findings, failureOf(error, collector)] };
	}
}

/** A tree too deep for the walk, or for the call stack where the walk was not first to notice. */
function failureOf(error: unknown, { file, lines }: Collector): Finding {
	if (error instanceof TooDeep || error instanceof RangeError) {
		const position = error instanceof TooDeep ? error.node.position : undefined;
		const range = position ? lines.range(position.start.offset ?? 0, position.end.offset ?? 0) : FILE_START;
		return { code: nestingTooDeep.code, file, range, params: { most: DEEPEST } };
	}
	return {
		code: bodyUnreadable.code,
		file,
		range: FILE_START,
		params: { detail: String(error).slice(0, 200) },
	};
}

function newCollector({ text, path }: SourceFile, value: Frontmatter): Collector {
	return {
		text,
		file: path,
		lines: lineTable(text),
		ids: anchorIds(text, stepIds(value)),
		headings: [],
		references: [],
		procedure: [],
		fences: [],
		rawHtml: [],
		findings: [],
		tags: tagLedger(),
		sections: sectionWriter(),
		definitions: new Map(),
		footnotes: new Set(),
		usedFootnotes: new Set(),
		givenTitle: typeof value['title'] === 'string' ? value['title'] : undefined,
		titleHeading: undefined,
	};
}

function identify(
	source: SourceFile,
	kind: DocumentKind,
	value: Frontmatter,
	config: CompileConfig,
): Pick<Document, 'id' | 'lang'> {
	const path = identityOfPath(source.docPath, config);
	const lang = typeof value['lang'] === 'string' ? value['lang'] : undefined;
	const id = kind !== 'page' && typeof value['id'] === 'string' ? value['id'] : pageId(path.stem);
	return { id, lang: lang ?? path.lang ?? unstatedLanguage(source, kind, config) };
}

/**
 * A folder without settings comes from elsewhere: its English README beside a Chinese one says nowhere
 * what it is, so the text decides. With settings their first language counts.
 */
function unstatedLanguage(source: SourceFile, kind: DocumentKind, config: CompileConfig): LanguageTag {
	const isForeign = config.file === undefined && kind === 'page';
	return isForeign ? languageOfText(source.text.slice(0, 4000)) : (config.languages[0] ?? 'en');
}

function titled(
	source: SourceFile,
	collector: Collector,
	config: CompileConfig,
): Pick<Document, 'title' | 'titleFrom'> {
	const given = collector.givenTitle;
	if (given !== undefined && given.trim() !== '') return { title: given.trim(), titleFrom: 'frontmatter' };
	const heading = collector.titleHeading?.text;
	if (heading !== undefined) return { title: heading, titleFrom: 'heading' };
	return { title: titleOfPath(identityOfPath(source.docPath, config).stem), titleFrom: 'file-name' };
}

/** With frontmatter half read, a key that seems to be missing may stand in the other half, and a broken value is none. */
function isCertain({ type, pointer }: SchemaIssue, { findings, positions }: FrontmatterReading): boolean {
	const value = positions[pointer]?.value;
	const isBroken = findings.some(
		({ code, range: { start } }) =>
			value &&
			// Behind a slip in the syntax nothing is sure, nor is the line above it, from which the next may hang.
			(code === yamlSyntax.code
				? start.line <= value.end.line + 1
				: start.line <= value.end.line && value.start.line <= start.line),
	);
	return type !== 'missing' && !isBroken;
}

/** Findings after which the body is one paragraph of text. */
const UNREAD: ReadonlySet<string> = new Set(
	[mdxSyntax, nestingTooDeep, bodyUnreadable, markupBomb].map(({ code }) => code),
);

function unreadOf({ text }: SourceFile): { readonly ids: readonly string[] } {
	return { ids: [...text.matchAll(/^id:[ \t]*["']?([\w-]+)/gm)].map(([, id = '']) => id) };
}

function stepIds(value: Frontmatter): string[] {
	const steps = value['steps'];
	if (!Array.isArray(steps)) return [];
	return steps.flatMap((step: unknown) => {
		const id = typeof step === 'object' && step !== null && 'id' in step ? step.id : undefined;
		return typeof id === 'string' ? [id] : [];
	});
}

/** Headings, procedure steps, raw HTML ids, called footnotes, and the steps of a process. */
function anchorsOf(
	kind: DocumentKind,
	value: Frontmatter,
	{ ids, footnotes, usedFootnotes }: Collector,
): string[] {
	const anchors = new Set(ids.all);
	for (const footnote of usedFootnotes) {
		if (!footnotes.has(footnote)) continue;
		const id = encodeURI(footnote.toLowerCase());
		anchors.add(`fn-${id}`).add(`fnref-${id}`);
	}
	if (kind === 'process') for (const id of stepIds(value)) anchors.add(id);
	return [...anchors];
}

function namedInFrontmatter(
	kind: DocumentKind,
	value: Frontmatter,
	positions: FrontmatterPositions,
): Reference[] {
	return frontmatterReferences(kind, value).map(({ pointer, target, relation, expects }) => ({
		type: 'frontmatter',
		target,
		range: positions[pointer]?.value ?? FILE_START,
		relation,
		pointer,
		...(expects && { expects }),
	}));
}
