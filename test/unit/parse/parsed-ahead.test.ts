import { describe, expect, it } from 'vitest';
import { parseAhead, parseBody } from '../../../src/parse/markdown/body.ts';

const HEADS = ['---\nid: RB-1\n---\n', '---\r\n标题: 甲\r\nlist: [a, b]\r\n---\r\n', ''];

const BODIES = [
	'# 甲\n\nText with [a link](b.md#甲) and `code`.\n',
	'\tindented\n\n- [ ] task\n- one\n\n| a | b |\n| - | - |\n| c | d |\n',
	':::note\n10:30 https://example.org\n:::\n',
	'*_a_*\n\n[^1]\n\n[^1]: Note\n',
	'    code first\n',
	'===\n',
	'',
];

describe('a body that another thread has parsed', () => {
	it.each(HEADS.flatMap((head) => BODIES.map((body) => [head + body, head.length] as const)))(
		'is the one that is parsed here: %j',
		(text, bodyStart) => {
			const here = parseBody(text, bodyStart, 'a.md', false);
			expect(parseBody(text, bodyStart, 'a.md', false, parseAhead(text))).toEqual(here);
		},
	);

	it('is parsed ahead, mostly', () => {
		const ahead = HEADS.flatMap((head) => BODIES.map((body) => parseAhead(head + body)));
		expect(ahead.filter(Boolean).length).toBeGreaterThan(ahead.length / 2);
	});
});
