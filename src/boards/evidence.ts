import { type Document, type DocumentId, type EvidenceKind, inForce } from '../model/index.ts';
import { recordOf, textOf } from './board-document.ts';
import { textsOf } from './process-record.ts';

/** A day on which a document was held against reality. */
export interface Evidence {
	readonly kind: EvidenceKind;
	readonly on: string;
	readonly log?: DocumentId;
	/** A log or another proof is named, or none is needed. */
	readonly proven: boolean;
}

interface Dated {
	readonly id: DocumentId;
	readonly on: string;
}

/** What logs say of other documents, oldest first. */
export interface LogsByDocument {
	readonly evidence: ReadonlyMap<DocumentId, readonly Evidence[]>;
	/** Logs in which a runbook did not work. */
	readonly failures: ReadonlyMap<DocumentId, readonly Dated[]>;
	/** Changes and upgrades that name a document. */
	readonly changes: ReadonlyMap<DocumentId, readonly Dated[]>;
	/** Customisations by the process that they name. */
	readonly notes: ReadonlyMap<DocumentId, readonly DocumentId[]>;
	readonly known: ReadonlySet<DocumentId>;
}

/**
 * What counts as evidence in a log: `runbookWorked` for its runbook (a drill is one, anything else an incident),
 * a finished process review for its process, a successful upgrade for the customisations that it names.
 */
export function logsByDocument(documents: readonly Document[]): LogsByDocument {
	const evidence = new Map<DocumentId, Evidence[]>();
	const failures = new Map<DocumentId, Dated[]>();
	const changes = new Map<DocumentId, Dated[]>();
	const logs = documents.filter((document) => document.kind === 'system-log' && inForce(document));
	for (const { id, frontmatter } of logs.sort(byDate)) {
		const on = textOf(frontmatter['date']);
		if (on === undefined) continue;
		const { logType, outcome, runbookWorked } = frontmatter;
		const runbook = textOf(frontmatter['runbook']);
		if (runbook !== undefined && (runbookWorked === 'yes' || runbookWorked === 'partly')) {
			const kind = runbookWorked === 'partly' ? 'partly' : logType === 'drill' ? 'drill' : 'incident';
			push(evidence, runbook, { kind, on, log: id, proven: true });
		}
		if (runbook !== undefined && runbookWorked === 'no') push(failures, runbook, { id, on });
		const process = textOf(frontmatter['process']);
		if (logType === 'process-review' && outcome !== 'open' && process !== undefined) {
			push(evidence, process, { kind: 'test', on, log: id, proven: true });
		}
		const customisations = textsOf(frontmatter['customisations']);
		if (logType === 'upgrade' && outcome === 'success') {
			for (const note of customisations) push(evidence, note, { kind: 'test', on, log: id, proven: true });
		}
		if (logType === 'change' || logType === 'upgrade') {
			const named = new Set([...customisations, ...textsOf(frontmatter['related'])]);
			for (const other of named) push(changes, other, { id, on });
		}
	}
	const notes = new Map<DocumentId, DocumentId[]>();
	for (const { id, kind, frontmatter } of documents) {
		if (kind === 'dev-note')
			for (const process of textsOf(frontmatter['processes'])) push(notes, process, id);
	}
	return { evidence, failures, changes, notes, known: new Set(documents.map(({ id }) => id)) };
}

function byDate(a: Document, b: Document): number {
	const [first, second] = [a, b].map(({ frontmatter }) => textOf(frontmatter['date']) ?? '') as [
		string,
		string,
	];
	return first < second ? -1 : first > second ? 1 : 0;
}

function push<T>(map: Map<DocumentId, T[]>, id: DocumentId, value: T): void {
	const list = map.get(id);
	if (list) list.push(value);
	else map.set(id, [value]);
}

/** All evidence of a document: what it says of its own review, and what the logs say. */
export function evidenceOf(document: Document, logs: LogsByDocument): Evidence[] {
	const { review, fitReview } = document.frontmatter;
	const own = ownEvidence(recordOf(review), logs);
	const fit = textOf(recordOf(fitReview)['on']);
	return [
		...(own ? [own] : []),
		...(fit ? [{ kind: 'reading' as const, on: fit, proven: true }] : []),
		...(logs.evidence.get(document.id) ?? []),
	];
}

const METHODS: readonly EvidenceKind[] = ['drill', 'incident', 'test', 'reading'];

function ownEvidence(review: Readonly<Record<string, unknown>>, logs: LogsByDocument): Evidence | undefined {
	const on = textOf(review['on']);
	if (on === undefined) return undefined;
	const kind = METHODS.find((method) => method === review['method']) ?? 'date';
	const proof = textOf(review['evidence']);
	const isId = proof !== undefined && logs.known.has(proof);
	const needsProof = kind !== 'reading' && kind !== 'date';
	return { kind, on, ...(isId ? { log: proof } : {}), proven: !needsProof || proof !== undefined };
}
