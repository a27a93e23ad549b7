import { describe, expect, test } from 'vitest';
import { runbookExample } from '../../src/rules/example-documents.ts';
import { rules } from '../../src/rules/index.ts';
import { checkProject } from './mini-project.ts';

const ownSeverity = new Map<string, string>(rules.map((rule) => [rule.code, rule.severity]));

function found(files: Readonly<Record<string, string>>): string[] {
	return checkProject(files).findings.map(
		({ code, buildSeverity }) => `${buildSeverity ?? ownSeverity.get(code) ?? 'error'} ${code}`,
	);
}

describe('severities', () => {
	test('a folder that another tool wrote has warnings, never errors', () => {
		const findings = found({
			'docs/README.md':
				'---\nid: readme\nsidebar_position: 2\ntags: [a]\n---\n\n[x](gone.md) ![y](gone.png) [z](../../../x) [f](file:///c:/a)\n',
			'docs/guide/setup.md':
				'---\nlayout: default\n---\n\n[up](../#gone) [case](../Readme.md) <iframe src="x"></iframe>\n',
			'docs/guide/plain.md': 'No heading, no frontmatter.\n',
		});
		expect(findings.filter((finding) => finding.startsWith('error'))).toEqual([]);
		const codes = new Set(findings.map((finding) => finding.slice(-5)));
		expect([...codes].sort()).toEqual([
			'MS107',
			'MS201',
			'MS202',
			'MS203',
			'MS204',
			'MS207',
			'MS208',
			'MS620',
		]);
	});

	test('the same links are errors in the four kinds, and kb: links are everywhere', () => {
		const body = '\n## Diagnosis\n\n[x](gone.md) ![y](gone.png)\n\n::::step{#look}\n### Look\n::::\n';
		expect(found({ 'docs/a.md': runbookExample('related: [RB-INV-0042]', body) })).toEqual([
			'error MS201',
			'error MS204',
		]);
		expect(found({ 'docs/a.md': '# A\n\n[x](kb:RB-INV-0001)\n' })).toEqual(['error MS201']);
	});
});
