import { defineRule, documentKey, inForce } from '../../model/index.ts';
import { noteExample, runbookExample } from '../example-documents.ts';
import { referredIds, successorsOf } from './succession.ts';

export const outdatedReference = defineRule({
	code: 'MS509',
	rule: 'outdated-reference',
	severity: 'warning',
	scope: 'graph',
	title: { en: 'Reference to an outdated document', 'zh-CN': '引用了失效文档' },
	message: {
		en: ({ id, status, successor }) =>
			successor
				? `\`${id}\` is ${status}; \`${successor}\` has taken its place. Refer to that one, or to both.`
				: `\`${id}\` is ${status} and has no successor. Remove the reference, or name what is valid today.`,
		'zh-CN': ({ id, status, successor }) =>
			successor
				? `\`${id}\` 的状态是 ${status}，已由 \`${successor}\` 接替。请改为引用后者，或两者都引用。`
				: `\`${id}\` 的状态是 ${status}，且没有后继。请删除引用，或改为现在有效的文档。`,
	},
	why: {
		en: 'A valid document that sends its reader to an outdated one makes both wrong.',
		'zh-CN': '有效文档把读者引到失效文档，两篇都成了错的。',
	},
	mend: {
		en: 'Follow the successor that the message names. Logs may keep old references: they are history.',
		'zh-CN': '按提示改为后继文档。系统日志可以保留旧引用，那是历史记录。',
	},
	examples: {
		good: [
			{
				files: {
					'docs/old.md': runbookExample('status: superseded'),
					'docs/new.md': runbookExample('supersedes: [RB-INV-0042]', undefined, 'RB-INV-0043'),
					'docs/note.md': noteExample('related: [RB-INV-0043]'),
				},
			},
		],
		bad: [
			{
				files: {
					'docs/old.md': runbookExample('status: superseded'),
					'docs/new.md': runbookExample('supersedes: [RB-INV-0042]', undefined, 'RB-INV-0043'),
					'docs/note.md': noteExample('related: [RB-INV-0042]'),
				},
				at: 'docs/note.md:12:11',
			},
		],
	},
	check({ graph, report }) {
		if (![...graph.nodes.values()].some((node) => !inForce(node))) return;
		for (const document of graph.nodes.values()) {
			if (document.kind === 'system-log' || !inForce(document)) continue;
			const links = graph.links.get(documentKey(document.id, document.lang)) ?? [];
			const referred = referredIds(graph, document);
			for (const [index, link] of links.entries()) {
				const reference = document.references[index];
				if (link.type !== 'document' || !reference || reference.relation === 'supersedes') continue;
				const target = graph.byId.get(link.id)?.values().next().value;
				if (!target || target.id === document.id || inForce(target)) continue;
				const successors = successorsOf(graph, target.id);
				if (successors.some((id) => id === document.id || referred.has(id))) continue;
				report({
					file: document.file,
					range: reference.range,
					params: {
						id: target.id,
						status: String(target.frontmatter['status']),
						successor: successors[0] ?? '',
					},
					...(successors.length > 0 ? { suggestions: successors.map((value) => ({ value })) } : {}),
				});
			}
		}
	},
});
