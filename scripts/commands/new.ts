import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { documentTemplate, ID_PREFIX } from '../../schemas/index.ts';
import { compile, openProject, type Project } from '../../src/compiler/index.ts';
import {
	DOCUMENT_KINDS,
	type DocumentKind,
	KIND_ROUTES,
	nearest,
	phrase,
	UserError,
} from '../../src/model/index.ts';
import { type Command, textOption } from '../command.ts';
import { DATE_OPTION, dayOf } from '../date.ts';

type NumberedKind = Exclude<DocumentKind, 'page'>;

export const newDocument: Command = {
	name: 'new',
	usage: '<kind> [title] [options]',
	summary: {
		en: `Starts a document from its template with the next free id. Kinds: ${DOCUMENT_KINDS.join(', ')}.`,
		'zh-CN': `从模板新建文档，分配下一个空闲编号。类型：${DOCUMENT_KINDS.join('、')}。`,
	},
	positionals: [1, 2],
	options: {
		group: {
			type: 'string',
			value: 'INV',
			help: {
				en: 'middle part of the id (default: GEN; the year for logs)',
				'zh-CN': '编号中段（默认 GEN；日志为年份）',
			},
		},
		lang: { type: 'string', value: 'LANG', help: { en: 'language of the document', 'zh-CN': '文档语言' } },
		date: DATE_OPTION,
		project: {
			type: 'string',
			value: 'DIR',
			help: { en: 'project folder (default: here)', 'zh-CN': '项目目录（默认当前目录）' },
		},
	},
	examples: [
		'mainstay new runbook 库存对不上 --group INV',
		'mainstay new system-log "Nightly backup failed"',
	],
	run: async (args, io) => {
		const kind = readKind(args.positionals[0] ?? '');
		const project = await openProject(resolve(io.cwd, textOption(args, 'project') ?? '.'));
		const date = dayOf(args, io);
		const title = args.positionals[1] ?? '';
		const lang = textOption(args, 'lang') ?? project.config.languages[0] ?? 'en';
		const id =
			kind === 'page'
				? ''
				: await nextId(project, kind, readGroup(textOption(args, 'group'), kind, date), date);
		const file = join(
			project.root,
			folderOf(kind, project),
			`${fileName(id, title)}${suffix(lang, project)}.md`,
		);
		await mkdir(dirname(file), { recursive: true });
		try {
			await writeFile(file, documentTemplate(kind, { id, title, lang, date }), { flag: 'wx' });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
			throw new UserError(
				'file-exists',
				phrase`${relative(io.cwd, file)} exists already.`,
				'Choose another title.',
			);
		}
		io.stdout.write(`${relative(io.cwd, file)}\n`);
		return 0;
	},
};

function readKind(written: string): DocumentKind {
	const kind = DOCUMENT_KINDS.find((each) => each === written);
	if (kind) return kind;
	const [best] = nearest(written, DOCUMENT_KINDS, 1);
	throw new UserError(
		'unknown-kind',
		phrase`There is no kind “${written}”.`,
		phrase`Kinds: ${DOCUMENT_KINDS.join(', ')}.${best ? phrase` Did you mean ${best}?` : ''}`,
	);
}

function readGroup(written: string | undefined, kind: NumberedKind, date: string): string {
	const group = (written ?? (kind === 'system-log' ? date.slice(0, 4) : 'GEN')).toUpperCase();
	if (/^[A-Z0-9]{1,8}$/.test(group)) return group;
	throw new UserError(
		'flag-value-not-allowed',
		phrase`--group must be 1 to 8 letters or digits, not “${written}”.`,
		'',
	);
}

/** One above the highest number in use in the group, so that a deleted document's id is not taken again by chance. */
async function nextId(project: Project, kind: NumberedKind, group: string, asOf: string): Promise<string> {
	const { graph } = await compile(project, { target: 'check', asOf });
	const start = `${ID_PREFIX[kind]}-${group}-`;
	const used = [...graph.byId.keys()]
		.filter((id) => id.startsWith(start))
		.map((id) => Number(id.slice(start.length)));
	return start + String(Math.max(0, ...used) + 1).padStart(4, '0');
}

/** The folder that mainstay.yaml gives to the kind, else the plural of its name. */
export function folderOf(kind: DocumentKind, project: Project): string {
	const docs = project.config.sources[0]?.path ?? 'docs';
	const glob = project.config.kinds.find((each) => each.kind === kind)?.glob;
	const folder = glob
		?.split('/')
		.filter((part) => !/[*?[{]/.test(part))
		.join('/');
	if (folder && !folder.endsWith('.md')) return join(docs, folder);
	return kind === 'page' ? join(docs, 'guides') : join(docs, KIND_ROUTES[kind]);
}

/** The Latin letters and digits of a title, else the id. */
export function fileName(id: string, title: string): string {
	const slug = title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	if (slug) return slug;
	return id ? id.toLowerCase() : 'page';
}

/** What the file's name says of its language: nothing in the first one. */
export function suffix(lang: string, project: Project): string {
	return lang === project.config.languages[0] ? '' : `.${lang}`;
}
