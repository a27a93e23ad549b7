import { describe, expect, it } from 'vitest';
import type { ApiBoardData, ApiProcessFacts, ApiTriage } from '../../../schemas/index.ts';
import {
	BOARD_NAMES,
	type BoardName,
	type Boards,
	type ProcessFacts,
	type Triage,
} from '../../../src/model/index.ts';

/** A type without what JSON does not know: what may be written to, and whether a left out value may be undefined. */
type Shape<T> = T extends string | number | boolean | undefined
	? T
	: T extends readonly unknown[]
		? { -readonly [Key in keyof T]: Shape<T[Key]> }
		: {
				-readonly [Key in keyof T]-?: Record<never, never> extends Pick<T, Key>
					? { optional: Shape<Exclude<T[Key], undefined>> }
					: Shape<T[Key]>;
			};

/** `true` where two types have the same fields of the same types; else nothing can be assigned. */
type Same<A, B> = [Shape<A>] extends [Shape<B>] ? ([Shape<B>] extends [Shape<A>] ? true : never) : never;

/** Does not compile when a published schema and the model part. */
const boards: { readonly [Name in BoardName]: Same<ApiBoardData[Name], Boards[Name]> } = {
	workarounds: true,
	freshness: true,
	coverage: true,
	risks: true,
	permissions: true,
	continuity: true,
	customisations: true,
	upgrade: true,
	timeline: true,
	incidents: true,
};
const triage: Same<Pick<ApiTriage, 'classes'>, Triage> = true;
const facts: Same<ApiProcessFacts, ProcessFacts> = true;

describe('published schemas', () => {
	it('have the fields of the model, no more and no fewer', () => {
		expect(Object.keys(boards).sort()).toEqual([...BOARD_NAMES].sort());
		expect([triage, facts]).toEqual([true, true]);
	});
});
