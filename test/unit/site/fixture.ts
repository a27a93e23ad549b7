import { labels } from '../../../schemas/index.ts';
import { drawProcess, layoutProcess } from '../../../src/diagrams/index.ts';
import {
	documentKey,
	interfaceLanguageOf,
	type LanguageTag,
	type LanguageView,
	type ListEntry,
	languagePrefix,
	type NavigationTree,
	type Page,
	type ProcessNode,
	routeOf,
	type SiteModel,
} from '../../../src/model/index.ts';
import { type FixtureDocument, fixtureDocuments, LANGUAGES } from './fixture-documents.ts';
import { orderToCash } from './fixture-process.ts';

const DEFAULT = 'zh-CN';

/** A small knowledge base with all kinds in three languages, as the compiler would hand it over. */
export function fixtureModel(
	options: { base?: string; siteUrl?: string; extra?: readonly FixtureDocument[] } = {},
): SiteModel {
	const documents = [...fixtureDocuments, ...(options.extra ?? [])];
	const base = options.base ?? '/';
	return {
		title: { 'zh-CN': '运维知识库', 'zh-TW': '維運知識庫', en: 'Operations knowledge base' },
		languages: LANGUAGES,
		defaultLanguage: DEFAULT,
		base,
		asOf: '2026-11-22',
		...(options.siteUrl ? { siteUrl: options.siteUrl } : {}),
		generator: 'Mainstay 0.0.0',
		pages: documents.map((document) => pageOf(document, documents, base)),
		views: LANGUAGES.map((lang) => viewOf(lang, documents)),
		modules: {
			sales: { 'zh-CN': '销售', 'zh-TW': '銷售', en: 'Sales' },
			inventory: { 'zh-CN': '库存', 'zh-TW': '庫存', en: 'Inventory' },
			finance: { 'zh-CN': '财务', 'zh-TW': '財務', en: 'Finance' },
			platform: { 'zh-CN': '平台', 'zh-TW': '平台', en: 'Platform' },
		},
		systems: {
			erpnext: { en: 'ERPNext' },
			mariadb: { en: 'MariaDB' },
			dingtalk: { 'zh-CN': '钉钉', en: 'DingTalk' },
		},
		roles: ROLES,
		labels,
		redirects: [{ from: '/old/stock/', to: '/d/RB-INV-0042/' }],
		diagnostics: [],
		shellHash: 'shell',
	};
}

const ROLES: SiteModel['roles'] = {
	'sales-clerk': { 'zh-CN': '销售内勤', 'zh-TW': '業務助理', en: 'Sales clerk' },
	'sales-manager': { 'zh-CN': '销售经理', 'zh-TW': '業務經理', en: 'Sales manager' },
	'credit-controller': { 'zh-CN': '信用管理员', 'zh-TW': '信用管理員', en: 'Credit controller' },
	'warehouse-keeper': { 'zh-CN': '仓库管理员', 'zh-TW': '倉管人員', en: 'Warehouse keeper' },
	accountant: { 'zh-CN': '会计', 'zh-TW': '會計', en: 'Accountant' },
	'it-support': { 'zh-CN': 'IT 支持', 'zh-TW': 'IT 支援', en: 'IT support' },
	'erp-admin': { 'zh-CN': '系统管理员', 'zh-TW': '系統管理員', en: 'ERP administrator' },
	developer: { 'zh-CN': '二次开发组', 'zh-TW': '客製開發組', en: 'Development team' },
};

function versionFor(
	id: string,
	lang: LanguageTag,
	documents: readonly FixtureDocument[],
): FixtureDocument | undefined {
	const versions = documents.filter((document) => document.id === id);
	return versions.find((version) => version.lang === lang) ?? versions[0];
}

function linkOf(document: FixtureDocument): ListEntry {
	const { id, kind, lang, title, fields } = document;
	const text = (key: string): Record<string, string> =>
		typeof fields[key] === 'string' ? { [key]: fields[key] } : {};
	const list = (key: string): string[] => (Array.isArray(fields[key]) ? (fields[key] as string[]) : []);
	const upgrade = fields['upgrade'] as { risk: string } | undefined;
	return {
		id,
		kind,
		lang,
		title,
		summary: document.summary,
		route: routeOf(document, DEFAULT),
		modules: list('modules'),
		systems: [...list('systems'), ...(typeof fields['system'] === 'string' ? [fields['system']] : [])],
		...Object.assign(
			{},
			...['status', 'owner', 'severity', 'exceptionClass', 'logType', 'wricef', 'date', 'outcome'].map(text),
		),
		...(upgrade ? { upgradeRisk: upgrade.risk } : {}),
		...(typeof fields['level'] === 'number' ? { level: fields['level'] } : {}),
	};
}

