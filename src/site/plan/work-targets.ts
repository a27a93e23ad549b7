import type { DataObjectView, LanguageView, MatrixRow, Page, RoleView, Route } from '../../model/index.ts';
import {
	dataObjectRoute,
	dataRoute,
	readingPathRoute,
	responsibilitiesRoute,
	roleRoute,
	rolesRoute,
} from './addresses.ts';
import { dataNames } from './data-names.ts';
import { groupedPages } from './matrix-pages.ts';

interface Base {
	readonly route: Route;
	readonly view: LanguageView;
}

export interface MatrixTarget extends Base {
	readonly type: 'matrix';
	readonly number: number;
	readonly count: number;
	readonly rows: readonly MatrixRow[];
}

export interface RoleTarget extends Base {
	readonly type: 'role' | 'reading-path';
	readonly role: RoleView;
}

export interface DataObjectTarget extends Base {
	readonly type: 'data-object';
	readonly object: DataObjectView;
}

/** The pages that show the steps of all processes by role and by data object. */
export type WorkTarget =
	| (Base & { readonly type: 'roles' | 'data' })
	| RoleTarget
	| MatrixTarget
	| DataObjectTarget;

/** Nothing where no process has steps. */
export function* workTargets(view: LanguageView): Generator<WorkTarget> {
	const { roles, matrix, data } = view.work;
	if (roles.some(({ hasPage }) => hasPage)) yield { type: 'roles', route: rolesRoute(view), view };
	const pages = groupedPages(matrix.rows);
	for (const [index, rows] of pages.entries()) {
		const number = index + 1;
		const route = responsibilitiesRoute(view, number);
		yield { type: 'matrix', route, view, number, count: pages.length, rows };
	}
	for (const role of roles.filter(({ hasPage }) => hasPage)) {
		yield { type: 'role', route: roleRoute(view, role.key), view, role };
		if (role.reading.length > 0) {
			yield { type: 'reading-path', route: readingPathRoute(view, role.key), view, role };
		}
	}
	if (data.objects.length > 0) yield { type: 'data', route: dataRoute(view), view };
	for (const object of data.objects) {
		yield { type: 'data-object', route: dataObjectRoute(view, object.slug), view, object };
	}
}

/** What such a page shows besides the shell. */
export function workShown(target: WorkTarget): unknown[] {
	const { roles, matrix, data } = target.view.work;
	const pages = roles.map(({ key, hasPage }) => [key, hasPage]);
	switch (target.type) {
		case 'roles':
			return [target.type, roles];
		case 'role':
		case 'reading-path':
			return [target.type, target.role, pages];
		case 'matrix':
			return [target.type, target.number, target.count, target.rows, matrix.roles, pages];
		case 'data':
			return [target.type, data.objects];
		case 'data-object': {
			const { object } = target;
			return [target.type, object, object.uses.map(({ at }) => data.processes[at.process]), pages];
		}
	}
}

/** The names and addresses of the data objects that the steps of a process page lead to. */
export function dataLinksShown(view: LanguageView, page: Page): unknown[] {
	const names = dataNames(view);
	return page.process?.steps.map((step) => step.data.map(({ object }) => names(object))) ?? [];
}
