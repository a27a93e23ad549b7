import { DATA_ACCESS, type DataObjectView, type DataUseLine } from '../../model/index.ts';
import type { KnownAccess } from '../i18n/data/index.ts';

/** From the strongest act to the weakest; uses of which nothing is known come last. */
export const ACCESS_ORDER: readonly KnownAccess[] = [...DATA_ACCESS, 'use'];

/** The uses of an object by what they do with it. */
export function usesByAccess({ uses }: Pick<DataObjectView, 'uses'>): Map<KnownAccess, DataUseLine[]> {
	const groups = Map.groupBy(uses, (use): KnownAccess => use.access ?? 'use');
	return new Map(
		ACCESS_ORDER.flatMap((access) => {
			const own = groups.get(access);
			return own ? [[access, own] as const] : [];
		}),
	);
}

export function accessCounts(object: Pick<DataObjectView, 'uses'>): Readonly<Record<KnownAccess, number>> {
	const groups = usesByAccess(object);
	const count = (access: KnownAccess): number => groups.get(access)?.length ?? 0;
	return {
		create: count('create'),
		change: count('change'),
		delete: count('delete'),
		read: count('read'),
		use: count('use'),
	};
}
