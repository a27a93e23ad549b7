import {
	type Document,
	defineRule,
	type Fence,
	type ProcedureStep,
	type SourceRange,
} from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { startOf } from '../places.ts';
import { commandsOf, doTheSame, unnamedOf } from './commands.ts';
import { translationPairs } from './translations.ts';

const SETTINGS = 'languages: [en, zh-CN]\n';

/** `::::step` stands on line 16. */
function steps(lang: string, command: string): string {
	return runbookExample(
		`lang: ${lang}`,
		`\n## Diagnosis\n\n::::step{#clear risk=reversible}\n### Clear the lock\n\nSee who holds it.\n\n${command}\n::::\n`,
	);
}

const sql = (code: string): string => `\`\`\`sql\n${code}\n\`\`\``;

export const translationCommand = defineRule({
	code: 'MS515',
	rule: 'translation-command',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Command missing or different in a translation', 'zh-CN': '译文缺少命令或命令不同' },
	message: {
		en: ({ what, step, file }) =>
			what === 'differs'
				? `The command of step \`${step}\` is not the one in ${file}. Bring both to the same; comments and texts in quotes may be translated.`
				: `Step \`${step}\` lacks a command that ${file} has. Take it over, or remove it there.`,
		'zh-CN': ({ what, step, file }) =>
			what === 'differs'
				? `步骤 \`${step}\` 的命令与 ${file} 不同。请统一；注释和引号里的文字可以翻译。`
				: `步骤 \`${step}\` 缺少 ${file} 中的一条命令。请补上，或在那边删除。`,
	},
	why: {
		en: 'At night two shifts run two different commands against the same database, each by the book.',
		'zh-CN': '两个班次各按各的手册，会对同一个数据库执行不同的命令。',
	},
	mend: {
		en: 'Commands are not translated: copy the block from the version that was tested.',
		'zh-CN': '命令不翻译：从验证过的版本复制代码块。',
	},
	examples: {
		good: [
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': steps('en', sql("-- who holds it\nSELECT  id FROM lock_ WHERE note = 'held';")),
					'docs/a.zh-CN.md': steps('zh-CN', sql("-- 谁占用\nSELECT id FROM lock_ WHERE note = '占用';")),
				},
			},
		],
		bad: [
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': steps('en', sql('DELETE FROM lock_ WHERE id = 7;')),
					'docs/a.zh-CN.md': steps('zh-CN', sql('DELETE FROM lock_;')),
				},
				at: 'docs/a.zh-CN.md:21:1',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': steps('en', '```bash\nbench --site a clear-cache # all\n```'),
					'docs/a.zh-CN.md': steps('zh-CN', '```bash\nbench --site a clear-caches\n```'),
				},
				at: 'docs/a.zh-CN.md:21:1',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': steps('en', sql('SELECT 1;')),
					'docs/a.zh-CN.md': steps('zh-CN', '占用的人见报表。'),
				},
				at: 'docs/a.zh-CN.md:16:1',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': steps('en', 'The report shows them.'),
					'docs/a.zh-CN.md': steps('zh-CN', sql('SELECT 1;')),
				},
				at: 'docs/a.md:16:1',
			},
		],
	},
	check({ report, ...context }) {
		/** Of what an original lacks: several translations have it, and it is missing once. */
		const told = new Set<string>();
		for (const { original, translation } of translationPairs(context)) {
			if (original.kind !== translation.kind) continue;
			for (const step of translation.procedure) {
				const counterpart = original.procedure.find(({ id }) => id === step.id);
				if (!counterpart || counterpart.unknownParts || step.unknownParts) continue;
				const drifts = compare({ document: original, step: counterpart }, { document: translation, step });
				for (const [index, { at, range, what, other, otherRange }] of drifts.entries()) {
					const key = `${at.file} ${step.id} ${index}`;
					if (what === 'missing' && (lacksPart(step, counterpart) || told.has(key))) continue;
					told.add(key);
					const related = [{ file: other.file, range: otherRange, message: other.title }];
					report({ file: at.file, range, params: { what, step: step.id, file: other.file }, related });
				}
			}
		}
	},
});

/** Whether one version has a way back or an expected result that the other has not, which is told of the whole part. */
function lacksPart(one: ProcedureStep, other: ProcedureStep): boolean {
	return one.hasRollback !== other.hasRollback || one.hasExpect !== other.hasExpect;
}

interface StepOf {
	readonly document: Document;
	readonly step: ProcedureStep;
}

interface Drift {
	readonly what: 'missing' | 'differs';
	readonly at: Document;
	readonly range: SourceRange;
	readonly other: Document;
	readonly otherRange: SourceRange;
}

function compare(original: StepOf, translation: StepOf): Drift[] {
	const [lacking, added] = withoutPairs(original, translation);
	const pairs = Math.min(lacking.length, added.length);
	return [
		...added.slice(0, pairs).map((fence, index) => ({
			what: 'differs' as const,
			at: translation.document,
			range: startOf(fence.range),
			other: original.document,
			otherRange: lacking[index]?.range ?? original.step.range,
		})),
		...lacking.slice(pairs).map((fence) => missing(translation, original, fence)),
		...added.slice(pairs).map((fence) => missing(original, translation, fence)),
	];
}

/** The commands of each that the other has not, not even in a block that names no language. */
function withoutPairs(original: StepOf, translation: StepOf): [lacking: Fence[], added: Fence[]] {
	const added = commandsOf(translation.document, translation.step);
	const lacking = commandsOf(original.document, original.step).filter((command) => !take(added, command));
	const [here, there] = [translation, original].map(({ document, step }) => unnamedOf(document, step));
	return [
		lacking.filter((command) => !take(here ?? [], command)),
		added.filter((command) => !take(there ?? [], command)),
	];
}

/** Takes a block that does the same out of the others, where there is one. */
function take(others: Fence[], command: Fence): boolean {
	const same = others.findIndex((each) => doTheSame(command, each));
	if (same !== -1) others.splice(same, 1);
	return same !== -1;
}

function missing(at: StepOf, other: StepOf, fence: Fence): Drift {
	return {
		what: 'missing',
		at: at.document,
		range: startOf(at.step.range),
		other: other.document,
		otherRange: fence.range,
	};
}
