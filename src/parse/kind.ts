import { display } from '../../schemas/expected.ts';
import type { RecordKind } from '../../schemas/fields/id.ts';
import { fitsFarBetter, kindByFields } from '../../schemas/kind-meant.ts';
import { type Validation, validateFrontmatter } from '../../schemas/validate.ts';
import {
	type CompileConfig,
	DOCUMENT_KINDS,
	type DocumentKind,
	nearest,
	type SchemaIssue,
} from '../model/index.ts';
import { kindOf } from './identity.ts';

type Fields = Readonly<Record<string, unknown>>;

interface ReadKind extends Validation {
	readonly kind: DocumentKind;
}

/**
 * The kind of a document, and its frontmatter held against the schema of that kind. Where the kind that it names and
 * its fields contradict each other the fields count: one word is wrong rather than all of them.
 */
export function readKind(data: Fields, docPath: string, config: CompileConfig): ReadKind {
	const written = data['kind'];
	const kind = kindOf(written, docPath, config);
	const taken = validateFrontmatter(kind, data, config);
	if (!isDoubtful(data, kind, taken)) return { kind, ...taken };
	const meant = kindByFields(data, config);
	if (meant === undefined || !isMeant(data, meant, kind, config)) return { kind, ...taken };
	const { value, issues } = meant === kind ? taken : validateFrontmatter(meant, data, config);
	const others = issues.filter(({ pointer }) => pointer !== '/kind');
	return { kind: meant, value, issues: [...others, otherKind(written, meant)] };
}

/** Whether to look closer: nearly every document fits the kind that it names, or is a page without an id. */
function isDoubtful(data: Fields, kind: DocumentKind, { issues }: Validation): boolean {
	if (data['kind'] !== undefined) return issues.length > 0 || kind === 'page';
	return kind === 'page' && data['id'] !== undefined;
}

function isMeant(data: Fields, meant: RecordKind, taken: DocumentKind, config: CompileConfig): boolean {
	const written = data['kind'];
	const isKind = DOCUMENT_KINDS.some((each) => each === written);
	if (meant === taken) return !isKind;
	const isNear = !isKind && typeof written === 'string' && nearest(written, DOCUMENT_KINDS).includes(meant);
	return isNear || fitsFarBetter(data, meant, taken, config);
}

function otherKind(written: unknown, meant: DocumentKind): SchemaIssue {
	const isMissing = written === undefined || written === null;
	return {
		type: isMissing ? 'missing' : 'not-allowed',
		pointer: isMissing ? '' : '/kind',
		key: 'kind',
		received: isMissing ? '' : display(written),
		expected: isMissing ? meant : DOCUMENT_KINDS.join(' | '),
		candidates: DOCUMENT_KINDS,
		meant,
	};
}
