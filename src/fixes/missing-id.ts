import { ID_PREFIX, kindOfId } from '../../schemas/index.ts';
import { DOCUMENT_ENDING } from '../model/document-ending.ts';
import { type Document, FILE_START, type LanguageTag } from '../model/index.ts';
import { editAt, type FixCase, type FixContext, type Fixer } from './fixer.ts';
import { frontmatterLines, isBlockMap, newBlock } from './frontmatter-lines.ts';
import { lineEndOf } from './places.ts';

/**
 * Gives a document the next free id of its group. A translation takes the id of the version beside it. The
 * group is the year of a log; else the one that all documents of the kind in the folder share; else `GEN`.
 */
export const missingId: Fixer = (given) => {
	const { finding, document, text } = given;
	if (finding.params['key'] !== 'id' || finding.params['path'] !== '' || document.kind === 'page')
		return undefined;
	const block = frontmatterLines(text);
	if (!block && text.startsWith('---')) return undefined;
	if (block && !isBlockMap(text.slice(block.start, block.end))) return undefined;
	// The year of a log is part of its id: a date that is still to be mended comes first.
	if (document.kind === 'system-log' && document.positions['/date'] && !document.frontmatter['date'])
		return undefined;
	const id = idFor(given, document.kind);
	if (id === undefined) return undefined;
	if (block) return [editAt(given, block.start, block.start, `id: ${id}${lineEndOf(text)}`)];
	return [{ file: document.file, range: FILE_START, newText: newBlock(text, `id: ${id}`) }];
};

function idFor(
	{ document, context, given }: FixCase,
	kind: Exclude<Document['kind'], 'page'>,
): string | undefined {
	const stem = stemOf(document, context);
	const shared = given.get(stem);
	if (shared !== undefined) return shared.startsWith(`${ID_PREFIX[kind]}-`) ? shared : undefined;
	const beside = versionsBeside(document, stem, context);
	const known = beside.find((each) => kindOfId(each.id) === kind);
	// Two files of one language are no translations of each other.
	if (known && beside.every((each) => each.lang !== document.lang)) return remember(given, stem, known.id);
	const start = `${ID_PREFIX[kind]}-${groupOf(document, context)}-`;
	const number = Math.max(0, ...numbersUsed(start, context, given)) + 1;
	return remember(given, stem, start + String(number).padStart(4, '0'));
}

function remember(given: Map<string, string>, stem: string, id: string): string {
	given.set(stem, id);
	return id;
}

function versionsBeside(document: Document, stem: string, context: FixContext): Document[] {
	return [...context.graph.byFile.values()].filter(
		(each) => each.file !== document.file && each.kind === document.kind && stemOf(each, context) === stem,
	);
}

/** The path without ending and without the language that the document is in. */
function stemOf({ file, lang }: Document, { config }: FixContext): string {
	const bare = file.replace(DOCUMENT_ENDING, '');
	const tags: readonly LanguageTag[] = [lang, ...config.languages];
	const tag = tags.find((each) => bare.toLowerCase().endsWith(`.${each.toLowerCase()}`));
	return tag === undefined ? bare : bare.slice(0, -tag.length - 1);
}

function groupOf(document: Document, { graph }: FixContext): string {
	const { date } = document.frontmatter;
	if (document.kind === 'system-log' && typeof date === 'string') return date.slice(0, 4);
	const folder = folderOf(document.file);
	const groups = new Set(
		[...graph.byFile.values()]
			.filter((each) => kindOfId(each.id) === document.kind && folderOf(each.file) === folder)
			.map((each) => each.id.split('-')[1] ?? ''),
	);
	const [only] = groups;
	return groups.size === 1 && only ? only : 'GEN';
}

function folderOf(file: string): string {
	return file.slice(0, file.lastIndexOf('/') + 1);
}

/** Ids that anybody has or names: a link that leads nowhere today must not lead to the wrong document tomorrow. */
function numbersUsed(start: string, { graph }: FixContext, given: ReadonlyMap<string, string>): number[] {
	const named = [...graph.nodes.values()].flatMap((each) => [
		each.id,
		...each.references.map(({ target }) => target.replace(/^kb:/i, '').replace(/#.*$/s, '')),
		...redirectsOf(each).map((path) => path.replace(/^.*\/d\/|\/$/g, '')),
	]);
	return [...named, ...given.values()]
		.filter((id) => id.startsWith(start))
		.map((id) => Number(id.slice(start.length)))
		.filter(Number.isSafeInteger);
}

function redirectsOf({ frontmatter }: Document): string[] {
	const from = frontmatter['redirectFrom'];
	return Array.isArray(from) ? from.filter((path) => typeof path === 'string') : [];
}
