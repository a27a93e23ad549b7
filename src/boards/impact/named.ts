import picomatch from 'picomatch';
import {
	type Document,
	type ImpactCause,
	type ImpactQuestion,
	inForce,
	type ProcessModel,
	type Step,
} from '../../model/index.ts';
import { records, textsAt } from './fields.ts';

/** A place in a document that the question names. */
export interface NamedPlace {
	readonly pointer: string;
	readonly cause: ImpactCause;
	/** The step that the place belongs to. */
	readonly step?: Step;
}

/** Where a document is named by the question itself. */
export function namedPlaces(
	document: Document,
	question: ImpactQuestion,
	process: ProcessModel | undefined,
): NamedPlace[] {
	return [
		...byIdOrFile(document, question),
		...(question.covered ? byDiff(document, question.covered) : byCode(document, question.files ?? [])),
		...byObject(document, question.objects ?? []),
		...byStep(process, question.objects ?? []),
		...byRelease(document, question.release),
	];
}

function byIdOrFile(document: Document, { ids = [], files = [] }: ImpactQuestion): NamedPlace[] {
	const own: NamedPlace[] = [];
	if (ids.includes(document.id)) own.push({ pointer: '/id', cause: { type: 'id', value: document.id } });
	if (files.includes(document.file)) own.push({ pointer: '', cause: { type: 'file', value: document.file } });
	return own;
}

function byDiff(document: Document, covered: NonNullable<ImpactQuestion['covered']>): NamedPlace[] {
	return covered
		.filter(({ id }) => id === document.id)
		.map(({ pointer, file }) => ({ pointer, cause: { type: 'code', value: file } }));
}

/** As `check --since` asks: code may go on without notes that are history. */
function byCode(document: Document, files: readonly string[]): NamedPlace[] {
	if (files.length === 0 || !inForce(document)) return [];
	return records(document, 'code').flatMap(({ value, pointer }) => {
		const glob = value['path'];
		if (typeof glob !== 'string') return [];
		const matches = picomatch(glob, { dot: true });
		const folder = `${glob.replace(/\/+$/, '')}/`;
		return files
			.filter((file) => matches(file) || file.startsWith(folder))
			.map((file) => ({ pointer: `${pointer}/path`, cause: { type: 'code' as const, value: file } }));
	});
}

function byObject(document: Document, names: readonly string[]): NamedPlace[] {
	if (names.length === 0) return [];
	const touches = (document.frontmatter['touches'] ?? {}) as Record<string, unknown>;
	const written = [
		...records(document, 'objects').flatMap(({ value, pointer }) =>
			typeof value['name'] === 'string' ? [{ value: value['name'], pointer: `${pointer}/name` }] : [],
		),
		...['tables', 'standardObjects', 'interfaces'].flatMap((key) => textsAt(touches[key], `/touches/${key}`)),
		...records(document, 'transports').flatMap(({ value, pointer }) =>
			textsAt(value['objects'], `${pointer}/objects`),
		),
	];
	return written.flatMap(({ value, pointer }) =>
		names
			.filter((name) => isSameObject(value, name))
			.map((name) => ({ pointer, cause: { type: 'object' as const, value: name } })),
	);
}

function byStep(process: ProcessModel | undefined, names: readonly string[]): NamedPlace[] {
	if (!process || names.length === 0) return [];
	return process.steps.flatMap((step) => {
		const written = [step.transaction ?? '', ...step.data.map(({ object }) => object)];
		return names
			.filter((name) => written.some((each) => isSameObject(each, name)))
			.map((name) => ({
				pointer: step.pointer,
				step,
				cause: { type: 'object' as const, value: name },
			}));
	});
}

/** A note in force is affected by a release that it was not yet adapted to. */
function byRelease(document: Document, release: string | undefined): NamedPlace[] {
	if (release === undefined || document.kind !== 'dev-note') return [];
	const upgrade = document.frontmatter['upgrade'] as { lastAdapted?: unknown } | undefined;
	if (upgrade?.lastAdapted === release || !inForce(document)) return [];
	const pointer = upgrade?.lastAdapted === undefined ? '/upgrade' : '/upgrade/lastAdapted';
	return [{ pointer, cause: { type: 'release', value: release } }];
}

/**
 * Names are the same whatever their case, and a member belongs to its object: `Sales Order` is touched by
 * `Sales Order.validate`, `Sales Order-custom_hold` and `Selling > Sales Order > Submit`, but not by `Sales Order Item`.
 */
export function isSameObject(written: string, name: string): boolean {
	const a = written.normalize('NFKC').toLowerCase().trim();
	const b = name.normalize('NFKC').toLowerCase().trim();
	if (b === '') return false;
	if (a === b) return true;
	if (a.split(/\s+>\s+/).includes(b)) return true;
	return a.startsWith(b) && /^[.\-:/#(]/.test(a.slice(b.length));
}
