import { resolve } from 'node:path';
import type { DocumentGraph, Finding } from '../model/index.ts';
import { assetRefused, judgeAsset, readAssetHead } from '../sources/index.ts';

/** Looks at the first bytes of every asset that a document refers to; one finding per reference to a refused one. */
export async function checkAssets(graph: DocumentGraph, root: string): Promise<Finding[]> {
	const verdicts = new Map<string, string | undefined>();
	const findings: Finding[] = [];
	for (const [key, links] of graph.links) {
		if (!links.some(({ type }) => type === 'asset')) continue;
		const document = graph.nodes.get(key);
		for (const [index, link] of links.entries()) {
			const reference = document?.references[index];
			if (!document || !reference || link.type !== 'asset') continue;
			if (!verdicts.has(link.path)) {
				const verdict = judgeAsset(link.path, await readAssetHead(resolve(root, link.path)));
				verdicts.set(link.path, verdict.ok ? undefined : verdict.cause);
			}
			const cause = verdicts.get(link.path);
			if (cause === undefined) continue;
			findings.push({
				code: assetRefused.code,
				file: document.file,
				range: reference.range,
				params: { path: link.path, cause },
			});
		}
	}
	return findings;
}
