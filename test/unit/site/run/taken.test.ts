import { expect, test } from 'vitest';
import { highest, withTaken } from '../../../../src/site/scripts/record/taken.ts';

test('numbers of logs go up from the site and from what this device has given', () => {
	expect(highest('2026', { '2026': 124 }, {})).toBe(124);
	expect(highest('2026', { '2026': 124 }, withTaken({}, 'LOG-2026-0130'))).toBe(130);
	expect(highest('2027', { '2026': 124 })).toBe(0);
	expect(withTaken({ '2026': 130 }, 'LOG-2026-0007')).toEqual({ '2026': 130 });
	expect(withTaken({ '2026': 130 }, 'not an id')).toEqual({ '2026': 130 });
	expect(highest('2026', { '2026': 'many' } as never)).toBe(0);
});
