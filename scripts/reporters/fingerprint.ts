import type { Diagnostic } from '../../src/model/index.ts';
import { repositoryPath } from './paths.ts';
import type { ReportInput } from './reporter.ts';

/**
 * One stable name per finding, in their order: from file, code, message and the text of its line, never from the
 * line's number, so that it stays the same when lines move. Findings alike in all that are counted.
 */
export function fingerprints(input: ReportInput): string[] {
	const seen = new Map<string, number>();
	return input.diagnostics.map((diagnostic) => {
		const name = hash(identity(diagnostic, input));
		const count = seen.get(name) ?? 0;
		seen.set(name, count + 1);
		return count === 0 ? name : hash(`${name} ${count}`);
	});
}

function identity(diagnostic: Diagnostic, input: ReportInput): string {
	const line = input.lineOf(diagnostic.file, diagnostic.range.start.line) ?? '';
	// A message may name the lines it is about.
	const message = diagnostic.message.replace(/\d+/g, '0');
	return [repositoryPath(diagnostic.file, input), diagnostic.code, message, line.trim()].join('\0');
}

/** cyrb53 by bryc, public domain, run with two seeds: 106 bits, hexadecimal. */
function hash(text: string): string {
	return [1, 2].map((seed) => half(text, seed).toString(16).padStart(14, '0')).join('');
}

function half(text: string, seed: number): number {
	let high = 0xdeadbeef ^ seed;
	let low = 0x41c6ce57 ^ seed;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		high = Math.imul(high ^ code, 2_654_435_761);
		low = Math.imul(low ^ code, 1_597_334_677);
	}
	high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
	low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
	return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
