import { type Document, defineRule, type Heading } from '../../model/index.ts';
import { brokenAnchor } from '../body/broken-anchors.ts';
import { frontmatterStart } from '../places.ts';
import { translationPairs } from './translations.ts';

const SETTINGS = 'languages: [en, zh-CN]\n';

const page = (...anchors: readonly string[]): string =>
	`# Plan\n${anchors.map((anchor) => `\n## Part {#${anchor}}\n\nRead it.\n`).join('')}`;

export const translationAnchor = defineRule({
	code: 'MS519',
	rule: 'translation-anchor',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Anchor missing in a translation', 'zh-CN': '译文缺少锚点' },
	message: {
		en: ({ lacks, adds, file }) =>
			adds
				? `This version has ${adds} and lacks ${lacks} of ${file}. Give the same sections the same anchors.`
				: `This version lacks ${lacks}, which ${file} has. Add the section, or write the anchor behind its heading.`,
		'zh-CN': ({ lacks, adds, file }) =>
			adds
				? `本文有 ${adds}，缺少 ${file} 中的 ${lacks}。相同的章节请用相同的锚点。`
				: `本文缺少 ${file} 中的 ${lacks}。请补上这一节，或在标题后写上锚点。`,
	},
	why: {
		en: 'Whoever switches the language, or follows a link to the section, arrives at the top of the page and does not find it. Often the whole section was forgotten.',
		'zh-CN': '切换语言或点开指向这一节的链接，只会到页面顶部，找不到这一节。往往是整节漏译了。',
	},
	mend: {
		en: 'Anchors are not translated: `## Check the stock {#check}` keeps `{#check}` in every language.',
		'zh-CN': '锚点不翻译：`## Check the stock {#check}` 对应 `## 核对库存 {#check}`。',
	},
	examples: {
		good: [
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': page('check', 'clear'),
					'docs/a.zh-CN.md': page('check', 'clear').replaceAll('Part', '章节'),
				},
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': '# Plan\n\n## Check\n\nCount.\n\n## Clear\n\nClear it.\n',
					'docs/a.zh-CN.md': '# 计划\n\n## 核对\n\n盘点。\n',
				},
			},
		],
		bad: [
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': page('check', 'clear'),
					'docs/a.zh-CN.md': page('check'),
				},
				at: 'docs/a.zh-CN.md:1:1',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': page('check'),
					'docs/a.zh-CN.md': page('check', 'clear'),
				},
				at: 'docs/a.md:1:1',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': page('check', 'clear'),
					'docs/a.zh-CN.md': page('check', 'qingli'),
				},
				at: 'docs/a.zh-CN.md:7:1',
			},
		],
	},
	check({ report, ...context }) {
		const told = new Set<Document>();
		for (const { original, translation } of translationPairs(context)) {
			const lacking = without(original, translation);
			const added = without(translation, original);
			if ((lacking.length === 0 && added.length === 0) || original.kind !== translation.kind) continue;
			// An anchor that is written wrong is told there, and may be the one that seems to be missing.
			if (hasBroken(original) || hasBroken(translation)) continue;
			// What only the original lacks is to be written there, once for all translations.
			const [at, other] = lacking.length === 0 ? [original, translation] : [translation, original];
			if (told.has(at)) continue;
			told.add(at);
			const [lacks, adds] = lacking.length === 0 ? [added, lacking] : [lacking, added];
			report({
				file: at.file,
				range: adds[0] ? adds[0].range : frontmatterStart(at),
				params: { lacks: listed(lacks), adds: listed(adds), file: other.file },
				related: lacks.slice(0, 1).map((heading) => ({
					file: other.file,
					range: heading.range,
					message: heading.text,
				})),
			});
		}
	},
});

/** The headings whose anchor is written in one version and is none of any sort in the other. */
function without({ headings }: Document, other: Document): Heading[] {
	return headings.some(({ explicit }) => explicit)
		? headings.filter(({ explicit, id }) => explicit && !other.anchors.includes(id) && !isInText(id, other))
		: [];
}

/** A heading that is read as text, or as part of a code block, is told there. */
function isInText(id: string, { sections, fences }: Document): boolean {
	const written = `{#${id}}`;
	return [...sections.map(({ text }) => text), ...fences.map(({ value }) => value)].some((text) =>
		text.includes(written),
	);
}

function hasBroken({ headings }: Document): boolean {
	return headings.some(({ text }) => text === '' || brokenAnchor(text) !== undefined);
}

function listed(headings: readonly Heading[]): string {
	return headings.map(({ id }) => `\`#${id}\``).join(', ');
}
