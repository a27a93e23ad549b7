import { type Document, type DocumentGraph, defineRule, documentKey } from '../../model/index.ts';
import { noteExample, runbookExample } from '../example-documents.ts';
import { frontmatterStart } from '../places.ts';

export const orphan = defineRule({
	code: 'MS502',
	rule: 'orphan-document',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Nothing leads to this document', 'zh-CN': '没有任何内容指向此文档' },
	message: {
		en: ({ id }) =>
			`No document links to \`${id}\`, and it names none itself. Link to it, or name the process, runbook or note it belongs to.`,
		'zh-CN': ({ id }) =>
			`没有文档链接到 \`${id}\`，它也没有引用其他文档。请从别处链接过来，或写明它所属的流程、手册或文档。`,
	},
	why: {
		en: 'Search and lists still find it, but nobody comes across it on the way: from the process, the incident, the guide.',
		'zh-CN': '搜索和列表仍能找到它，但从流程、异常或指南出发的读者碰不到它。',
	},
	mend: {
		en: 'For a runbook `processes:`, for a note `processes:` or a step’s `customisations:`, for a page a link in a guide, else `related:`.',
		'zh-CN':
			'手册写 `processes:`；二次开发文档写 `processes:` 或步骤的 `customisations:`；页面由指南链接；其他用 `related:`。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/stock.md': runbookExample('related: [DN-SAL-0001]'),
					'docs/note.md': noteExample('status: draft'),
				},
			},
			{ files: { 'docs/a.md': '# Pages only\n', 'docs/b.md': '# Are in the navigation\n' } },
		],
		bad: [{ files: { 'docs/stock.md': runbookExample() }, at: 'docs/stock.md:1:1' }],
	},
	check({ graph, report, isAsked = () => true }) {
		const documents = [...graph.byId.values()].flatMap((versions) => versions.values().next().value ?? []);
		const pages = documents.filter((document) => document.kind === 'page').length;
		// Where pages are the most, the site shows them as a tree: every page has its place.
		const pagesCount = pages * 2 < documents.length;
		for (const document of documents) {
			if (!isAsked(document.file) && !document.suppressions) continue;
			if (isListed(document, pagesCount) || isConnected(document, graph)) continue;
			report({ file: document.file, range: frontmatterStart(document), params: { id: document.id } });
		}
	},
});

/** Logs stand on the timeline, value chains on the map, index pages at their folder. */
function isListed(document: Document, pagesCount: boolean): boolean {
	if (document.kind === 'system-log') return true;
	if (document.kind === 'process') return document.frontmatter['level'] === 1;
	return (
		document.kind === 'page' && (!pagesCount || /(^|\/)(_?index|readme)(\.[^/]*)?$/i.test(document.docPath))
	);
}

/** Somebody refers to it, or it names a document, whose page then shows it. */
function isConnected(document: Document, graph: DocumentGraph): boolean {
	if ((graph.incoming.get(document.id)?.length ?? 0) > 0) return true;
	const versions = graph.byId.get(document.id)?.values() ?? [];
	return [...versions].some((version) => {
		const links = graph.links.get(documentKey(version.id, version.lang)) ?? [];
		return links.some(
			(link, index) => link.type === 'document' && version.references[index]?.type === 'frontmatter',
		);
	});
}
