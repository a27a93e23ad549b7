import { expect, test } from 'vitest';
import { html } from './rendering.ts';

const HEAD = '---\nid: RB-INV-0001\nkind: runbook\ntitle: T\n---\n\n';

test('a command with a parameter says its language: filling it in depends on it', () => {
	expect(html(`${HEAD}\`\`\`sql\nSELECT '{{item}}'\n\`\`\`\n`)).toContain(
		'<div class="code" data-code="sql">',
	);
	expect(html(`${HEAD}\`\`\`a"b\n{{item}}\n\`\`\`\n`)).toContain('data-code="a&quot;b"');
});

test('other code carries no such mark', () => {
	expect(html(`${HEAD}\`\`\`sql\nSELECT 1\n\`\`\`\n`)).not.toContain('data-code');
	expect(html(`${HEAD}\`\`\`\n{{item}}\n\`\`\`\n`)).not.toContain('data-code');
});
