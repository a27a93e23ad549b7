import { FACETS, type Filters } from '../../search/query/result.ts';
import { mayBeKept } from './secrets.ts';

/** The question and the filters in the page's address: `?q=ORA-01555&kind=runbook&kind=page`. */
export interface Address {
	read(): { query: string; filters: Filters };
	write(query: string, filters: Filters): void;
}

const PAUSE_MS = 300;

export function createAddress(): Address {
	let timer = 0;
	return {
		read: () => {
			const parameters = new URLSearchParams(location.search);
			const filters = FACETS.flatMap((facet) => {
				const values = parameters.getAll(facet);
				return values.length > 0 ? [[facet, values]] : [];
			});
			return { query: parameters.get('q') ?? '', filters: Object.fromEntries(filters) as Filters };
		},
		write: (query, filters) => {
			clearTimeout(timer);
			timer = window.setTimeout(() => history.replaceState(null, '', addressOf(query, filters)), PAUSE_MS);
		},
	};
}

/** Pastes and secrets stay out of the address: it is kept in histories and logs. */
function addressOf(query: string, filters: Filters): string {
	const parameters = new URLSearchParams();
	if (query && mayBeKept(query)) parameters.set('q', query);
	for (const facet of FACETS) for (const value of filters[facet] ?? []) parameters.append(facet, value);
	const text = parameters.toString();
	return text ? `?${text}` : location.pathname;
}
