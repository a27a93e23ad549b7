import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { validateFrontmatter } from '../../../schemas/index.ts';
import { composeLog, escapeMarkdown, logFileName, nextLogId } from '../../../schemas/record-log.ts';
import type { LogRecord } from '../../../src/model/index.ts';
import { html } from '../render/rendering.ts';
import { SETTINGS } from '../settings.ts';

const RECORD: LogRecord = {
	id: 'LOG-2026-0001',
	lang: 'en',
	title: 'T',
	owner: 'dba',
	logType: 'incident',
	date: '2026-11-22',
	system: 'erpnext',
	outcome: 'success',
	modules: [],
	severity: 'S2',
	exceptionClass: 'data-inconsistency',
	cause: 'unknown',
	objects: [],
	related: [],
	story: { steps: [], parameters: [], escalations: [] },
};

const text = fc.string({
	unit: fc.oneof(
		fc.constantFrom(...'\\`*_{}[]<>#|~&$:-+=1. \n"\'', 'kb:', '::', ':::step', '---\n', '<script>', '仓'),
		fc.string({ unit: 'grapheme' }),
	),
	maxLength: 30,
});

describe('a composed log', () => {
	test('whatever was typed, the frontmatter says exactly that, and is valid', () => {
		fc.assert(
			fc.property(text, text, (title, reason) => {
				fc.pre(title.trim() !== '' && reason.trim() !== '');
				const log = composeLog({ ...RECORD, title, reason });
				const [, yaml = ''] = /^---\n([\s\S]*?)\n---\n/.exec(log) ?? [];
				const data = parseYaml(yaml) as Record<string, unknown>;
				expect(data['title']).toBe(title.replace(/\s+/g, ' ').trim());
				expect(data['reason']).toBe(reason.replace(/\s+/g, ' ').trim());
				expect(validateFrontmatter('system-log', data, SETTINGS).issues).toEqual([]);
			}),
		);
	});

	test('whatever was typed stays text: no tag, no link, no heading, no list', () => {
		fc.assert(
			fc.property(text, (typed) => {
				const made = html(`x\n\n${escapeMarkdown(typed)}\n`);
				expect(made.replace(/<\/?p>|<br>|<a href="(?:https?|mailto):[^>]*>|<\/a>/g, '')).not.toMatch(
					/<(?!\/?p\b)[a-z]/i,
				);
			}),
			{ numRuns: 60 },
		);
	});

	test('a checklist for what is still to be done', () => {
		const log = composeLog({
			...RECORD,
			story: { ...RECORD.story, asChecklist: true, steps: [{ title: 'A [b]', state: 'open' }] },
		});
		expect(log).toContain('- [ ] 1. A \\[b\\]');
	});

	test('numbers and file names', () => {
		expect(nextLogId('2026', 112)).toBe('LOG-2026-0113');
		expect(nextLogId('2027', 0)).toBe('LOG-2027-0001');
		expect(logFileName(RECORD, 'Stock Mismatch!')).toBe('2026-11-22-stock-mismatch-incident.md');
		expect(logFileName(RECORD, '库存', '.en')).toBe('2026-11-22-incident.en.md');
	});
});
