import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from 'vscode-languageserver';
import { readYaml } from '../../src/config/read-yaml.ts';
import { type Document, FILE_START, type SourceRange } from '../../src/model/index.ts';
import { type Goal, isSameGoal, type Mention, mentionAt, mentionsOf, placeOfAnchor } from './goals.ts';
import { holds, rangeOf } from './positions.ts';
import type { Spot } from './spot.ts';

/** Where the thing at a place is written: the version in the language of the text first. */
export function definitionsAt(spot: Spot): Location[] {
	const mention = mentionIn(spot);
	return mention ? placesOfGoal(spot, mention.goal) : [];
}

/** Every place that names the thing at a place. */
export function referencesAt(spot: Spot, withDeclarations: boolean): Location[] {
	const mention = mentionIn(spot);
	if (!mention) return [];
	const found = mentionsOfGoal(spot, mention.goal).filter((each) => withDeclarations || !each.isDeclaration);
	return found.map(({ file, range }) => location(spot, file, range));
}

/** Mentions of a goal in all documents; a document is also named by every mention of a part of it. */
export function mentionsOfGoal({ view }: Spot, goal: Goal): (Mention & { readonly file: string })[] {
	const isWhole = goal.type === 'document' && goal.anchor === undefined;
	const isMeant = ({ goal: each, isDeclaration, reference }: Mention): boolean => {
		if (!isWhole || each.type !== 'document') return isSameGoal(each, goal);
		// A jump within the document names a part of it, not the document.
		const isByName = reference !== undefined && !isDeclaration && !reference.target.startsWith('#');
		return each.id === goal.id && (each.anchor === undefined || isByName);
	};
	return view.documents.flatMap((document) =>
		mentionsOf(view, document)
			.filter(isMeant)
			.map((mention) => ({ ...mention, file: document.file })),
	);
}

function mentionIn(spot: Spot): Pick<Mention, 'goal'> | undefined {
	const { document, view, point, isSettings } = spot;
	if (isSettings) return termAt(spot);
	return document && mentionAt(view, document, point);
}

/** A key of a vocabulary, in mainstay.yaml itself. */
function termAt({ text, point }: Spot): { goal: Goal } | undefined {
	for (const [pointer, range] of readYaml(text).keys) {
		const [, vocabulary, key, ...more] = pointer.split('/');
		if (more.length > 0 || key === undefined || !holds(range, point)) continue;
		if (vocabulary === 'modules' || vocabulary === 'systems' || vocabulary === 'roles') {
			return { goal: { type: 'term', vocabulary, key: unescaped(key) } };
		}
	}
	return undefined;
}

function unescaped(key: string): string {
	return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

function placesOfGoal(spot: Spot, goal: Goal): Location[] {
	if (goal.type === 'asset') return [location(spot, goal.path, FILE_START)];
	if (goal.type === 'term') return placeOfTerm(spot, goal.vocabulary, goal.key);
	const versions = [...(spot.view.graph.byId.get(goal.id)?.values() ?? [])];
	const own = spot.document?.lang;
	return versions
		.sort((a, b) => Number(b.lang === own) - Number(a.lang === own))
		.map((document) => location(spot, document.file, placeIn(document, goal.anchor)));
}

function placeIn(document: Document, anchor: string | undefined): SourceRange {
	const place = anchor === undefined ? undefined : placeOfAnchor(document, anchor);
	return place ?? document.positions['/id']?.value ?? document.headings[0]?.range ?? FILE_START;
}

function placeOfTerm(spot: Spot, vocabulary: string, key: string): Location[] {
	const { config } = spot.view;
	if (config.file === undefined) return [];
	const text = spot.openText(config.file) ?? textOnDisk(join(config.root, config.file));
	const pointer = `/${vocabulary}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
	const range = readYaml(text).keys.get(pointer);
	return range ? [location(spot, config.file, range)] : [];
}

function textOnDisk(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch {
		return '';
	}
}

function location(spot: Spot, file: string, range: SourceRange): Location {
	return { uri: spot.addressOf(file), range: rangeOf(range) };
}
