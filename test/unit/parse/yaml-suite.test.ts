import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resolveConfig } from '../../../src/config/index.ts';
import { parseDiagnostics, parseDocument } from '../../../src/parse/index.ts';

interface Case {
	readonly id: string;
	readonly name: string;
	readonly yaml: string;
}

const cases: Case[] = JSON.parse(
	readFileSync(new URL('../../fixtures/yaml/must-fail.json', import.meta.url), 'utf8'),
);
const { config } = resolveConfig('languages: [en]\n', { root: '/project', file: 'mainstay.yaml' });

describe('the cases of the YAML test suite that must fail, as frontmatter', () => {
	it('are all there', () => {
		expect(cases.length).toBe(94);
	});

	it.each(cases.map((each) => [each.id, each.name, each] as const))('%s %s', (_id, _name, { yaml }) => {
		const fields = yaml.replace(/^---[ \t]*\n/, '');
		const text = `---\n${fields}${fields.endsWith('\n') ? '' : '\n'}---\n\n# Title\n`;
		const source = { path: 'docs/a.md', docPath: 'a.md', text, hash: 'x' };
		const { findings, document } = parseDocument(source, config);
		const located = findings.filter(
			({ code, range }) =>
				code.startsWith('MS11') && range.start.line > 1 && range.start.line < text.split('\n').length,
		);
		expect(located.length).toBeGreaterThan(0);
		expect(document.file).toBe('docs/a.md');
		for (const { code, params } of located) {
			const definition = parseDiagnostics.find((each) => each.code === code);
			// In Chinese no finding falls back to the library's English.
			expect(definition?.message['zh-CN'](params)).not.toMatch(/\([A-Z_]+\)/);
		}
	});
});
