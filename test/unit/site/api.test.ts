import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type {
	ApiBoardList,
	ApiDataDictionary,
	ApiDocument,
	ApiIndex,
	ApiMap,
	ApiOverlays,
	ApiRoles,
} from '../../../schemas/index.ts';
import { BOARD_NAMES } from '../../../src/model/index.ts';
import { siteFilesOf } from '../../../src/site/files/index.ts';
import { siteIndexOf } from '../../../src/site/plan/site-index.ts';
import { ownSite } from './own-model.ts';

/** All that machines can ask of this repository's own documents, on a site below a path. */
const site = ownSite({ base: '/kb/', siteUrl: 'https://kb.example.com' });
const files = siteFilesOf(site.model);
const read = <T>(path: string): T => JSON.parse(files.get(path)?.text() ?? 'null') as T;
const pathOf = (url: string): string => decodeURI(new URL(url).pathname).slice('/kb/'.length);

const index = read<ApiIndex>('api/index.json');
const answers = index.endpoints.flatMap(({ url, schema }) =>
	schema && !url.includes('{') ? [{ path: pathOf(url), schema: pathOf(schema) }] : [],
);
const details = site.model.pages.map((page) => `api${page.route.slice(0, -1)}.json`);

const validators = new Map<string, ValidateFunction>();
function validatorOf(schema: string): ValidateFunction {
	const known = validators.get(schema);
	if (known) return known;
	const ajv = addFormats.default(new Ajv2020({ strict: true, allErrors: true }));
	const valid = ajv.compile(read<object>(schema));
	validators.set(schema, valid);
	return valid;
}

function errorsOf(schema: string, value: unknown): unknown[] {
	const valid = validatorOf(schema);
	valid(value);
	return [...(valid.errors ?? [])];
}

/** Every object and text in a value, keys included. */
function* partsOf(value: unknown): Generator<object | string> {
	if (typeof value === 'string') yield value;
	if (value === null || typeof value !== 'object') return;
	if (!Array.isArray(value)) {
		yield value;
		yield* Object.keys(value);
	}
	for (const each of Object.values(value)) yield* partsOf(each);
}

const objectsOf = (value: unknown): Record<string, unknown>[] =>
	[...partsOf(value)].filter((part) => typeof part === 'object') as Record<string, unknown>[];

