import {
	type Document,
	type DocumentGraph,
	type DocumentId,
	inForce,
	type Triage,
	type TriageClass,
	type TriageContact,
	type TriageEscalation,
	type TriageRunbook,
} from '../model/index.ts';
import { defined, facetsOf, numberOf, originals, textIn, textOf } from './board-document.ts';
import { recordsOf, textsOf } from './process-record.ts';

interface Experience {
	incidents: number;
	tried: number;
	worked: number;
}

/**
 * The runbooks in force by exception class, each ranked by severity (S1 first), then by the incidents that
 * named it, then by how often it worked (one that was never tried stands in the middle), then by id.
 * Classes come in the order given; a runbook of no known class is nowhere.
 */
export function triageOf(graph: DocumentGraph, exceptionClasses: readonly string[]): Triage {
	const logs = originals(graph, 'system-log').filter(inForce);
	const experience = experienceOf(logs);
	const runbooks = originals(graph, 'runbook').filter(inForce);
	return {
		classes: exceptionClasses.map((exceptionClass) => {
			const own = runbooks
				.filter(({ frontmatter }) => frontmatter['exceptionClass'] === exceptionClass)
				.map((runbook) => runbookOf(runbook, graph, experience.get(runbook.id)))
				.sort(byRank);
			return {
				exceptionClass,
				runbooks: own,
				contacts: contactsOf(own),
				vendors: vendorsOf(own),
				incidents: logs.filter(
					({ frontmatter }) =>
						frontmatter['logType'] === 'incident' && frontmatter['exceptionClass'] === exceptionClass,
				).length,
			} satisfies TriageClass;
		}),
	};
}

function experienceOf(logs: readonly Document[]): ReadonlyMap<DocumentId, Experience> {
	const all = new Map<DocumentId, Experience>();
	for (const { frontmatter } of logs) {
		const runbook = textOf(frontmatter['runbook']);
		if (runbook === undefined) continue;
		const own = all.get(runbook) ?? { incidents: 0, tried: 0, worked: 0 };
		if (frontmatter['logType'] === 'incident') own.incidents++;
		const worth = WORTH[textOf(frontmatter['runbookWorked']) ?? ''];
		if (worth !== undefined) {
			own.tried++;
			own.worked += worth;
		}
		all.set(runbook, own);
	}
	return all;
}

const WORTH: Readonly<Record<string, number>> = { yes: 1, partly: 0.5, no: 0 };

function runbookOf(runbook: Document, graph: DocumentGraph, experience?: Experience): TriageRunbook {
	const { frontmatter, id, procedure } = runbook;
	const { incidents = 0, tried = 0, worked = 0 } = experience ?? {};
	const versions = [...(graph.byId.get(id) ?? [])];
	const [first] = procedure;
	return {
		id,
		...facetsOf(runbook),
		severity: textOf(frontmatter['severity']) ?? '',
		symptoms: Object.fromEntries(
			versions.map(([lang, version]) => [lang, textsOf(version.frontmatter['symptoms'])]),
		),
		...defined({ minutes: numberOf(frontmatter['minutes']) }),
		...(first
			? {
					firstStep: {
						id: first.id,
						// Steps of a translation stand in the same order.
						title: Object.fromEntries(
							versions.flatMap(([lang, version]) =>
								version.procedure[0] ? [[lang, version.procedure[0].title]] : [],
							),
						),
						...defined({ minutes: first.minutes }),
					},
				}
			: {}),
		escalation: escalationOf(runbook, graph),
		incidents,
		tried,
		...(tried > 0 ? { rate: Math.round((100 * worked) / tried) } : {}),
	};
}

function escalationOf({ id, frontmatter }: Document, graph: DocumentGraph): TriageEscalation[] {
	return recordsOf(frontmatter['escalation']).map((level, at) => ({
		...defined({ afterMinutes: numberOf(level['afterMinutes']) }),
		to: textOf(level['to']) ?? '',
		channel: textIn(graph, id, `/escalation/${at}/channel`),
		vendor: textIn(graph, id, `/escalation/${at}/vendor`),
	}));
}

function byRank(a: TriageRunbook, b: TriageRunbook): number {
	if (a.severity !== b.severity) return (a.severity || 'S9') < (b.severity || 'S9') ? -1 : 1;
	return b.incidents - a.incidents || (b.rate ?? 50) - (a.rate ?? 50) || (a.id < b.id ? -1 : 1);
}

/** Who is called first stands first; the role that most runbooks name wins a tie. */
function contactsOf(runbooks: readonly TriageRunbook[]): TriageContact[] {
	const contacts = new Map<string, { afterMinutes: number; runbooks: Set<DocumentId> }>();
	for (const { id, escalation } of runbooks) {
		for (const { to, afterMinutes = 0 } of escalation) {
			if (to === '') continue;
			const known = contacts.get(to) ?? { afterMinutes, runbooks: new Set() };
			known.afterMinutes = Math.min(known.afterMinutes, afterMinutes);
			known.runbooks.add(id);
			contacts.set(to, known);
		}
	}
	return [...contacts]
		.map(([to, { afterMinutes, runbooks: named }]) => ({ to, afterMinutes, runbooks: named.size }))
		.sort((a, b) => a.afterMinutes - b.afterMinutes || b.runbooks - a.runbooks || (a.to < b.to ? -1 : 1));
}

function vendorsOf(runbooks: readonly TriageRunbook[]): TriageEscalation['vendor'][] {
	const vendors = new Map<string, TriageEscalation['vendor']>();
	for (const { escalation } of runbooks) {
		for (const { vendor } of escalation) {
			const [name] = Object.values(vendor);
			if (name !== undefined && !vendors.has(name)) vendors.set(name, vendor);
		}
	}
	return [...vendors.values()];
}
