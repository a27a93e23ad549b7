import { type Document, defineRule, type SourceRange } from '../../model/index.ts';
import { processExample } from '../example-documents.ts';
import { frontmatterStart, keyRange } from '../places.ts';
import { isFlowKnown } from '../processes/flow.ts';
import { hasSameSteps, stepIds, translationPairs } from './translations.ts';

const STEPS = 'steps:\n  - {id: order, name: Order, type: start}\n  - {id: done, name: Done, type: end}';

export const translationDiffers = defineRule({
	code: 'MS506',
	rule: 'translation-differs',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Translations differ in structure', 'zh-CN': '译文与原文结构不一致' },
	message: {
		en: ({ what, lacks, adds, file }) =>
			what === 'kind'
				? `This is a ${adds}, its version in ${file} a ${lacks}. Translations of one id have one kind.`
				: `The steps differ from ${file}: ${[lacks && `lacking ${lacks}`, adds && `extra ${adds}`].filter(Boolean).join('; ') || 'other order'}. Bring both to the same step ids.`,
		'zh-CN': ({ what, lacks, adds, file }) =>
			what === 'kind'
				? `本文类型是 ${adds}，${file} 是 ${lacks}。同一编号的译文必须类型相同。`
				: `步骤与 ${file} 不一致：${[lacks && `缺少 ${lacks}`, adds && `多出 ${adds}`].filter(Boolean).join('；') || '顺序不同'}。请统一步骤 id。`,
	},
	why: {
		en: 'Whoever reads the other language follows other steps, and links to a step break when the language is switched.',
		'zh-CN': '读另一种语言的人会按不同的步骤操作；切换语言时，指向步骤的链接也会失效。',
	},
	mend: {
		en: 'Step ids are the same in all languages; only names are translated.',
		'zh-CN': '步骤 id 在各语言中保持一致，只翻译名称。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/p.md': processExample(`${STEPS}\nlang: en`),
					'docs/p.zh-CN.md': processExample(`${STEPS}\nlang: zh-CN`),
				},
			},
		],
		bad: [
			{
				files: {
					'mainstay.yaml': 'languages: [en, zh-CN]\n',
					'docs/p.md': processExample(`${STEPS}\nlang: en`),
					'docs/p.zh-CN.md': processExample(`${STEPS.replace('id: order', 'id: dingdan')}\nlang: zh-CN`),
				},
				at: 'docs/p.zh-CN.md:9:1',
			},
		],
	},
	check({ report, ...context }) {
		const told = new Set<Document>();
		for (const pair of translationPairs(context)) {
			const found = compare(pair.original, pair.translation);
			if (!found) continue;
			// What only the original lacks is to be written there, once for all translations.
			const isOriginals = found.what === 'steps' && found.lacks === '' && found.adds !== '';
			const [at, other] = isOriginals ? [pair.original, pair.translation] : [pair.translation, pair.original];
			const { range, what, lacks, adds } = (isOriginals ? compare(other, at) : found) ?? found;
			if (told.has(at)) continue;
			told.add(at);
			report({
				file: at.file,
				range,
				params: { what, lacks, adds, file: other.file },
				related: [{ file: other.file, range: frontmatterStart(other), message: other.title }],
			});
		}
	},
});

interface Difference {
	readonly range: SourceRange;
	readonly what: 'kind' | 'steps';
	readonly lacks: string;
	readonly adds: string;
}

function compare(original: Document, translation: Document): Difference | undefined {
	if (original.kind !== translation.kind) {
		const range = keyRange(translation, translation.positions['/kind'] ? '/kind' : '');
		return { range, what: 'kind', lacks: original.kind, adds: translation.kind };
	}
	if (hasSameSteps({ original, translation })) return undefined;
	// The id of a step may be what is written wrong.
	if ([...original.procedure, ...translation.procedure].some(({ isUnclear }) => isUnclear)) return undefined;
	if (!isFlowKnown(original) || !isFlowKnown(translation)) return undefined;
	const expected = stepIds(original);
	const present = stepIds(translation);
	const range = translation.positions['/steps']
		? keyRange(translation, '/steps')
		: frontmatterStart(translation);
	return { range, what: 'steps', lacks: without(expected, present), adds: without(present, expected) };
}

function without(ids: readonly string[], others: readonly string[]): string {
	const excluded = new Set(others);
	return ids
		.filter((id) => !excluded.has(id))
		.map((id) => `\`${id}\``)
		.join(', ');
}
