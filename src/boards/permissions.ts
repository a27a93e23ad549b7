import {
	type Document,
	type DocumentGraph,
	inForce,
	type PermissionConcern,
	type PermissionRow,
	type PermissionState,
} from '../model/index.ts';
import {
	type BoardInput,
	daysBetween,
	defined,
	facetsOf,
	originals,
	recordOf,
	textIn,
	textOf,
} from './board-document.ts';

/** From this many days before its last day a permission counts as expiring. */
const SOON_DAYS = 30;

/** How a check of segregation of duties begins when it was passed, and when it was not. */
const PASSED = /^(通过|通過|无冲突|無衝突|没有冲突|沒有衝突|passed|pass\b|ok\b|no conflict|none)/i;
const FAILED =
	/^(未通过|未通過|不通过|不通過|失败|失敗|有?冲突|有?衝突|fail|conflict|not passed|did not pass)/i;

interface Grant {
	readonly log: Document;
	readonly action: string;
	readonly subject: string;
	readonly date: string;
	readonly to: string;
	/** What was not carried out neither grants nor ends anything. */
	readonly done: boolean;
}

/**
 * Every permission record, what needs somebody first: expired, then expiring, then those with a concern.
 * A later `disable` of the same subject ends all its records before, a later `change` replaces them; a record
 * past its `validTo` that nobody ended is expired. Subjects are the same when their texts are, letter case and
 * width of characters aside.
 */
export function permissionRows({ graph, asOf }: BoardInput): PermissionRow[] {
	const grants = originals(graph, 'system-log')
		.filter((log) => log.frontmatter['logType'] === 'permission' && inForce(log))
		.map(grantOf)
		.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.log.id < b.log.id ? -1 : 1));
	const bySubject = Map.groupBy(grants, ({ subject }) => subject);
	return grants
		.map((grant) => rowOf(grant, bySubject.get(grant.subject) ?? [], graph, asOf))
		.sort(
			(a, b) =>
				urgency(a) - urgency(b) || (a.date < b.date ? 1 : a.date > b.date ? -1 : a.id < b.id ? -1 : 1),
		);
}

function grantOf(log: Document): Grant {
	const { permission, date, outcome } = log.frontmatter;
	const { action, subject, to } = recordOf(permission);
	return {
		log,
		action: textOf(action) ?? '',
		subject: fold(textOf(subject) ?? log.id),
		date: textOf(date) ?? '',
		to: fold(textOf(to) ?? ''),
		done: outcome !== 'failed' && outcome !== 'rolled-back' && outcome !== 'open',
	};
}

function fold(text: string): string {
	return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function rowOf(
	grant: Grant,
	sameSubject: readonly Grant[],
	graph: DocumentGraph,
	asOf: string,
): PermissionRow {
	const { log } = grant;
	const { requestedBy, executedBy, approvedBy } = log.frontmatter;
	const validTo = textOf(recordOf(log.frontmatter['permission'])['validTo']);
	const ender = enderOf(grant, sameSubject);
	const state = stateOf(grant, ender, validTo, asOf);
	const text = (field: string) => textIn(graph, log.id, `/permission/${field}`);
	return {
		id: log.id,
		...facetsOf(log),
		date: grant.date,
		action: grant.action,
		subject: text('subject'),
		from: text('from'),
		to: text('to'),
		sodCheck: text('sodCheck'),
		state,
		...defined({
			validTo,
			requestedBy: textOf(requestedBy),
			executedBy: textOf(executedBy),
			approvedBy: textOf(approvedBy),
			endedBy: ender?.log.id,
			daysLeft: validTo !== undefined && isLive(state) ? daysBetween(asOf, validTo) : undefined,
		}),
		concerns: concernsOf(grant, sameSubject, state),
	};
}

/** The first later record that ends this one. */
function enderOf(grant: Grant, sameSubject: readonly Grant[]): Grant | undefined {
	if (!grant.done || grant.action === 'disable') return undefined;
	return sameSubject
		.slice(sameSubject.indexOf(grant) + 1)
		.find(({ action, done }) => done && (action === 'disable' || action === 'change'));
}

function stateOf(
	grant: Grant,
	ender: Grant | undefined,
	validTo: string | undefined,
	asOf: string,
): PermissionState {
	if (!grant.done || grant.action === 'disable') return 'closed';
	if (ender) return ender.action === 'disable' ? 'disabled' : 'replaced';
	if (validTo === undefined) return 'active';
	if (validTo < asOf) return 'expired';
	return daysBetween(asOf, validTo) <= SOON_DAYS ? 'expiring' : 'active';
}

function isLive(state: PermissionState): boolean {
	return state === 'expired' || state === 'expiring' || state === 'active';
}

function concernsOf(
	grant: Grant,
	sameSubject: readonly Grant[],
	state: PermissionState,
): PermissionConcern[] {
	const { requestedBy, executedBy, approvedBy, permission } = grant.log.frontmatter;
	const approver = textOf(approvedBy);
	const check = textOf(recordOf(permission)['sodCheck']);
	const concerns: PermissionConcern[] = [];
	if (approver === undefined) concerns.push('no-approver');
	if (approver !== undefined && approver === executedBy) concerns.push('approver-is-executor');
	if (approver !== undefined && approver === requestedBy) concerns.push('requester-is-approver');
	if (grant.action !== 'disable' && sodResult(check) === 'failed') concerns.push('sod-failed');
	if (grant.action !== 'disable' && check === undefined) concerns.push('sod-missing');
	const others = sameSubject.filter(
		(each) =>
			each !== grant &&
			each.done &&
			each.action === 'add' &&
			each.to !== grant.to &&
			!enderOf(each, sameSubject),
	);
	if (isLive(state) && grant.action === 'add' && others.length > 0) concerns.push('several-grants');
	return concerns;
}

/** What a written check of segregation of duties says, by how it begins; `noted` when that cannot be told. */
export function sodResult(check: string | undefined): 'missing' | 'passed' | 'failed' | 'noted' {
	if (check === undefined) return 'missing';
	if (FAILED.test(check.trim())) return 'failed';
	return PASSED.test(check.trim()) ? 'passed' : 'noted';
}

function urgency({ state, concerns }: PermissionRow): number {
	if (state === 'expired') return 0;
	if (state === 'expiring') return 1;
	return concerns.length > 0 ? 2 : 3;
}
