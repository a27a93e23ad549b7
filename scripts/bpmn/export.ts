import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { processModelOf } from '../../schemas/index.ts';
import { exportBpmn, layoutProcess } from '../../src/diagrams/index.ts';
import { type Document, nearest, phrase, UserError } from '../../src/model/index.ts';
import { type Arguments, type Io, textOption } from '../command.ts';
import { findProcess, openDocuments } from './documents.ts';

/** `bpmn export <id>`: the file to stdout, or its path when it was written. */
export async function exportProcess(args: Arguments, io: Io): Promise<number> {
	const { project, graph } = await openDocuments(args, io);
	const { config } = project;
	const versions = findProcess(graph, args.positionals[1] ?? '');
	const document = versionIn(versions, textOption(args, 'lang'), config.languages);
	const model = processModelOf(document.frontmatter, document.lang, config);
	if (model.steps.length === 0) {
		throw new UserError(
			'no-steps',
			phrase`${document.id} has no steps to export.`,
			'Name a process of level 3 or 4.',
		);
	}
	const orientation = args.options['orientation'] === 'columns' ? 'columns' : 'rows';
	const layout = layoutProcess(model, { orientation, dataObjects: args.options['data'] === true });
	const { lang, frontmatter } = document;
	const xml = await exportBpmn({ model, layout, lang, frontmatter });
	const out = textOption(args, 'out');
	if (out === undefined) {
		io.stdout.write(xml);
		return 0;
	}
	const file = resolve(io.cwd, out);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, xml);
	io.stdout.write(`${relative(io.cwd, file)}\n`);
	return 0;
}

/** The version in the wanted language, else in the first of the knowledge base that there is. */
function versionIn(
	versions: ReadonlyMap<string, Document>,
	wanted: string | undefined,
	languages: readonly string[],
): Document {
	const all = [...versions.values()];
	const preferred = languages.find((lang) => versions.has(lang));
	const found =
		wanted === undefined
			? ((preferred && versions.get(preferred)) ?? all[0])
			: all.find(({ lang }) => lang.toLowerCase() === wanted.toLowerCase());
	if (found) return found;
	const existing = all.map(({ lang }) => lang);
	const [best] = nearest(wanted ?? '', existing, 1);
	throw new UserError(
		'flag-value-not-allowed',
		phrase`${all[0]?.id ?? ''} does not exist in “${wanted}”.`,
		phrase`Use one of: ${existing.join(', ')}.${best ? phrase` Did you mean ${best}?` : ''}`,
	);
}
