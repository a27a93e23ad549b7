import type { FileChange } from '../model/index.ts';

/** Where an object of that name lives in a file: the whole file, or a symbol of it. */
export interface ObjectPlace {
	readonly symbol?: string;
}

/**
 * Whether a changed file can hold an object, by what their names have in common:
 *
 * - `ZCL_HOLD` is `src/zcl_hold.clas.abap` (abapGit: `#` for the `/` of a namespace), `Sales Order` is
 *   `doctype/sales_order/sales_order.json`;
 * - `custom.sales.hold.release` is `release` in `…/custom/sales/hold.py`, or that file;
 * - any other name may be an entry of a JSON file (`{"name": "Sales Order-custom_hold"}`).
 */
export function objectPlace(name: string, { path, oldPath = path }: FileChange): ObjectPlace | undefined {
	for (const file of new Set([path, oldPath])) {
		const place = placeIn(name, file);
		if (place) return place;
	}
	return undefined;
}

function placeIn(name: string, file: string): ObjectPlace | undefined {
	const base = file.slice(file.lastIndexOf('/') + 1).toLowerCase();
	const stem = base.split('.')[0] ?? '';
	const wanted = name.normalize('NFKC').trim().toLowerCase();
	if (
		wanted.length > 2 &&
		(stem.replaceAll('#', '/') === wanted || stem === wanted.replace(/[\s-]+/g, '_'))
	) {
		return {};
	}
	const dotted = dottedPlace(name.trim(), file);
	if (dotted) return dotted;
	return base.endsWith('.json') && wanted.length > 2 ? { symbol: name.trim() } : undefined;
}

/** `a.b.c.d` in `…/a/b/c.py`: the symbol `d`; two parts of the name must be folders or files, one alone is too common. */
function dottedPlace(name: string, file: string): ObjectPlace | undefined {
	const parts = name.split('.');
	if (parts.length < 2 || parts.some((each) => !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(each))) return undefined;
	const path = file.replace(/\.[^./]+$/, '').replace(/\/(?:__init__|index)$/, '');
	for (let count = parts.length; count >= 2; count--) {
		const folder = parts.slice(0, count).join('/');
		if (path !== folder && !path.endsWith(`/${folder}`)) continue;
		const rest = parts.slice(count).join('.');
		return rest === '' ? {} : { symbol: rest };
	}
	return undefined;
}
