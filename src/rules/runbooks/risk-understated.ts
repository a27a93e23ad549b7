import { defineRule, type Fence } from '../../model/index.ts';
import { bareCode, DATABASES, SHELLS } from '../body/bare-code.ts';
import { runbookExample } from '../example-documents.ts';
import { startOf } from '../places.ts';
import { commandsOf } from '../set/commands.ts';

const step = (code: string, risk = ''): string =>
	runbookExample(
		'status: approved',
		`\n## Diagnosis\n\nLook.\n\n::::step{#fix${risk}}\n### Fix\n\n\`\`\`sql\n${code}\n\`\`\`\n::::\n`,
	);

/** What writes into a database, at the beginning of a statement. */
const WRITES =
	/(?:^|;)\s*(UPDATE(?=\s)|DELETE\s+FROM|DROP\s+(?:TABLE|DATABASE|INDEX|VIEW)|TRUNCATE|ALTER\s+TABLE|INSERT\s+INTO|REPLACE\s+INTO)/gi;

/** What deletes files or ends programs, at the beginning of a command. */
const ENDS =
	/(?:^|[;&|]\s*)(?:sudo\s+)?(rm\s+-[a-z]*[rf]|kill(?:all)?\s+-?\w|pkill\s|dropdb\s|mkfs|systemctl\s+(?:stop|restart)|(?:shutdown|reboot)(?=\s|$))/gim;

export const riskUnderstated = defineRule({
	code: 'MS418',
	rule: 'step-risk-understated',
	severity: 'warning',
	scope: 'document',
	title: { en: 'A step that changes more than it says', 'zh-CN': '步骤的风险写低了' },
	message: {
		en: ({ id, command }) =>
			`The step \`${id}\` passes for read-only, and \`${command}\` changes something. Write \`risk=reversible\` or \`risk=destructive\`, and how to go back.`,
		'zh-CN': ({ id, command }) =>
			`步骤 \`${id}\` 按只读处理，而 \`${command}\` 会改动数据或服务。请写 \`risk=reversible\` 或 \`risk=destructive\`，并说明如何回退。`,
	},
	why: {
		en: 'Nobody hesitates before a read-only step. Without `risk` a step passes for one.',
		'zh-CN': '只读的步骤谁都会直接执行。没有写 `risk` 的步骤按只读处理。',
	},
	mend: {
		en: '`::::step{#fix risk=destructive}` with a `:::rollback` inside.',
		'zh-CN': '写成 `::::step{#fix risk=destructive}`，里面加上 `:::rollback`。',
	},
	examples: {
		good: [
			{ files: { 'docs/a.md': step('UPDATE bin SET qty = 0;', ' risk=reversible') } },
			{
				files: {
					'docs/a.md': step("-- UPDATE later\nSELECT 'x; DELETE FROM y', updated FROM bin FOR UPDATE;"),
				},
			},
		],
		bad: [
			{ files: { 'docs/a.md': step('SELECT 1;\nupdate bin SET qty = 0;') }, at: 'docs/a.md:18:1' },
			{ files: { 'docs/a.md': step('DELETE FROM bin;', ' risk=read-only') }, at: 'docs/a.md:18:1' },
			{
				files: { 'docs/a.md': step('ls; sudo rm -rf /tmp/x').replace('```sql', '```bash') },
				at: 'docs/a.md:18:1',
			},
		],
	},
	check({ document, report }) {
		if (document.kind !== 'runbook') return;
		for (const each of document.procedure) {
			if (each.risk !== 'read-only' || each.isUnclear) continue;
			const [command] = commandsOf(document, each).flatMap(changesIn);
			if (command) report({ range: startOf(each.range), params: { id: each.id, command } });
		}
	},
});

function changesIn(fence: Fence): string[] {
	const pattern = DATABASES.has(fence.lang) ? WRITES : SHELLS.has(fence.lang) ? ENDS : undefined;
	if (!pattern) return [];
	const first = bareCode(fence)
		.split('\n')
		.flatMap((line) => [...line.matchAll(pattern)])[0]?.[1];
	return first === undefined ? [] : [first.replace(/\s+/g, ' ').trim()];
}
