import { expect, test } from 'vitest';
import { runbookExample } from '../../src/rules/example-documents.ts';
import { checkProject } from './mini-project.ts';

const step = (lang: string, fence: string): string =>
	runbookExample(`lang: ${lang}`, `\n## Diagnosis\n\n::::step{#clear}\n### Clear\n\n${fence}\n::::\n`);

test.each([
	['the translation', '```sql\nSELECT 1;\n```', '```\nSELECT 1;\n```', ['MS422']],
	['the original', '```\nSELECT 1;\n```', '```sql\nSELECT 1;\n```', ['MS422']],
	['another command', '```sql\nSELECT 1;\n```', '```\nSELECT 2;\n```', ['MS422', 'MS515']],
])('a command that lost its language in %s is no drift', (_, original, translation, codes) => {
	const { findings } = checkProject({
		'mainstay.yaml': 'languages: [en, zh-CN]\n',
		'docs/a.md': step('en', original),
		'docs/a.zh-CN.md': step('zh-CN', translation),
	});
	const found = findings.map(({ code }) => code).filter((code) => code !== 'MS502');
	expect(found.sort()).toEqual(codes);
});
