import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontmatterReferences, processModelOf, validateFrontmatter } from '../../../schemas/index.ts';
import { own } from '../../../schemas/pointer.ts';
import { OPEN, RECORD_KINDS, SMALLEST } from './samples.ts';

/** Follows a JSON pointer. */
function at(data: unknown, pointer: string): unknown {
	return pointer
		.split('/')
		.slice(1)
		.reduce<unknown>((value, key) => own(value, key.replaceAll('~1', '/').replaceAll('~0', '~')), data);
}

describe('the validated value', () => {
	it('lacks what was wrong and keeps the rest', () => {
		const data = {
			...SMALLEST.runbook,
			titel: 'x',
			severity: 'S9',
			'x-own': 1,
			review: { every: 'often', by: 'dba', on: null },
			keywords: ['a', 5, { b: 1 }, null],
			escalation: [{ to: 'dba', afterMinutes: 'ten' }, 'nobody', { to: 'it-support' }],
		};
		const { severity: _severity, ...kept } = SMALLEST.runbook;
		expect(validateFrontmatter('runbook', data, OPEN).value).toEqual({
			...kept,
			'x-own': 1,
			review: { by: 'dba' },
			keywords: ['a', '5', '', ''],
			escalation: [{ to: 'dba' }, {}, { to: 'it-support' }],
		});
	});

	it('keeps every place of a list, so that pointers into it are pointers into the file', () => {
		const data = { ...SMALLEST.runbook, related: ['rb-1', 'RB-INV-0001', 7, 'DN-SAL-0002'] };
		const { value } = validateFrontmatter('runbook', data, OPEN);
		expect(frontmatterReferences('runbook', value)).toEqual([
			{ pointer: '/related/1', target: 'RB-INV-0001', relation: 'related' },
			{ pointer: '/related/3', target: 'DN-SAL-0002', relation: 'related' },
		]);
	});

	it('does not share or change the data', () => {
		const data = structuredClone(SMALLEST.process) as Record<string, unknown>;
		validateFrontmatter('process', { ...data, steps: [5] }, OPEN);
		expect(data).toEqual(SMALLEST.process);
	});
});

describe('whatever the frontmatter holds', () => {
	const anyValue = fc.letrec((tie) => ({
		value: fc.oneof(
			{ depthSize: 'small' },
			fc.constantFrom<unknown>('S1', 'PR-A-001', '2026-01-01', 'P6M', '', 'a', 1, 3, 7.5, true, null),
			fc.array(tie('value'), { maxLength: 3 }),
			fc.dictionary(
				fc.constantFrom('id', 'name', 'to', 'next', 'role', 'type', 'x-a', 'wat', 'code', 'a/b'),
				tie('value'),
			),
		),
	})).value;
	const anyFrontmatter = (kind: (typeof RECORD_KINDS)[number]) =>
		fc
			.dictionary(
				fc.constantFrom(
					'steps',
					'level',
					'signatures',
					'related',
					'review',
					'processes',
					'objects',
					'lanes',
					'titel',
					'risk',
					'__proto__',
				),
				anyValue,
			)
			.map((extra) => ({ ...SMALLEST[kind], ...extra }));

	it.each(RECORD_KINDS)(
		'%s: it never throws, issues stand where something is written, and the value is clean',
		(kind) => {
			fc.assert(
				fc.property(anyFrontmatter(kind), (data) => {
					const { value, issues } = validateFrontmatter(kind, data, OPEN);
					for (const issue of issues) expect(at(data, issue.pointer)).not.toBeUndefined();
					const again = validateFrontmatter(kind, value, OPEN);
					const rest = again.issues.filter(({ type }) => type !== 'missing');
					// Entries of lists keep their place as text even when they are wrong.
					expect(rest.filter(({ pointer }) => !/\/\d+$/.test(pointer))).toEqual([]);
					for (const { pointer, target } of frontmatterReferences(kind, value))
						expect(at(data, pointer)).toBe(target);
					processModelOf(value, 'en', OPEN);
				}),
				{ numRuns: 150 },
			);
		},
	);
});
