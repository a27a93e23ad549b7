import * as z from 'zod';
import { named, type VocabularyName, withMeta } from '../meta.ts';

/** A text of at least one visible character. */
export function text(): z.ZodString {
	return withMeta(z.string().regex(/\S/), { expected: 'text' });
}

/** A text that is not translated: what a program prints or calls something. */
export function verbatim(): z.ZodString {
	return withMeta(text(), { verbatim: true });
}

/** A list of such texts. */
export function verbatims(): z.ZodArray<z.ZodString> {
	return listOf(verbatim());
}

/** A list of texts with at least one entry. */
export function texts(): z.ZodArray<z.ZodString> {
	return z.array(text()).min(1);
}

/** A list that may not be empty: an empty list says nothing and is usually a slip of indentation. */
export function listOf<S extends z.ZodType>(item: S): z.ZodArray<S> {
	return z.array(item).min(1);
}

/** A real calendar date, as text. YAML 1.2 has no date type, so nothing shifts with a time zone. */
export function date(): z.ZodISODate {
	return withMeta(z.iso.date(), { expected: 'YYYY-MM-DD', example: '2026-01-31' });
}

const TIME = '([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?';
const ZONE = '(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)?';
const MOMENT = new RegExp(`^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])([T ]${TIME}${ZONE})?$`);

/** A date, or a date with a time of day and perhaps a zone. */
export function moment(): z.ZodString {
	return withMeta(
		z.string().refine((value) => MOMENT.test(value) && z.iso.date().safeParse(value.slice(0, 10)).success),
		{ expected: 'YYYY-MM-DD HH:MM', example: '2026-01-31 22:00' },
	);
}

/** ISO 8601 duration in years, months, weeks or days: what a review cycle can be. */
export function duration(): z.ZodString {
	return withMeta(z.string().regex(/^P(?=\d)(\d{1,3}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/), {
		expected: 'P6M, P1Y, P30D',
		example: 'P6M',
	});
}

/** A whole number between two bounds, both included. */
export function whole(from: number, to: number): z.ZodInt {
	return withMeta(z.int().min(from).max(to), { expected: `${from}–${to}` });
}

/** A number of at least zero. */
export function amount(): z.ZodNumber {
	return withMeta(z.number().min(0), { expected: 'number ≥ 0' });
}

/** A key of a vocabulary of mainstay.yaml. */
export function term(vocabulary: VocabularyName): z.ZodString {
	return withMeta(text(), { vocabulary, expected: `key of ${vocabulary}` });
}

export const role = (): z.ZodString => named(term('roles'), 'Role', '角色', '角色');
