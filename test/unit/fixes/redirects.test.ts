import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/fixes/apply.ts';
import { withoutRedirect, withRedirect } from '../../../src/fixes/redirects.ts';
import type { Document } from '../../../src/model/index.ts';
import { checkProject } from '../../rules/mini-project.ts';

function documentOf(text: string): Document {
	const [document] = checkProject({ 'docs/a.md': text }).documents;
	if (!document) throw new Error('The text makes no document.');
	return document;
}

function added(text: string): string {
	const change = withRedirect(documentOf(text), text, '/docs/old/');
	return 'unclear' in change ? 'unclear' : applyEdits(text, change.edits);
}

function removed(text: string): string {
	const change = withoutRedirect(documentOf(text), text, '/docs/old/');
	return 'unclear' in change ? 'unclear' : applyEdits(text, change.edits);
}

describe('redirectFrom', () => {
	test.each([
		['# A\n', '---\nredirectFrom: [/docs/old/]\n---\n\n# A\n'],
		['', '---\nredirectFrom: [/docs/old/]\n---\n\n'],
		['---\n---\n\n# A\n', '---\nredirectFrom:\n  - /docs/old/\n---\n\n# A\n'],
		['---\ntitle: A # x\n# end\n---\nB', '---\ntitle: A # x\n# end\nredirectFrom:\n  - /docs/old/\n---\nB'],
		['---\r\ntitle: A\r\n---\r\nB', '---\r\ntitle: A\r\nredirectFrom:\r\n  - /docs/old/\r\n---\r\nB'],
		['---\nredirectFrom: [/x/, "/y/"] # c\n---\n', '---\nredirectFrom: [/x/, "/y/", /docs/old/] # c\n---\n'],
		[
			'---\nredirectFrom:\n- /x/ # c\ntitle: A\n---\n',
			'---\nredirectFrom:\n- /x/ # c\n- /docs/old/\ntitle: A\n---\n',
		],
		['---\nredirectFrom:\n    - /x/\n---\n', '---\nredirectFrom:\n    - /x/\n    - /docs/old/\n---\n'],
	])('%j gets the address and loses it again', (text, expected) => {
		expect(added(text)).toBe(expected);
		expect(documentOf(expected).frontmatter['redirectFrom']).toContain('/docs/old/');
		expect(removed(expected)).toBe(text);
	});

	test.each([
		['---\n{title: A}\n---\n'],
		['---\nredirectFrom: /x/\n---\n'],
		['---\nredirectFrom: []\n---\n'],
		['---js\n---\n'],
	])('%j is left to its writer', (text) => {
		expect(added(text)).toBe('unclear');
	});
});
