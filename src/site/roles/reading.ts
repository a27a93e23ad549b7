import type { ReadingItem, RoleView } from '../../model/index.ts';

/** The reading path as one list. */
export function readingItems({ reading }: Pick<RoleView, 'reading'>): readonly ReadingItem[] {
	return reading.flatMap(({ items }) => items);
}

/** Minutes for the whole reading path. */
export function minutesOf(role: Pick<RoleView, 'reading'>): number {
	return readingItems(role).reduce((sum, { minutes }) => sum + minutes, 0);
}
