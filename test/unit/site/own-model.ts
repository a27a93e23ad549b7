import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { processModelOf } from '../../../schemas/index.ts';
import { buildSiteModel, type SiteOutput } from '../../../src/compiler/site-model/index.ts';
import { documentKey, type ResolvedConfig } from '../../../src/model/index.ts';
import { checkProject } from '../../rules/mini-project.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const NOTHING = { svg: '', width: 0, height: 0 };

/** The site of this repository's own documents as the compiler hands it over, but without bodies and drawings, which take long. */
export function ownSite(options: { readonly base?: string; readonly siteUrl?: string } = {}): SiteOutput {
	const { config, graph, documents } = checkProject({
		'mainstay.yaml': readFileSync(join(ROOT, 'mainstay.yaml'), 'utf8'),
		...Object.fromEntries(
			readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
				.filter((path) => path.endsWith('.md'))
				.map((path) => [`docs/${path}`, readFileSync(join(ROOT, 'docs', path), 'utf8')]),
		),
	});
	const processes = documents.flatMap((document) => {
		if (document.kind !== 'process' || !Array.isArray(document.frontmatter['steps'])) return [];
		const model = processModelOf(document.frontmatter, document.lang, config);
		const { lanes, steps, flows } = model;
		const view = { lanes, steps, flows, rows: NOTHING, preferred: 'rows' as const, bpmn: '' };
		return [[documentKey(document.id, document.lang), { model, view }] as const];
	});
	return buildSiteModel({
		config: { ...config, root: ROOT } satisfies ResolvedConfig,
		graph,
		rendered: new Map(),
		processes: new Map(processes),
		figures: new Map(),
		base: options.base ?? '/',
		asOf: '2026-11-22',
		...(options.siteUrl ? { siteUrl: options.siteUrl } : {}),
		generator: 'Mainstay 0.0.0',
	});
}