describe('what machines ask of the whole set', () => {
	it('is all there: boards, map, overlays, roles, data, terms, triage', () => {
		const names = answers.map(({ path }) => path.slice('api/'.length, -'.json'.length));
		expect(names.sort()).toEqual(
			[
				...['index', 'documents', 'graph', 'map', 'overlays', 'roles', 'data', 'terms', 'triage', 'boards'],
				...BOARD_NAMES.map((board) => `boards/${board}`),
			].sort(),
		);
		expect(read<ApiBoardList>('api/boards.json').boards.map(({ board }) => board)).toEqual(BOARD_NAMES);
	});

	it.each(answers)('$path keeps to its published schema', ({ path, schema }) => {
		expect(errorsOf(schema, read(path))).toEqual([]);
	});

	it('every document keeps to its schema', () => {
		const wrong = details.flatMap((path) => errorsOf('api/schema/document.schema.json', read(path)));
		expect(wrong).toEqual([]);
	});

	it('a field that no schema names is found', () => {
		const schemas = [...files.keys()].filter((path) => path.startsWith('api/schema/'));
		expect(schemas).toHaveLength(11 + BOARD_NAMES.length);
		for (const path of schemas) {
			const open = objectsOf(read(path)).filter(
				(each) => each['type'] === 'object' && each['additionalProperties'] === undefined,
			);
			expect(open, path).toEqual([]);
		}
		for (const { path, schema } of answers) {
			expect(errorsOf(schema, { ...read<object>(path), surprise: 1 }), path).toHaveLength(1);
		}
		const board = read<{ data: object[] }>('api/boards/freshness.json');
		const data = board.data.map((row, at) => (at === 0 ? { ...row, surprise: 1 } : row));
		expect(errorsOf('api/schema/board-freshness.schema.json', { ...board, data })).not.toEqual([]);
	});

	it('names documents that exist, with their titles', () => {
		const { documents } = read<{ documents: { id: string; lang: string; title: string }[] }>(
			'api/documents.json',
		);
		const titles = new Map(documents.map(({ id, lang, title }) => [`${id}@${lang}`, title]));
		const known = new Set(documents.map(({ id }) => id));
		for (const { path } of answers) {
			const answer = read<{ documents?: Record<string, Record<string, string>> }>(path);
			const ids = new Set(
				[...partsOf(answer)].flatMap((part) =>
					typeof part === 'string' && /^(?:(?:PR|RB|DN|LOG)-[A-Z0-9]+-\d+(?:#.*)?|page:.*)$/.test(part)
						? [part.replace(/#.*/, '')]
						: [],
				),
			);
			expect(
				[...ids].filter((id) => !known.has(id)),
				path,
			).toEqual([]);
			if (!answer.documents || Array.isArray(answer.documents)) continue;
			expect(Object.keys(answer.documents).sort(), path).toEqual([...ids].sort());
			for (const [id, each] of Object.entries(answer.documents)) {
				for (const [lang, title] of Object.entries(each)) expect(titles.get(`${id}@${lang}`)).toBe(title);
			}
		}
	});

	it('every address leads to a page or a file of the site', () => {
		const { targets } = siteIndexOf(site.model);
		const sources = new Set(site.assets.map(({ to }) => to));
		const exists = (path: string): boolean =>
			targets.has(`/${path}`) || files.has(path) || sources.has(path) || path.includes('{id}');
		let seen = 0;
		for (const path of [...answers.map((answer) => answer.path), ...details]) {
			for (const object of objectsOf(read(path))) {
				const { url, json, markdown, schema, pages } = object;
				const all = [url, json, markdown, schema, ...Object.values(pages ?? {})];
				for (const each of all.filter((one) => typeof one === 'string')) {
					seen++;
					expect(exists(pathOf(each)), `${path}: ${each}`).toBe(true);
				}
			}
		}
		expect(seen).toBeGreaterThan(1000);
	});

	it('the same model gives the same bytes', () => {
		const again = siteFilesOf(structuredClone(site.model));
		for (const { path } of answers) expect(again.get(path)?.text()).toBe(files.get(path)?.text());
	});
});

describe('the steps of all processes', () => {
	/** Each process once, in the default language where it exists in it, from its own file. */
	const processes = new Map<string, ApiDocument>();
	for (const path of details) {
		const document = read<ApiDocument>(path);
		if (!document.process) continue;
		if (!processes.has(document.id) || document.lang === 'zh-CN') processes.set(document.id, document);
	}
	const steps = [...processes.values()].flatMap(({ id, process }) =>
		(process?.steps ?? []).map(({ process: _opens, ...step }) => ({ ...step, process: id })),
	);

	it('stand under their roles, and in the matrix', () => {
		const { roles, matrix } = read<ApiRoles>('api/roles.json');
		expect(steps.length).toBeGreaterThan(50);
		for (const { key, counts, processes: own } of roles) {
			const expected = steps.filter(({ role }) => role === key).map(({ process, id }) => `${process}#${id}`);
			const told = own.flatMap(({ process, steps: ids }) => ids.map((id) => `${process}#${id}`));
			expect(told.sort(), key).toEqual(expected.sort());
			expect(counts.steps).toBe(expected.length);
			const cells = matrix.flatMap(({ roles: cell }) => cell[key]?.steps ?? []);
			expect(cells.reduce((sum, each) => sum + each, 0)).toBe(expected.length);
		}
	});

	it('stand under the data that they use, once per use', () => {
		const { objects } = read<ApiDataDictionary>('api/data.json');
		const told = objects.flatMap(({ uses }) => uses.map(({ process, step }) => `${process}#${step}`));
		const expected = steps.flatMap(({ process, id, data }) => data.map(() => `${process}#${id}`));
		expect(told.sort()).toEqual(expected.sort());
		const order = objects.find(({ key }) => key === 'Sales Order');
		expect(order?.name).toEqual({ 'zh-CN': '销售订单', 'zh-TW': '銷售訂單', en: 'Sales Order' });
	});

	it('are all in the overlays, with their names, and runbooks as written', () => {
		const { processes: told } = read<ApiOverlays>('api/overlays.json');
		const own = told.flatMap(({ id, steps: all }) => all.map((step) => ({ process: id, ...step })));
		expect(own.map(({ process, step }) => `${process}#${step}`).sort()).toEqual(
			steps.map(({ process, id }) => `${process}#${id}`).sort(),
		);
		for (const { process, id, name, runbooks } of steps) {
			const found = own.find((each) => each.process === process && each.step === id);
			expect(Object.values(found?.name ?? {})).toContain(name);
			const items = (found?.cells.runbooks?.items ?? []).map((item) => item.id);
			for (const runbook of runbooks) expect(items).toContain(runbook);
		}
	});

	it('belong to processes of the map, parents first', () => {
		const { processes: told } = read<ApiMap>('api/map.json');
		const documents = site.model.pages.filter(({ kind }) => kind === 'process').map(({ id }) => id);
		expect(told.map(({ id }) => id).sort()).toEqual([...new Set(documents)].sort());
		const seen = new Set<string>();
		for (const { id, parent, health } of told) {
			if (parent !== undefined) expect(seen.has(parent), `${id} below ${parent}`).toBe(true);
			seen.add(id);
			expect(health.reasons.length).toBeGreaterThan(0);
		}
	});
});
