import { type Range, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { ID_PATTERN, ID_PREFIX, kindOfId } from '../../schemas/index.ts';
import { placesOf } from '../../src/fixes/index.ts';
import { writtenScalar } from '../../src/fixes/scalar.ts';
import { decodePart } from '../../src/graph/paths.ts';
import type { SourceRange, TextEdit } from '../../src/model/index.ts';
import { type Goal, type Mention, mentionAt } from './goals.ts';
import { mentionsOfGoal } from './navigation.ts';
import { rangeOf } from './positions.ts';
import { redirectEdits } from './redirects.ts';
import type { Spot } from './spot.ts';
import { WORDS } from './words.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** LSP's code for a request that is well formed and cannot be met. */
const REQUEST_FAILED = -32803;

type Target = Extract<Goal, { type: 'document' }>;

interface Renamed {
	readonly goal: Target;
	readonly range: SourceRange;
	readonly name: string;
}

/** What would be renamed at a place. Throws the reason where nothing can be. */
export function renameRange(spot: Spot): { range: Range; placeholder: string } {
	const { range, name } = renamedAt(spot);
	return { range: rangeOf(range), placeholder: name };
}

/** The edits that give an id, a step or an anchor another name wherever it is written. Throws the reason where that cannot be. */
export async function rename(spot: Spot, name: string): Promise<WorkspaceEdit> {
	const { goal, name: old } = renamedAt(spot);
	if (name === old) return {};
	const isAnchor = goal.anchor !== undefined;
	assertFree(spot, goal, name);
	const mentions = mentionsOfGoal(spot, goal);
	if (isAnchor && mentions.some((each) => each.isDeclaration && !anchorIn(spot, each, old))) {
		throw refusal(WORDS[spot.tongue.labels].headingRename);
	}
	const edits = mentions.flatMap((mention): TextEdit[] => {
		const range = isAnchor ? anchorIn(spot, mention, old) : idIn(spot, mention, old);
		return range ? [{ file: mention.file, range, newText: name }] : [];
	});
	const redirects = isAnchor ? [] : await redirectEdits(spot, old, name);
	return workspaceEdit([...unique(edits), ...redirects], spot.addressOf);
}

function renamedAt(spot: Spot): Renamed {
	const { document, view, point, tongue } = spot;
	const words = WORDS[tongue.labels];
	const mention = document && mentionAt(view, document, point);
	if (!document || mention?.goal.type !== 'document') throw refusal(words.noRename);
	const { goal } = mention;
	const at = { ...mention, file: document.file };
	if (goal.anchor !== undefined) {
		const range = anchorIn(spot, at, goal.anchor);
		if (range && isAt(range, point)) return { goal, range, name: goal.anchor };
		if (mention.isDeclaration) throw refusal(words.headingRename);
	}
	const range = idIn(spot, at, goal.id);
	if (range) return { goal: { type: 'document', id: goal.id }, range, name: goal.id };
	throw refusal(goal.id.startsWith('page:') ? words.pageRename : words.noRename);
}

function isAt({ start, end }: SourceRange, { line, column }: SourceRange['start']): boolean {
	return line === start.line && column >= start.column - 1 && column <= end.column;
}

/** The id in a mention, where it is written as one. */
function idIn(
	{ view }: Spot,
	{ file, range, reference, isDeclaration }: Mention & { file: string },
	id: string,
): SourceRange | undefined {
	const places = placesOf(view.sources.get(file)?.text ?? '');
	if (isDeclaration || reference?.type === 'frontmatter') {
		const scalar = writtenScalar(range, places);
		return scalar?.content === id ? places.range(scalar.start, scalar.end) : undefined;
	}
	const written = /^(kb:)([^#?\s]+)/i.exec(places.slice(range));
	if (!reference || !written || decodePart(written[2] ?? '') !== id) return undefined;
	const start = places.offset(range.start) + 'kb:'.length;
	return places.range(start, start + (written[2] ?? '').length);
}

/** The anchor in a mention: behind `#` in a link or heading, the whole of a field. */
function anchorIn(
	{ view }: Spot,
	{ file, range, reference, isDeclaration }: Mention & { file: string },
	anchor: string,
): SourceRange | undefined {
	const places = placesOf(view.sources.get(file)?.text ?? '');
	const start = places.offset(range.start);
	const written = places.slice(range);
	if (reference) {
		const hash = written.indexOf('#');
		const is = hash !== -1 && decodePart(written.slice(hash + 1)) === anchor;
		return is ? places.range(start + hash + 1, start + written.length) : undefined;
	}
	const scalar = writtenScalar(range, places);
	if (scalar?.content === anchor) return places.range(scalar.start, scalar.end);
	const at = isDeclaration ? written.indexOf(`{#${anchor}`) : -1;
	const isWhole = /^[\s}]/.test(written.slice(at + 2 + anchor.length));
	return at === -1 || !isWhole ? undefined : places.range(start + at + 2, start + at + 2 + anchor.length);
}

function assertFree({ view, tongue }: Spot, { id, anchor }: Target, name: string): void {
	const words = WORDS[tongue.labels];
	const kind = kindOfId(id);
	if (anchor !== undefined) {
		if (!/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u.test(name)) throw refusal(words.badAnchor);
		const versions = [...(view.graph.byId.get(id)?.values() ?? [])];
		if (versions.some(({ anchors }) => anchors.includes(name))) throw refusal(words.taken(`#${name}`));
		return;
	}
	const prefix = kind ? ID_PREFIX[kind] : 'RB';
	if (!ID_PATTERN.test(name)) throw refusal(words.badId(`${prefix}-INV-0042`));
	if (kindOfId(name) !== kind) throw refusal(words.differentKind(prefix));
	if (view.graph.byId.has(name)) throw refusal(words.taken(name));
}

/** A step that is also a heading of its own section is named twice at one place. */
function unique(edits: readonly TextEdit[]): TextEdit[] {
	const keyOf = ({ file, range: { start } }: TextEdit): string => `${start.line}:${start.column} ${file}`;
	return [...new Map(edits.map((edit) => [keyOf(edit), edit])).values()];
}

function refusal(message: string): ResponseError {
	return new ResponseError(REQUEST_FAILED, message);
}
