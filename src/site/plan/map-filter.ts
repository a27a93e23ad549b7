import type { ProcessNode, SiteModel } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import type { MapField } from '../i18n/map/index.ts';

export interface MapFilter {
	readonly field: MapField;
	readonly options: readonly { readonly value: string; readonly label: string; readonly count: number }[];
}

export const MAP_FIELDS: readonly MapField[] = ['module', 'owner', 'system'];

function valuesOf(node: ProcessNode, field: MapField): readonly string[] {
	if (field === 'owner') return node.owner ? [node.owner] : [];
	return field === 'module' ? node.facts.modules : node.facts.systems;
}

/** The filters that divide these processes; options in the order of mainstay.yaml, then by key. */
export function mapFilters(model: SiteModel, labels: SiteLabels, nodes: readonly ProcessNode[]): MapFilter[] {
	const names = { module: labels.module, owner: labels.role, system: labels.system };
	const vocabularies = { module: model.modules, owner: model.roles, system: model.systems };
	return MAP_FIELDS.flatMap((field) => {
		const counts = new Map<string, number>();
		for (const node of nodes) {
			for (const value of new Set(valuesOf(node, field))) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		if (![...counts.values()].some((count) => count < nodes.length)) return [];
		const declared = Object.keys(vocabularies[field]);
		const place = (key: string): number => (declared.includes(key) ? declared.indexOf(key) : declared.length);
		const options = [...counts]
			.map(([value, count]) => ({ value, label: names[field](value), count }))
			.sort((a, b) => place(a.value) - place(b.value) || (a.value < b.value ? -1 : 1));
		return [{ field, options }];
	});
}

/** Attributes by which the filter script knows a card: several values are parted by `|`. */
export function filterMarks(node: ProcessNode): Record<`data-${MapField | 'health'}`, string | undefined> {
	const joined = (field: MapField): string | undefined => valuesOf(node, field).join('|') || undefined;
	return {
		'data-module': joined('module'),
		'data-owner': joined('owner'),
		'data-system': joined('system'),
		'data-health': node.facts.health.state,
	};
}
