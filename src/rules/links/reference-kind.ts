import { ID_PREFIX } from '../../../schemas/fields/id.ts';
import { type Document, type DocumentGraph, defineRule, type SourceRange } from '../../model/index.ts';
import { processExample, runbookExample } from '../example-documents.ts';
import { isReferenceToOtherKind } from '../frontmatter/schema-issues.ts';
import { kindInChinese } from '../kind-names.ts';
import { indexNearest, suggest } from '../nearest-index.ts';
import { valueRange } from '../places.ts';
import { unresolved } from './unresolved.ts';

interface Misplaced {
	readonly from: Document;
	readonly range: SourceRange;
	readonly id: string;
	readonly field: string;
	readonly expected: string;
}

export const referenceKind = defineRule({
	code: 'MS206',
	rule: 'reference-kind',
	severity: 'error',
	scope: 'graph',
	title: { en: 'Field names a document of the wrong kind', 'zh-CN': '字段引用的文档类型不对' },
	message: {
		en: ({ id, field, expected }) =>
			`\`${field}\` takes a ${expected}, and \`${id}\` is none. Name a ${expected}, or put this id under \`related\`.`,
		'zh-CN': ({ id, field, expected }) =>
			`\`${field}\` 应引用${kindInChinese(expected)}，而 \`${id}\` 不是。请改为这类文档的编号，或把它移到 \`related\`。`,
	},
	why: {
		en: 'Each relation has one meaning on the page: a process under “runbooks” would be offered as instructions in an emergency.',
		'zh-CN': '每种引用在页面上含义固定：把流程写进 `runbooks`，紧急时就会被当成操作手册。',
	},
	mend: {
		en: 'Ids tell the kind: PR process, LOG system log, DN development note, RB runbook.',
		'zh-CN': '编号前缀表示类型：PR 流程，LOG 系统日志，DN 二次开发文档，RB 运行手册。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample('processes: [{process: PR-O2C-0001}]'),
					'docs/order.md': processExample('trigger: An order arrives.'),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/stock.md': runbookExample('processes: [{process: RB-INV-0010}]'),
					'docs/negative.md': runbookExample('status: draft', undefined, 'RB-INV-0010'),
				},
				at: 'docs/stock.md:11:23',
			},
		],
	},
	check(context) {
		for (const { from, range, id, field, expected } of misplaced(context.graph)) {
			const prefix = Object.entries(ID_PREFIX).find(([kind]) => kind === expected)?.[1];
			const ids = [...context.graph.byId.keys()].filter((known) => prefix && known.startsWith(`${prefix}-`));
			context.report({
				file: from.file,
				range,
				params: { id, field, expected },
				...suggest(indexNearest(ids)(id)),
			});
		}
	},
});

/** Ids whose prefix already shows the wrong kind, then ids of documents that are of another kind than their prefix. */
function* misplaced(graph: DocumentGraph): Generator<Misplaced> {
	const told = new Set<string>();
	for (const from of graph.nodes.values()) {
		if (from.schemaIssues.length === 0) continue;
		for (const issue of from.schemaIssues.filter(isReferenceToOtherKind)) {
			told.add(`${from.file} ${issue.pointer}`);
			const prefix = issue.expected.slice(0, issue.expected.indexOf('-'));
			const expected = Object.entries(ID_PREFIX).find(([, own]) => own === prefix)?.[0] ?? prefix;
			// The entry of a list has a number for a key; its list is the field.
			const field = /^\d+$/.test(issue.key) ? (issue.pointer.split('/').at(-2) ?? '') : issue.key;
			yield { from, range: valueRange(from, issue.pointer), id: issue.received, field, expected };
		}
	}
	for (const { from, reference } of unresolved({ graph }, ['frontmatter'], ['wrong-kind'])) {
		const { range, target, relation = '', expects = '', pointer = '' } = reference;
		if (told.has(`${from.file} ${pointer}`)) continue;
		yield { from, range, id: target, field: relation, expected: expects };
	}
}
