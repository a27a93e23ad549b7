import * as z from 'zod';
import { isMap } from './pointer.ts';

type Test = (value: unknown) => boolean;
type Check = z.core.$ZodCheck;

const tests = new WeakMap<z.core.$ZodType, Test>();

/**
 * Whether `schemaIssues` has nothing to say on the data, at a fraction of its cost: the tests are made from the Zod
 * schema when it is first met, build no result, and end at the first departure. False may also mean that it takes
 * Zod itself to tell.
 */
export function fits(schema: z.core.$ZodType, data: unknown): boolean {
	return testOf(schema)(data);
}

function testOf(schema: z.core.$ZodType): Test {
	const test = tests.get(schema) ?? newTest(schema);
	tests.set(schema, test);
	return test;
}

function newTest(schema: z.core.$ZodType): Test {
	if (schema instanceof z.ZodOptional) return optionalTest(testOf(schema.unwrap()));
	if (schema instanceof z.ZodObject) return mapTest(schema);
	if (schema instanceof z.ZodArray) return listTest(schema);
	if (schema instanceof z.ZodUnion) return unionTest(schema);
	if (schema instanceof z.ZodEnum) return choiceTest(schema.options);
	if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return textTest(schema);
	return (value) => passes(schema, value);
}

/** What Zod itself says. */
function passes(schema: z.core.$ZodType, value: unknown): boolean {
	const result = schema._zod.run({ value, issues: [] }, { async: false });
	return !(result instanceof Promise) && result.issues.length === 0;
}

/** A field that may be absent may also be left empty. */
function optionalTest(test: Test): Test {
	return (value) => value === undefined || value === null || test(value);
}

function mapTest(schema: z.ZodObject): Test {
	const { catchall } = schema.def;
	const isOpen = catchall === undefined || catchall instanceof z.ZodUnknown;
	const shape = Object.entries<z.core.$ZodType>(schema.shape);
	const fields = new Map(shape.map(([key, field]) => [key, testOf(field)]));
	const required = new Set(
		shape.filter(([, field]) => !(field instanceof z.ZodOptional)).map(([key]) => key),
	);
	const checks = checksOf(schema);
	return (value) => {
		if (!isMap(value)) return false;
		let missing = required.size;
		for (const key in value) {
			const test = fields.get(key);
			if (test ? !test(value[key]) : !isOpen && !key.startsWith('x-')) return false;
			if (required.has(key)) missing--;
		}
		if (missing > 0) return false;
		return meets(value, checks);
	};
}

function listTest(schema: z.ZodArray): Test {
	const test = testOf(schema.element);
	const checks = checksOf(schema);
	return (value) => Array.isArray(value) && value.every(test) && meets(value, checks);
}

function unionTest(schema: z.ZodUnion): Test {
	const options = schema.options.map(testOf);
	const checks = checksOf(schema);
	return (value) => options.some((test) => test(value)) && meets(value, checks);
}

function choiceTest(options: readonly unknown[]): Test {
	const allowed = new Set(options);
	return (value) => allowed.has(value);
}

function textTest(schema: z.core.$ZodType): Test {
	const checks = checksOf(schema);
	return (value) => typeof value === 'string' && meets(value, checks);
}

/** A format such as `date` is a check of itself, before those that were added to it. */
function checksOf(schema: z.core.$ZodType): readonly Check[] {
	const added = (schema._zod.def.checks ?? []) as readonly Check[];
	return schema instanceof z.core.$ZodCheck ? [schema, ...added] : added;
}

function meets(value: unknown, checks: readonly Check[]): boolean {
	const payload = { value: value as never, issues: [] };
	for (const check of checks) {
		const pending = check._zod.check(payload);
		if (pending !== undefined || payload.issues.length > 0) return false;
	}
	return true;
}
