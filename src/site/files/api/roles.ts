import type { ApiRoles } from '../../../../schemas/index.ts';
import type { HandoverView, LanguageTag, LanguageView, RoleView, StepPlace } from '../../../model/index.ts';
import { roleRoute, rolesRoute } from '../../plan/addresses.ts';
import type { SiteIndex } from '../../plan/site-index.ts';
import { type Answered, documentsIn, pagesAt, perLanguage } from './answer.ts';
import { envelopeOf } from './documents.ts';

type Role = Answered<ApiRoles>['roles'][number];

/** What each role does, and who does how much in which process: the same in every language, so told from one view. */
export function rolesOf(index: SiteIndex, view: LanguageView): Answered<ApiRoles> {
	const { model } = index;
	const { roles, matrix, data } = view.work;
	const keys = new Map(data.objects.map(({ slug, key }) => [slug, key]));
	const minutes = perLanguage(model, ({ work }) => minutesOf(work.roles));
	const answer = {
		roles: roles.map((role) => roleOf(index, role, keys, minutes)),
		matrix: matrix.rows.map(({ link, level, group, modules, cells }) => ({
			process: link.id,
			level,
			...(group ? { group: group.id } : {}),
			modules,
			roles: Object.fromEntries(
				matrix.roles.flatMap((role, at) => {
					const cell = cells[at];
					return cell ? [[role, cell] as const] : [];
				}),
			),
		})),
	};
	return {
		...envelopeOf(model),
		pages: pagesAt(index, rolesRoute),
		documents: documentsIn(model, answer),
		...answer,
	};
}

function roleOf(
	index: SiteIndex,
	role: RoleView,
	keys: ReadonlyMap<string, string>,
	minutes: Readonly<Record<LanguageTag, ReadonlyMap<string, number>>>,
): Role {
	const { key, counts, processes, transactions, runbooks, systems, data, owns, reading } = role;
	return {
		key,
		name: perLanguage(index.model, (view) => index.labels(view).role(key)),
		pages: pagesAt(index, (view) => roleRoute(view, key)),
		counts,
		processes: processes.map(({ link, group, steps }) => ({
			process: link.id,
			...(group ? { group: group.id } : {}),
			steps: steps.map(({ step }) => step),
		})),
		transactions: transactions.map(({ at, ...transaction }) => ({ ...transaction, at: at.map(stepAt) })),
		runbooks: runbooks.map(({ link, at, declared }) => ({ id: link.id, at: at.map(stepAt), declared })),
		receives: role.receives.map(handoverOf),
		passes: role.passes.map(handoverOf),
		systems,
		data: data.map(({ name, slug, access, at }) => ({
			object: keys.get(slug) ?? name,
			access,
			at: at.map(stepAt),
		})),
		owns: owns.map(({ id }) => id),
		reading: reading.map(({ type, group, items }) => ({
			type,
			...(group ? { group: group.id } : {}),
			items: items.map(({ link: { id }, steps }) => ({
				id,
				minutes: perLanguage(index.model, ({ lang }) => minutes[lang]?.get(id) ?? 1),
				steps,
			})),
		})),
	};
}

/** How long the documents on the reading paths take, by id. */
function minutesOf(roles: readonly RoleView[]): ReadonlyMap<string, number> {
	return new Map(
		roles.flatMap(({ reading }) =>
			reading.flatMap(({ items }) => items.map(({ link, minutes }) => [link.id, minutes] as const)),
		),
	);
}

function handoverOf({ role, at }: HandoverView) {
	return {
		role,
		at: at.map(({ from, to }) => ({ process: from.process, from: from.step, to: to.step })),
	};
}

function stepAt({ process, step }: StepPlace) {
	return { process, step };
}
