import type { SystemLogFrontmatter } from '../../../schemas/index.ts';
import { type Document, defineRule } from '../../model/index.ts';
import { logExample, runbookExample } from '../example-documents.ts';
import { frontmatterStart, startOf, valueRange } from '../places.ts';
import { stepPairs, translationPairs } from './translations.ts';

const SETTINGS = 'languages: [en, zh-CN]\n';

/** `::::step` stands on line 16. */
function step(lang: string, risk: string): string {
	return runbookExample(
		`lang: ${lang}`,
		`\n## Diagnosis\n\n::::step{#clear${risk}}\n### Clear\n\nDo it.\n::::\n`,
	);
}

const RISK = 'risk: {class: technical, likelihood: 2, impact: 4, mitigation: second disk}';

export const translationRisk = defineRule({
	code: 'MS516',
	rule: 'translation-risk',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Risk missing or different in a translation', 'zh-CN': '译文缺少风险或风险不同' },
	message: {
		en: ({ step, own, theirs, file }) =>
			`${step ? `Step \`${step}\`` : 'The risk'} is ${own || 'not given'} here and ${theirs || 'not given'} in ${file}. Bring both to what is true.`,
		'zh-CN': ({ step, own, theirs, file }) =>
			`${step ? `步骤 \`${step}\` 的风险` : '风险'}：本文${own ? `是 ${own}` : '没有写'}，${file} ${theirs ? `是 ${theirs}` : '没有写'}。请按实际统一。`,
	},
	why: {
		en: 'A step that is destructive in one language and harmless in the other will be run by whoever reads the other.',
		'zh-CN': '一种语言标明有破坏性、另一种却像无害，读后者的人就会直接执行。',
	},
	mend: {
		en: 'Risk is a fact, not a wording: `risk=` of a step and class, likelihood and impact of a log are the same in all languages.',
		'zh-CN': '风险是事实，不是措辞：步骤的 `risk=` 和日志的类别、可能性、影响在各语言中必须一致。',
	},
	examples: {
		good: [
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': step('en', ' risk=reversible'),
					'docs/a.zh-CN.md': step('zh-CN', ' risk=reversible'),
				},
			},
		],
		bad: [
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': step('en', ' risk=reversible'),
					'docs/a.zh-CN.md': step('zh-CN', ''),
				},
				at: 'docs/a.zh-CN.md:16:1',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': logExample(`lang: en\n${RISK}`),
					'docs/a.zh-CN.md': logExample(`lang: zh-CN\n${RISK.replace('impact: 4', 'impact: 2')}`),
				},
				at: 'docs/a.zh-CN.md:11:7',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': logExample(`lang: en\n${RISK}`),
					'docs/a.zh-CN.md': logExample('lang: zh-CN'),
				},
				at: 'docs/a.zh-CN.md:1:1',
			},
		],
	},
	check({ report, ...context }) {
		const told = new Set<Document>();
		for (const { original, translation } of translationPairs(context)) {
			if (original.kind !== translation.kind) continue;
			// What the original lacks is told there, once for all translations.
			const [at, other] = riskOf(original) === '' ? [original, translation] : [translation, original];
			const [own, theirs] = [riskOf(at), riskOf(other)];
			if (own !== theirs && !told.has(at)) {
				told.add(at);
				const range = own ? valueRange(at, '/risk') : frontmatterStart(at);
				report({
					file: at.file,
					range,
					params: { step: '', own, theirs, file: other.file },
					related: [{ file: other.file, range: frontmatterStart(other), message: other.title }],
				});
			}
			for (const { step, counterpart } of stepPairs({ original, translation })) {
				const { id, risk, range } = step;
				if (counterpart.risk === risk) continue;
				report({
					file: translation.file,
					range: startOf(range),
					params: { step: id, own: risk, theirs: counterpart.risk, file: original.file },
					related: [{ file: original.file, range: startOf(counterpart.range), message: counterpart.title }],
				});
			}
		}
	},
});

interface Likely {
	readonly likelihood?: number | undefined;
	readonly impact?: number | undefined;
}

/** The risk of a log in one line, language-free; '' where none is given. */
function riskOf(document: Document): string {
	if (document.kind !== 'system-log') return '';
	const { risk } = document.frontmatter as SystemLogFrontmatter;
	if (!risk) return '';
	const product = (part: Likely | undefined): string => `${part?.likelihood ?? '?'} × ${part?.impact ?? '?'}`;
	const residual = risk.residual ? ` → ${product(risk.residual)}` : '';
	return `${risk.class ?? '?'} ${product(risk)}${residual}`;
}
