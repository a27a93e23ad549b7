import type { SiteLabels } from '../labels.ts';
import { feedsText } from './index.ts';

/** What a feed is of: everything, logs, or a module. */
export function feedTitle(
	labels: SiteLabels,
	{ key, module }: { readonly key: string; readonly module?: string },
): string {
	const text = feedsText[labels.lang];
	if (module !== undefined) return labels.module(module);
	return key === 'logs' ? text.logs : text.all;
}
