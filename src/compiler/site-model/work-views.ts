import { dataDictionary } from '../../boards/data-dictionary.ts';
import { processesInOrder } from '../../boards/process-set.ts';
import { responsibilities } from '../../boards/responsibilities.ts';
import { roleWork } from '../../boards/roles.ts';
import type { LanguageTag, ProcessWork } from '../../model/index.ts';
import { dataViewOf } from './data-views.ts';
import type { SiteInput } from './index.ts';
import { matrixViewOf, roleViewOf } from './role-views.ts';
import { stepPlaces } from './step-places.ts';
import type { Versions } from './versions.ts';

/** The steps of all processes by role and by data: counted once, then told in each language. */
export function workViewsOf(input: SiteInput, versions: Versions): (lang: LanguageTag) => ProcessWork {
	const { graph, config } = input;
	const processes = processesInOrder(graph, config);
	const dictionary = dataDictionary(processes, graph, config);
	const matrix = responsibilities(processes, config);
	const roles = roleWork({ graph, config, processes, dictionary });
	return (lang) => {
		const places = stepPlaces(input, versions, lang);
		return {
			roles: roles.map((work) => roleViewOf(work, places, versions, dictionary)),
			matrix: matrixViewOf(matrix, places),
			data: dataViewOf(dictionary, places),
		};
	};
}
