import * as z from 'zod';
import { listOf, role } from '../fields/basic.ts';
import { keywords, kind, language, modules, related, summary, systems, title } from '../fields/document.ts';
import { classification, status } from '../fields/lifecycle.ts';
import { named } from '../meta.ts';
import { once } from './once.ts';

/**
 * Any other Markdown file. Its frontmatter may belong to another tool, so every key passes; these
 * are the ones that Mainstay uses when they hold what it understands.
 */
export const page = once(() =>
	named(
		z.looseObject({
			kind: kind.optional(),
			title: title().optional(),
			summary: summary().optional(),
			lang: language().optional(),
			status: status.optional(),
			classification: classification.optional(),
			modules: modules.optional(),
			systems: systems.optional(),
			keywords: keywords.optional(),
			related: related.optional(),
			readers: named(listOf(role()), 'Readers', '读者', '讀者').optional(),
		}),
		'Page',
		'页面',
		'頁面',
	),
);
