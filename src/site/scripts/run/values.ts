import { PATTERN_FLAGS } from '../../../model/search.ts';
import type { RunParameter } from '../../plan/run-data.ts';
import { LONGEST_VALUE } from './fill/index.ts';

export type ValueProblem = 'pattern' | 'long' | 'control';

/**
 * What is wrong with a value; undefined for nothing, and for nothing typed. The whole value must match the
 * pattern: an unanchored one would let anything stand around its match. The build proves patterns linear
 * for these flags and values of this length.
 */
export function valueProblem(value: string, parameter: RunParameter | undefined): ValueProblem | undefined {
	if (value === '') return undefined;
	if (value.length > LONGEST_VALUE) return 'long';
	if (/[\p{Cc}\u2028\u2029]/u.test(value)) return 'control';
	return parameter?.pattern !== undefined && !matchesWhole(value, parameter.pattern) ? 'pattern' : undefined;
}

function matchesWhole(value: string, pattern: string): boolean {
	try {
		return new RegExp(`^(?:${pattern})$`, PATTERN_FLAGS).test(value);
	} catch {
		// The check reports a pattern that is none; here it cannot say anything.
		return true;
	}
}
