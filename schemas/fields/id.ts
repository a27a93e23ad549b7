import * as z from 'zod';
import type { DocumentKind } from '../../src/model/index.ts';
import { withMeta } from '../meta.ts';
import { listOf } from './basic.ts';

/** The kinds whose documents carry an id of their own. */
export type RecordKind = Exclude<DocumentKind, 'page'>;

/** The first group of a document id, by kind. */
export const ID_PREFIX = {
	process: 'PR',
	'system-log': 'LOG',
	'dev-note': 'DN',
	runbook: 'RB',
} as const satisfies Record<RecordKind, string>;

/** `RB-INV-0042`: prefix, a group of 1–8 capitals or digits, 3–6 digits. */
export const ID_PATTERN = /^(PR|LOG|DN|RB)-[A-Z0-9]{1,8}-[0-9]{3,6}$/;

/** The id of a document of one kind. */
export function idOf(kind: RecordKind): z.ZodString {
	const prefix = ID_PREFIX[kind];
	return withMeta(z.string().regex(new RegExp(`^${prefix}-[A-Z0-9]{1,8}-[0-9]{3,6}$`)), {
		expected: `${prefix}-XXX-0001`,
		example: `${prefix}-XXX-0001`,
	});
}

/** The kind whose ids begin like this one; undefined when it is not an id. */
export function kindOfId(id: string): RecordKind | undefined {
	if (!ID_PATTERN.test(id)) return undefined;
	const prefix = id.slice(0, id.indexOf('-'));
	return (Object.keys(ID_PREFIX) as RecordKind[]).find((kind) => ID_PREFIX[kind] === prefix);
}

/** A mention of a document; with `expects`, only of that kind. */
export function documentReference(expects?: RecordKind): z.ZodString {
	if (expects) return withMeta(idOf(expects), { reference: { expects } });
	return withMeta(z.string().regex(ID_PATTERN), {
		expected: 'PR-XXX-0001 | LOG-XXX-0001 | DN-XXX-0001 | RB-XXX-0001',
		example: 'RB-XXX-0001',
		reference: {},
	});
}

export function documentReferences(expects?: RecordKind): z.ZodArray<z.ZodString> {
	return listOf(documentReference(expects));
}
