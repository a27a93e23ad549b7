import { describe, expect, test } from 'vitest';
import { fill, onlyFor } from '../../../../scripts/init/templates.ts';

describe('templates', () => {
	test('fill values in the line, and blocks with their indent', () => {
		expect(fill('a {=x=} b\n  {=block=}\n{=none=}\nend\n', { x: '1', block: 'p\n\nq', none: '' })).toBe(
			'a 1 b\n  p\n\n  q\nend\n',
		);
	});

	test('a name without a value is a fault of the template', () => {
		expect(() => fill('{=x=}', {})).toThrow('{=x=}');
	});

	test('what is filled in is not filled again, and other braces stay', () => {
		expect(fill('{=x=} {{item_code}} %{{ a }}', { x: '{{y}}' })).toBe('{{y}} {{item_code}} %{{ a }}');
	});

	test('lines for kinds stay only with them', () => {
		const text = 'a\nb #if runbook\nc | <!--if process-->\nd <!--if-not runbook-->\n';
		expect(onlyFor(text, ['runbook'])).toBe('a\nb\n');
		expect(onlyFor(text, ['process'])).toBe('a\nc |\nd\n');
	});
});
