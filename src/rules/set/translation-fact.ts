import { type FactDifference, factDifferences } from '../../../schemas/differing-facts.ts';
import {
	type Document,
	type DocumentGraph,
	defineRule,
	type ProcedureStep,
	type SourceRange,
} from '../../model/index.ts';
import { runbookExample } from '../example-documents.ts';
import { frontmatterStart, keyRange, parentOf, readablePath, startOf } from '../places.ts';
import {
	hasSameSteps,
	type StepPair,
	stepPairs,
	type TranslationPair,
	translationPairs,
} from './translations.ts';
import { isWrongByItself } from './wrong-by-itself.ts';

const SETTINGS = 'languages: [en, zh-CN]\n';

/** The fields start on line 11, `::::step` stands on line 17. */
function version(lang: string, fields: string, step = ''): string {
	return runbookExample(
		`lang: ${lang}\n${fields}`,
		`\n## Diagnosis\n\n::::step{#clear${step}}\n### Clear\n\nDo it.\n::::\n`,
	);
}

export const translationFact = defineRule({
	code: 'MS518',
	rule: 'translation-fact',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Translations state different facts', 'zh-CN': '译文与原文的事实不一致' },
	message: {
		en: ({ path, step, own, theirs, file, list }) => {
			const subject = step ? `\`${path}\` of step \`${step}\`` : `\`${path}\``;
			const told = (said: unknown): string => (said === '' ? 'not given' : `\`${said}\``);
			const difference = list
				? [own && `has \`${own}\`, which ${file} lacks`, theirs && `lacks \`${theirs}\` of ${file}`]
						.filter(Boolean)
						.join(', and ')
				: `is ${told(own)} here and ${told(theirs)} in ${file}`;
			return `${subject} ${difference}. Bring both to what is true.`;
		},
		'zh-CN': ({ path, step, own, theirs, file, list }) => {
			const subject = step ? `步骤 \`${step}\` 的 \`${path}\`` : `\`${path}\``;
			const difference = list
				? [own && `本文多出 \`${own}\``, theirs && `缺少 ${file} 中的 \`${theirs}\``]
						.filter(Boolean)
						.join('，')
				: `本文${own === '' ? '没有写' : `是 \`${own}\``}，${file} ${theirs === '' ? '没有写' : `是 \`${theirs}\``}`;
			return `${subject}：${difference}${list && own && !theirs ? `，${file} 中没有` : ''}。请按实际统一。`;
		},
	},
	why: {
		en: 'Severity, times, codes and dates are the same in every language. Where they differ, one of two readers acts on the wrong ones, and lists and boards change with the language.',
		'zh-CN':
			'严重程度、时长、错误码和日期不随语言变化。一旦不同，总有一边的读者照着错的做，列表和看板也会随语言改变。',
	},
	mend: {
		en: 'Translate texts only: choices, numbers, dates, ids, codes and patterns stay. A translation may still be `draft` or in `review`, and each version is reviewed by itself.',
		'zh-CN':
			'只翻译文字：选项、数字、日期、编号、错误码和匹配模式保持不变。译文的状态可以还是 `draft` 或 `review`，各版本各自复核。',
	},
	examples: {
		good: [
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': version('en', 'minutes: 20\nstatus: approved\nimpact: Deliveries stop.', ' minutes=5'),
					'docs/a.zh-CN.md': version('zh-CN', 'minutes: 20\nstatus: draft\nimpact: 无法出货。', ' minutes=5'),
				},
			},
		],
		bad: [
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': version('en', 'minutes: 20'),
					'docs/a.zh-CN.md': version('zh-CN', 'minutes: 200'),
				},
				at: 'docs/a.zh-CN.md:12:10',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': version('en', 'signatures: [{code: ORA-01555}, {code: ORA-00060}]'),
					'docs/a.zh-CN.md': version('zh-CN', 'signatures: [{code: ORA-01555}]'),
				},
				at: 'docs/a.zh-CN.md:12:13',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': version('en', 'classification: confidential'),
					'docs/a.zh-CN.md': version('zh-CN', 'status: draft'),
				},
				at: 'docs/a.zh-CN.md:1:1',
			},
			{
				files: {
					'mainstay.yaml': SETTINGS,
					'docs/a.md': version('en', 'minutes: 20', ' minutes=5'),
					'docs/a.zh-CN.md': version('zh-CN', 'minutes: 20', ' minutes=15'),
				},
				at: 'docs/a.zh-CN.md:17:1',
			},
		],
	},
	check({ report, config, ...context }) {
		const isDangling = danglingFields(context.graph);
		/** What originals lack: several translations have it, and it is missing once. */
		const told = new Set<string>();
		const isNews = ({ file }: Document, from: Document, place: string): boolean => {
			const key = `${file}\n${place}`;
			if (from.file === file || told.has(key)) return false;
			told.add(key);
			return true;
		};
		for (const pair of translationPairs(context)) {
			const { original, translation } = pair;
			if (original.kind !== translation.kind) continue;
			const all = factDifferences(original.kind, original.frontmatter, translation.frontmatter, config);
			for (const fact of all) {
				if (isToldElsewhere(fact, pair) || isBehind(fact)) continue;
				const { pointer: place, originalPointer: theirPlace } = fact;
				if (isWrongByItself(translation, place) || isWrongByItself(original, theirPlace)) continue;
				if (isDangling(translation, place) || isDangling(original, theirPlace)) continue;
				const isOriginals = fact.original === '' && fact.own !== '';
				if (isOriginals && !isNews(original, translation, theirPlace)) continue;
				const { at, pointer, item, own, theirs, other, otherPointer } = sidesOf(fact, pair, isOriginals);
				report({
					file: at.file,
					range: placeOf(at, item ?? pointer),
					params: {
						path: readablePath(pointer),
						step: '',
						own,
						theirs,
						file: other.file,
						list: fact.isList ? 1 : 0,
					},
					related: [{ file: other.file, range: placeOf(other, otherPointer), message: other.title }],
					...(!fact.isList && theirs !== '' && { suggestions: [{ value: theirs }] }),
				});
			}
			for (const { step, counterpart, path, own, theirs } of stepFacts(pair)) {
				const isOriginals = theirs === '' && own !== '';
				if (isOriginals && !isNews(original, translation, `${step.id} ${path}`)) continue;
				const [at, other] = isOriginals ? [original, translation] : [translation, original];
				const [here, there] = isOriginals ? [counterpart, step] : [step, counterpart];
				report({
					file: at.file,
					range: startOf(here.range),
					params: {
						path,
						step: step.id,
						own: isOriginals ? theirs : own,
						theirs: isOriginals ? own : theirs,
						file: other.file,
						list: 0,
					},
					related: [{ file: other.file, range: startOf(there.range), message: there.title }],
				});
			}
		}
	},
});

interface Sides {
	/** The version that is told of the difference: the original of what it lacks, the translation of all else. */
	readonly at: Document;
	readonly pointer: string;
	readonly item: string | undefined;
	readonly own: string;
	readonly theirs: string;
	readonly other: Document;
	readonly otherPointer: string;
}

function sidesOf(
	fact: FactDifference,
	{ original, translation }: TranslationPair,
	isOriginals: boolean,
): Sides {
	const { pointer, originalPointer, own, original: theirs } = fact;
	return isOriginals
		? {
				at: original,
				pointer: originalPointer,
				item: undefined,
				own: theirs,
				theirs: own,
				other: translation,
				otherPointer: pointer,
			}
		: {
				at: translation,
				pointer,
				item: fact.item,
				own,
				theirs,
				other: original,
				otherPointer: originalPointer,
			};
}

/** Whether a field, or an entry of it, names a document that there is not, which is told there. */
function danglingFields({
	unresolved,
	nodes,
}: DocumentGraph): (document: Document, pointer: string) => boolean {
	if (unresolved.length === 0) return () => false;
	const byFile = new Map<string, string[]>();
	for (const { from, reference } of unresolved) {
		const file = nodes.get(from)?.file;
		if (file === undefined || reference.pointer === undefined) continue;
		byFile.set(file, [...(byFile.get(file) ?? []), reference.pointer]);
	}
	return ({ file }, pointer) =>
		byFile.get(file)?.some((each) => each === pointer || each.startsWith(`${pointer}/`)) ?? false;
}

/** The value; the key of a list or map; what a missing field would stand in. */
function placeOf(document: Document, pointer: string): SourceRange {
	const place = document.positions[pointer];
	if (place)
		return place.value.start.line === place.value.end.line ? place.value : keyRange(document, pointer);
	const parent = parentOf(pointer);
	return parent === '' ? frontmatterStart(document) : placeOf(document, parent);
}

/** What is wrong or missing in a version by itself is a finding of its own; so are other steps, risks of a log, and lanes that steps lack. */
function isToldElsewhere({ pointer, own, original }: FactDifference, pair: TranslationPair): boolean {
	if (/^\/(?:risk(?:\/|$)|steps$|lanes$)/.test(pointer)) return true;
	if (pointer.startsWith('/steps/') && !hasSameSteps(pair)) return true;
	const isMissing = own === '' || original === '';
	return [pair.original, pair.translation].some(({ schemaIssues }) =>
		schemaIssues.some((issue) => {
			if (issue.type === 'missing')
				return issue.pointer === parentOf(pointer) && pointer.endsWith(`/${issue.key}`);
			// A misspelt key may be the one that is missing.
			if (issue.type === 'unknown-key') return isMissing && parentOf(issue.pointer) === parentOf(pointer);
			return issue.pointer === pointer || issue.pointer.startsWith(`${pointer}/`);
		}),
	);
}

/** A translation that is still being written may well be behind its original, which is in force. */
function isBehind({ pointer, own, original }: FactDifference): boolean {
	const isInWork = own === '' || own === 'draft' || own === 'review';
	return pointer === '/status' && isInWork && original !== 'superseded' && original !== 'retired';
}

interface StepFact extends StepPair {
	readonly path: string;
	readonly own: string;
	readonly theirs: string;
}

/** What the steps of the body say beside their texts; their risk and their commands have rules of their own. */
function* stepFacts(pair: TranslationPair): Generator<StepFact> {
	for (const { step, counterpart } of stepPairs(pair)) {
		const [ours, theirs] = [step, counterpart].map(factsOf);
		const areKnown = !step.unknownParts && !counterpart.unknownParts;
		for (const [path, own] of Object.entries(ours ?? {})) {
			if (!areKnown && path.startsWith(':::')) continue;
			const other = theirs?.[path] ?? '';
			// A destructive step without one is a finding by itself, and so is another risk.
			if (path === ':::rollback' && (step.risk === 'destructive' || counterpart.risk === 'destructive'))
				continue;
			if (own !== other) yield { step, counterpart, path, own, theirs: other };
		}
	}
}

function factsOf({ minutes, hasRollback, hasExpect }: ProcedureStep): Record<string, string> {
	return {
		minutes: minutes === undefined ? '' : String(minutes),
		':::expect': hasExpect ? '…' : '',
		':::rollback': hasRollback ? '…' : '',
	};
}