function pageOf(document: FixtureDocument, documents: readonly FixtureDocument[], base: string): Page {
	const { id, kind, lang, fields } = document;
	const route = routeOf(document, DEFAULT);
	const to = (other: string) => versionFor(other, lang, documents);
	const links = (ids: readonly string[]) => ids.flatMap((each) => to(each) ?? []).map(linkOf);
	const named = [...JSON.stringify(fields).matchAll(/"((?:RB|PR|DN|LOG)-[A-Z0-9]+-\d+)"/g)].map(
		(match) => match[1] ?? '',
	);
	const children = documents.filter((each) => each.fields['parent'] === id).map((each) => each.id);
	const view = processView(document, base);
	return {
		key: documentKey(id, lang),
		id,
		kind,
		lang,
		route,
		file: document.file,
		title: document.title,
		summary: document.summary,
		frontmatter: fields,
		html: document.html,
		toc: [...document.html.matchAll(/<h([1-6]) id="([^"]+)">([^<]+)</g)].map((match) => ({
			depth: Number(match[1]),
			id: match[2] ?? '',
			text: match[3] ?? '',
		})),
		ownFields: [],
		procedure: [],
		translations: documents
			.filter((each) => each.id === id && each.lang !== lang)
			.map((each) => ({ lang: each.lang, route: routeOf(each, DEFAULT) })),
		breadcrumbs: [
			{
				title: labels[`kind.${kind}`]?.[interfaceLanguageOf(lang)] ?? kind,
				route: `${languagePrefix(lang, DEFAULT)}/${kind === 'page' ? 'docs' : kind === 'process' ? 'processes' : `${kind}s`}/`,
			},
		],
		refs: Object.fromEntries(links([...new Set(named)]).map((link) => [link.id, link])),
		related: links((fields['related'] as string[] | undefined) ?? []),
		backlinks: documents
			.filter(
				(each) => each.lang === lang && each.id !== id && JSON.stringify(each.fields).includes(`"${id}"`),
			)
			.map((each) => ({ ...linkOf(each), relation: 'runbook' })),
		children: links([...new Set(children)]),
		...(view ? { process: view } : {}),
		lastChanged: '2026-10-12T08:00:00Z',
		hash: `${id}@${lang}:${document.html.length}`,
	};
}

function processView(document: FixtureDocument, base: string): Page['process'] {
	if (document.id !== 'PR-O2C-0001') return undefined;
	const { steps, flows } = orderToCash(document.lang);
	const keys = [...new Set(steps.map((step) => step.role))];
	const lanes = keys.map((key) => ({ key, label: ROLES[key]?.[document.lang] ?? key }));
	const model = { id: document.id, title: document.title, lanes, steps, flows };
	const draw = (orientation: 'rows' | 'columns') =>
		drawProcess(layoutProcess(model, { orientation }), {
			idPrefix: `d-${orientation}`,
			lang: document.lang,
			hrefOf: (step) => (step.process ? `${base}d/${step.process}/` : `#${step.id}`),
			ariaLabel: (step) =>
				[step.name, step.transaction, ROLES[step.role]?.[document.lang]].filter(Boolean).join(', '),
			title: document.title,
			description: document.summary,
		});
	return {
		lanes,
		steps,
		flows,
		rows: draw('rows'),
		columns: draw('columns'),
		preferred: 'rows',
		bpmn: '<definitions/>',
	};
}

function viewOf(lang: LanguageTag, documents: readonly FixtureDocument[]): LanguageView {
	const ids = [...new Set(documents.map(({ id }) => id))];
	const versions = ids.flatMap((id) => versionFor(id, lang, documents) ?? []);
	const node = (document: FixtureDocument): ProcessNode => ({
		...linkOf(document),
		level: Number(document.fields['level']),
		facts: {
			modules: linkOf(document).modules,
			systems: linkOf(document).systems,
			counts: { processes: 1, steps: 5, roles: 3, runbooks: 2, incidents: 1 },
			health: { state: 'good', reasons: [{ key: 'reviewed', on: '2026-10-01', due: '2027-04-01' }] },
		},
		children: versions.filter((each) => each.fields['parent'] === document.id).map(node),
	});
	return {
		lang,
		interfaceLanguage: interfaceLanguageOf(lang),
		prefix: languagePrefix(lang, DEFAULT),
		entries: versions.map(linkOf),
		processes: versions.filter((each) => each.kind === 'process' && !each.fields['parent']).map(node),
		work: { roles: [], matrix: { roles: [], rows: [] }, data: { objects: [], slugs: {}, processes: {} } },
		navigation: navigationOf(versions.filter((each) => each.kind === 'page')),
	};
}

function navigationOf(pages: readonly FixtureDocument[]): NavigationTree {
	const root: { title: string; children: NavigationTree[] } = { title: '', children: [] };
	const folders = new Map<string, { title: string; route?: string; children: NavigationTree[] }>([
		['', root],
	]);
	const folderFor = (path: string): { title: string; route?: string; children: NavigationTree[] } => {
		const known = folders.get(path);
		if (known) return known;
		const made = { title: path.split('/').at(-1) ?? path, children: [] };
		folders.set(path, made);
		folderFor(path.split('/').slice(0, -1).join('/')).children.push(made);
		return made;
	};
	for (const page of pages) {
		const path = page.id.slice('page:'.length);
		const folder = folderFor(path.split('/').slice(0, -1).join('/'));
		if (path.endsWith('/')) Object.assign(folder, { title: page.title, route: routeOf(page, DEFAULT) });
		else folder.children.push({ title: page.title, route: routeOf(page, DEFAULT), children: [] });
	}
	return root;
}
