import type { SearchResult } from '../../search/query/result.ts';
import { mayBeKept } from './secrets.ts';

/**
 * What of a question may stand in an address: all of it when it is one short line without secrets, else only the codes
 * and messages of the knowledge base that were recognised in it.
 */
export function publicQuery(query: string, results: readonly SearchResult[]): string {
	if (mayBeKept(query)) return query;
	const known = (results[0]?.reasons ?? []).flatMap(({ type, value }) =>
		type === 'code' || type === 'signature' ? [value] : [],
	);
	return known.find(mayBeKept) ?? '';
}
