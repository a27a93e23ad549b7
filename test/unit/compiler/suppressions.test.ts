import { describe, expect, it } from 'vitest';
import { applySuppressions } from '../../../src/compiler/suppressions.ts';
import type { Document, Finding, Suppression } from '../../../src/model/index.ts';

function at(code: string, line: number, file = 'docs/a.md'): Finding {
	return { code, file, params: {}, range: { start: { line, column: 3 }, end: { line, column: 9 } } };
}

function documentWith(...suppressions: Partial<Suppression>[]): Document {
	const full = suppressions.map((each, index) => ({
		codes: ['MS201'],
		reason: 'why',
		range: at('', 10 + index).range,
		lines: [10 + index, 20] as const,
		ofWhole: false,
		...each,
	}));
	return { file: 'docs/a.md', suppressions: full } as unknown as Document;
}

const codes = (findings: readonly Finding[]): string[] =>
	findings.map(({ code, range }) => `${code} ${range.start.line}`);

describe('findings that writers ignore', () => {
	it('are taken out at the place and for the code named, and counted', () => {
		const all = [at('MS201', 12), at('MS201', 21), at('MS202', 12), at('MS201', 12, 'docs/b.md')];
		const { findings, suppressed } = applySuppressions(all, [documentWith({})]);
		expect(codes(findings)).toEqual(['MS201 21', 'MS202 12', 'MS201 12']);
		expect(suppressed).toBe(1);
	});

	it('include those about the document as a whole, from its frontmatter only', () => {
		const whole = documentWith({ codes: ['MS502'], lines: [3, 4], ofWhole: true });
		expect(applySuppressions([at('MS502', 1)], [whole])).toEqual({ findings: [], suppressed: 1 });
		const body = documentWith({ codes: ['MS502'] });
		expect(codes(applySuppressions([at('MS502', 1)], [body]).findings)).toEqual(['MS502 1', 'MS141 10']);
	});

	it('a comment that ignores nothing is a finding, one for each code; two comments for one finding both count', () => {
		const one = documentWith({ codes: ['MS201', 'MS203'] });
		expect(codes(applySuppressions([at('MS201', 12)], [one]).findings)).toEqual(['MS141 10']);
		const two = documentWith({}, {});
		expect(applySuppressions([at('MS201', 12)], [two]).findings).toEqual([]);
	});

	it('what publishing would lose or leak, unknown codes and the comments themselves cannot be ignored', () => {
		for (const [code, what] of [
			['MS112', 'fixed'],
			['MS140', 'fixed'],
			['MS998', 'unknown'],
		] as const) {
			const { findings, suppressed } = applySuppressions([at(code, 12)], [documentWith({ codes: [code] })]);
			expect(codes(findings)).toEqual([`${code} 12`, 'MS142 10']);
			expect(findings[1]?.params).toEqual({ code, what });
			expect(suppressed).toBe(0);
		}
	});
});
