import * as z from 'zod';
import { type CompileConfig, DOCUMENT_KINDS, type DocumentKind } from '../src/model/index.ts';
import { kindOfId, type RecordKind } from './fields/id.ts';
import { ownFieldsOf } from './own-fields.ts';
import { isMap } from './pointer.ts';
import { fieldNames, KIND_SCHEMAS } from './registry.ts';

type Fields = Readonly<Record<string, unknown>>;

/** So many more findings would the kind as written make of one mistake. */
const FAR = 3;

/** So many fields that not all kinds have tell a kind without an id. */
const TELLING = 2;

const RECORD_KINDS = DOCUMENT_KINDS.filter((kind): kind is RecordKind => kind !== 'page');

/** The kind whose document this is by its id and the names of its fields; undefined where they do not tell. */
export function kindByFields(data: unknown, config: CompileConfig): RecordKind | undefined {
	if (!isMap(data)) return undefined;
	const likely = RECORD_KINDS.filter((kind) => isLikely(kind, data));
	const [best, next] = likely
		.map((kind) => ({ kind, misfit: misfit(kind, data, config) }))
		.sort((a, b) => a.misfit - b.misfit);
	return best?.misfit === next?.misfit ? undefined : best?.kind;
}

/** Whether a document that calls itself `named` is far more likely one of another kind. */
export function fitsFarBetter(
	data: unknown,
	kind: RecordKind,
	named: DocumentKind,
	config: CompileConfig,
): boolean {
	if (!isMap(data) || kind === named) return false;
	const own = misfit(kind, data, config);
	// Any key may stand in a page, so only what lacks nothing is surely none.
	return named === 'page' ? own === 0 : misfit(named, data, config) - own >= FAR;
}

function isLikely(kind: RecordKind, data: Fields): boolean {
	const { id } = data;
	if (typeof id === 'string' && kindOfId(id) === kind) return true;
	const common = (key: string): boolean => RECORD_KINDS.every((each) => fieldNames(each).includes(key));
	const telling = fieldNames(kind).filter((key) => Object.hasOwn(data, key) && !common(key));
	return telling.length >= TELLING;
}

/** How many findings the names of the fields and the id would make in a kind. */
function misfit(kind: DocumentKind, data: Fields, config: CompileConfig): number {
	const own = ownFieldsOf(kind, config);
	const known = new Set([...fieldNames(kind), ...own.keys()]);
	const unknown = Object.keys(data).filter((key) => !known.has(key) && !key.startsWith('x-'));
	const required = Object.entries(KIND_SCHEMAS[kind].schema.shape).filter(
		([key, field]) => !(field instanceof z.ZodOptional) && !Object.hasOwn(data, key),
	);
	const { id } = data;
	const foreign = typeof id === 'string' ? kindOfId(id) : undefined;
	return unknown.length + required.length + (foreign !== undefined && foreign !== kind ? 1 : 0);
}
