import type { SiteLabels } from '../i18n/labels.ts';

/** How a backlink came about, in words: the field that names the document; nothing for a plain link. */
export function relationLabel(labels: SiteLabels, relation: string | undefined): string | undefined {
	if (relation === undefined || relation === 'link' || relation === 'related' || relation === 'parent')
		return undefined;
	return labels.field(relation);
}
