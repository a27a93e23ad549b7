import type { DocumentId, DocumentLink, LanguageTag, Page, SiteModel } from '../../model/index.ts';

/** A step of another process that opens a process. */
export interface Opener {
	readonly from: DocumentLink;
	readonly step: string;
	readonly name: string;
	/** Counted from 1, as the step list shows it. */
	readonly number: number;
}

const byModel = new WeakMap<SiteModel, ReadonlyMap<DocumentId, readonly Opener[]>>();

/** The steps that open a process, each in the page's language where its document exists in it, else in the original. */
export function openersOf(model: SiteModel, page: Page): Opener[] {
	let openers = byModel.get(model);
	if (!openers) {
		openers = collectOpeners(model.pages);
		byModel.set(model, openers);
	}
	const best = new Map<string, Opener>();
	for (const opener of openers.get(page.id) ?? []) {
		const key = `${opener.from.id} ${opener.step}`;
		const known = best.get(key);
		if (!known || rank(model, opener, page.lang) < rank(model, known, page.lang)) best.set(key, opener);
	}
	return [...best.values()];
}

function collectOpeners(pages: readonly Page[]): Map<DocumentId, Opener[]> {
	const openers = new Map<DocumentId, Opener[]>();
	for (const page of pages) {
		for (const [at, step] of (page.process?.steps ?? []).entries()) {
			if (!step.process || step.process === page.id) continue;
			const list = openers.get(step.process) ?? [];
			list.push({ from: linkTo(page), step: step.id, name: step.name, number: at + 1 });
			openers.set(step.process, list);
		}
	}
	return openers;
}

function linkTo({ id, kind, lang, title, summary, route, frontmatter }: Page): DocumentLink {
	const { status } = frontmatter;
	return { id, kind, lang, title, summary, route, ...(typeof status === 'string' ? { status } : {}) };
}

/** Own language first, then another script of it, then the order of the knowledge base's languages. */
function rank(model: SiteModel, { from }: Opener, lang: LanguageTag): number {
	if (from.lang === lang) return -2;
	if (from.lang.split('-')[0] === lang.split('-')[0]) return -1;
	const at = model.languages.indexOf(from.lang);
	return at < 0 ? model.languages.length : at;
}
