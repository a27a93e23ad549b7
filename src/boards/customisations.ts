import {
	type CustomisationBoard,
	type CustomisationRow,
	type Document,
	type DocumentGraph,
	inForce,
} from '../model/index.ts';
import {
	type BoardInput,
	defined,
	facetsOf,
	numberOf,
	originals,
	recordOf,
	textIn,
	textOf,
} from './board-document.ts';
import { recordsOf, textsOf } from './process-record.ts';

const RISKS = ['high', 'medium', 'low'];

/** Every customisation in force, the riskiest first, and the objects of the standard that they touch. */
export function customisationBoard({ graph }: BoardInput): CustomisationBoard {
	const notes = customisationRows(graph);
	const touched = new Map<string, Set<string>>();
	for (const { id, touches } of notes) {
		for (const name of touches) touched.set(name, (touched.get(name) ?? new Set()).add(id));
	}
	const objects = [...touched]
		.map(([name, ids]) => ({ name, notes: [...ids] }))
		.sort((a, b) => b.notes.length - a.notes.length || (a.name < b.name ? -1 : 1));
	return { notes, objects };
}

export function customisationRows(graph: DocumentGraph): CustomisationRow[] {
	return originals(graph, 'dev-note')
		.filter(inForce)
		.map((note) => rowOf(note, graph))
		.sort(
			(a, b) =>
				riskRank(a) - riskRank(b) || (b.effortDays ?? 0) - (a.effortDays ?? 0) || (a.id < b.id ? -1 : 1),
		);
}

/** 0 for the highest risk; notes without one come last. */
export function riskRank({ risk }: Pick<CustomisationRow, 'risk'>): number {
	const rank = RISKS.indexOf(risk);
	return rank < 0 ? RISKS.length : rank;
}

function rowOf(note: Document, graph: DocumentGraph): CustomisationRow {
	const { frontmatter } = note;
	const upgrade = recordOf(frontmatter['upgrade']);
	const touches = recordOf(frontmatter['touches']);
	const retirement = recordOf(frontmatter['retirement']);
	return {
		id: note.id,
		...facetsOf(note),
		wricef: textOf(frontmatter['wricef']) ?? '',
		technique: textOf(frontmatter['technique']) ?? '',
		risk: textOf(upgrade['risk']) ?? '',
		...defined({ effortDays: numberOf(upgrade['effortDays']), lastAdapted: textOf(upgrade['lastAdapted']) }),
		tests: textsOf(frontmatter['tests']).length,
		checks: textsOf(upgrade['checks']).length,
		objects: recordsOf(frontmatter['objects']).flatMap(({ type, name }) => {
			const called = textOf(name);
			return called === undefined ? [] : [{ type: textOf(type) ?? '', name: called }];
		}),
		touches: [...new Set([...textsOf(touches['standardObjects']), ...textsOf(touches['tables'])])],
		processes: textsOf(frontmatter['processes']),
		retirable: retirement['candidate'] === true,
		replacement: textIn(graph, note.id, '/retirement/replacement'),
	};
}
