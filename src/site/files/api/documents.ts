import { API_VERSION, type ApiDocument, type ApiDocumentEntry } from '../../../../schemas/index.ts';
import type { DocumentLink, ListEntry, Page, Route, SiteModel } from '../../../model/index.ts';
import { apiRoute, hrefOf, markdownRoute } from '../../plan/addresses.ts';

/** What every answer begins with. */
export function envelopeOf(model: SiteModel): Pick<ApiDocument, 'schemaVersion' | 'generator' | 'asOf'> {
	return { schemaVersion: API_VERSION, generator: model.generator, asOf: model.asOf };
}

/** Absolute where the site knows where it stands. */
export function urlOf(model: SiteModel, route: Route): string {
	const href = hrefOf(model.base, route);
	return model.siteUrl ? new URL(href, model.siteUrl).href : href;
}

export function entryOf(model: SiteModel, page: Page, listed: ListEntry | undefined): ApiDocumentEntry {
	const { owner, severity, exceptionClass, logType, date, outcome, level } = listed ?? {};
	const status = page.frontmatter['status'];
	return {
		id: page.id,
		kind: page.kind,
		lang: page.lang,
		title: page.title,
		summary: page.summary,
		...(typeof status === 'string' ? { status } : {}),
		url: urlOf(model, page.route),
		json: urlOf(model, apiRoute(page)),
		markdown: urlOf(model, markdownRoute(page)),
		file: page.file,
		modules: [...(listed?.modules ?? [])],
		systems: [...(listed?.systems ?? [])],
		...defined({ owner, severity, exceptionClass, logType, date, outcome, level }),
		...defined({ lastChanged: page.lastChanged }),
	};
}

export function detailOf(model: SiteModel, page: Page, listed: ListEntry | undefined): ApiDocument {
	const links = (all: readonly DocumentLink[]) => all.map((each) => linkOf(model, each));
	return {
		...envelopeOf(model),
		...entryOf(model, page, listed),
		frontmatter: { ...page.frontmatter },
		headings: page.toc.map(({ id, text, depth }) => ({ id, text, depth })),
		procedure: page.procedure.map(({ id, title, risk, minutes }) => ({
			...{ id, title, risk },
			...defined({ minutes }),
		})),
		...(page.process ? { process: processOf(page.process) } : {}),
		translations: page.translations.map(({ lang, route }) => ({ lang, url: urlOf(model, route) })),
		related: links(page.related),
		children: links(page.children),
		backlinks: links(page.backlinks),
	};
}

function linkOf(model: SiteModel, { id, title, route, relation }: DocumentLink) {
	return { id, title, url: urlOf(model, route), ...defined({ relation }) };
}

function processOf({
	lanes,
	steps,
	flows,
}: NonNullable<Page['process']>): NonNullable<ApiDocument['process']> {
	return {
		lanes: lanes.map(({ key, label }) => ({ key, label })),
		steps: steps.map(({ pointer: _, data, controls, runbooks, customisations, ...step }) => ({
			...step,
			data: data.map((use) => ({ ...use })),
			controls: [...controls],
			runbooks: [...runbooks],
			customisations: [...customisations],
		})),
		flows: flows.map(({ from, to, label }) => ({ from, to, ...defined({ label }) })),
	};
}

/** Without the keys that hold nothing: JSON has no place for them. */
function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as never;
}
