import { inForce, localize, type Page, type SiteModel } from '../../model/index.ts';
import { createLabels } from '../i18n/labels.ts';
import { markdownRoute } from '../plan/addresses.ts';
import { viewOf } from '../plan/views.ts';
import { urlOf } from './api/documents.ts';
import type { SiteFiles } from './site-file.ts';

/** `llms.txt` (https://llmstxt.org): what the knowledge base holds, each document as Markdown. */
export const llmsFiles: SiteFiles = function* (model) {
	yield { path: 'llms.txt', text: () => llmsText(model) };
};

const ORDER = ['runbook', 'process', 'dev-note', 'system-log', 'page'] as const;

function llmsText(model: SiteModel): string {
	const labels = createLabels(model, viewOf(model, model.defaultLanguage).interfaceLanguage);
	const current = model.pages.filter(inForce);
	const sections = ORDER.flatMap((kind) => {
		const pages = current.filter((page) => page.kind === kind);
		return pages.length === 0
			? []
			: [`## ${labels.list(kind)}\n\n${pages.map((page) => lineOf(model, page)).join('\n')}`];
	});
	const head = `# ${localize(model.title, labels.lang, model.defaultLanguage)}\n\n> ${urlOf(model, '/api/index.json')}`;
	return `${[head, ...sections].join('\n\n')}\n`;
}

function lineOf(model: SiteModel, page: Page): string {
	const name = page.kind === 'page' ? page.title : `${page.id} ${page.title}`;
	const summary = page.summary ? `: ${page.summary.replace(/\s+/g, ' ')}` : '';
	const lang = page.lang === model.defaultLanguage ? '' : ` (${page.lang})`;
	return `- [${name.replace(/[[\]]/g, '\\$&')}](${urlOf(model, markdownRoute(page))})${lang}${summary}`;
}
