import { createHash } from 'node:crypto';
// Straight from their files, as in `check.ts`.
import type { ConfigInput } from '../../schemas/config.ts';
import { canonicalLanguage } from '../../schemas/fields/language-tag.ts';
import { pruned } from '../../schemas/prune.ts';
import { fieldNames } from '../../schemas/registry.ts';
import {
	type Audience,
	type CustomField,
	type DataObjectTerm,
	DOCUMENT_KINDS,
	type Finding,
	INTERFACE_LANGUAGES,
	type LanguageTag,
	type LocalizedText,
	type ResolvedConfig,
	type Vocabulary,
} from '../model/index.ts';
import {
	type Reporter,
	reporterOf,
	reportGlob,
	reportOwnFields,
	reportRules,
	reportSchema,
} from './check.ts';
import { readYaml } from './read-yaml.ts';
import { repositoryOf } from './repository.ts';
import { type FolderProblem, sourcesOf } from './sources.ts';

export interface ResolveOptions {
	/** Absolute path of the project. */
	readonly root: string;
	/** Path of the file relative to the root; left out when there is none. */
	readonly file?: string | undefined;
	/** Names that `rules:` may contain; unchecked when left out. */
	readonly knownRules?: readonly string[] | undefined;
	/** Documents folder when the settings name none. */
	readonly defaultDocs?: string | undefined;
	/** Languages when the settings name none, the default one first. */
	readonly defaultLanguages?: readonly LanguageTag[] | undefined;
	/** Whether a folder (relative to the root) can be used; all of them can when left out. */
	readonly folderProblem?: ((path: string) => FolderProblem | undefined) | undefined;
}

export interface ResolvedSettings {
	readonly config: ResolvedConfig;
	readonly findings: Finding[];
}

/** Settings after validation: whatever was wrong is absent. */
type Settings = Partial<ConfigInput>;

/**
 * The text of mainstay.yaml with every default filled in. Never throws on content: what is wrong is
 * reported at its place and left out. Pure: what the disk holds, the caller knows.
 */
export function resolveConfig(text: string | undefined, options: ResolveOptions): ResolvedSettings {
	const file = options.file ?? 'mainstay.yaml';
	const findings: Finding[] = [];
	const yaml = readYaml(text ?? '');
	for (const { cause, detail, range } of yaml.problems) {
		findings.push({ code: 'MS901', file, range, params: { cause, detail } });
	}
	const report = reporterOf(file, yaml, findings);
	const data = yaml.data ?? {};
	const settings: Settings = pruned(data, reportSchema(data, report));
	reportRules(settings.rules ?? {}, options.knownRules, report);
	reportOwnFields(settings.fields, report);
	const config = complete(settings, data, options, report);
	return { config, findings };
}

function complete(
	settings: Settings,
	written: unknown,
	options: ResolveOptions,
	report: Reporter,
): ResolvedConfig {
	const languages = (settings.languages ?? []).filter((tag) => canonicalLanguage(tag) === tag);
	const defaults = options.defaultLanguages ?? INTERFACE_LANGUAGES;
	const lang = languages[0] ?? defaults[0] ?? INTERFACE_LANGUAGES[0];
	const sourceOptions = {
		defaultDocs: options.defaultDocs ?? 'docs',
		folderProblem: options.folderProblem ?? (() => undefined),
	};
	const content: Omit<ResolvedConfig, 'root' | 'hash'> = {
		...(options.file === undefined ? {} : { file: options.file }),
		title: labelOf(settings.title, lang) ?? DEFAULT_TITLE,
		languages: languages.length > 0 ? [...new Set(languages)] : defaults,
		sources: sourcesOf(settings, sourceOptions, report),
		modules: vocabularyOf(settings.modules, written, 'modules', lang),
		systems: vocabularyOf(settings.systems, written, 'systems', lang),
		roles: vocabularyOf(settings.roles, written, 'roles', lang),
		dataObjects: dataObjectsOf(settings, written, lang, report),
		kinds: kindsOf(settings, report),
		review: { every: settings.review?.every ?? 'P6M' },
		continuity: continuityOf(settings, report),
		search: { synonyms: (settings.search?.synonyms ?? []).map(present).filter((group) => group.length > 1) },
		mdx: { trusted: trustedOf(settings, report) },
		...(settings.repository?.url ? { repository: repositoryOf(settings.repository) } : {}),
		audiences: audiencesOf(settings, report),
		...(settings.reference?.rules === true ? { reference: { rules: true } } : {}),
		rules: new Map(Object.entries(settings.rules ?? {})),
		fields: fieldsOf(settings, lang),
	};
	return { root: options.root, ...content, hash: hashOf(content) };
}

const DEFAULT_TITLE: LocalizedText = { 'zh-CN': '知识库', 'zh-TW': '知識庫', en: 'Knowledge base' };

/** Validation leaves '' where an entry of a list was wrong, so that the others keep their places. */
function present(list: readonly string[] | undefined): readonly string[] {
	return (list ?? []).filter((entry) => entry !== '');
}

type Label = NonNullable<ConfigInput['title']>;

/** A plain text counts as written in the default language; `localize` finds it from every other one. */
function labelOf(label: Label | undefined, lang: LanguageTag): LocalizedText | undefined {
	if (label === undefined) return undefined;
	if (typeof label === 'string') return { [lang]: label };
	return Object.keys(label).length > 0 ? { ...label } : undefined;
}

/** A key whose entry is wrong stays a key, or every document that uses it would be at fault as well. */
function writtenKeys(valid: object | undefined, written: unknown, name: string): string[] {
	return Object.keys(valid === undefined ? {} : ((written as Record<string, object>)[name] ?? {}));
}

function vocabularyOf(
	terms: Readonly<Record<string, Label>> | undefined,
	written: unknown,
	name: 'modules' | 'systems' | 'roles',
	lang: LanguageTag,
): Vocabulary {
	const keys = writtenKeys(terms, written, name);
	return new Map(keys.map((key) => [key, labelOf(terms?.[key], lang) ?? { [lang]: key }]));
}

/** Targets of systems that mainstay.yaml does not know are reported and left out. */
function continuityOf(settings: Settings, report: Reporter): ResolvedConfig['continuity'] {
	const systems = Object.keys(settings.systems ?? {});
	const isKnown = (system: string): boolean => systems.length === 0 || systems.includes(system);
	const written = Object.entries(settings.continuity ?? {});
	for (const [system] of written.filter(([key]) => !isKnown(key))) {
		const params = { place: 'continuity', received: system, expected: 'key of systems' };
		report('MS903', `/continuity/${escaped(system)}`, params, {
			candidates: systems,
			written: system,
			at: 'key',
		});
	}
	const known = written.filter(([key]) => isKnown(key));
	return new Map(
		known.map(([system, { backup, restoreDrill }]) => [
			system,
			{ ...(backup ? { backup } : {}), ...(restoreDrill ? { restoreDrill } : {}) },
		]),
	);
}

function dataObjectsOf(
	settings: Settings,
	written: unknown,
	lang: LanguageTag,
	report: Reporter,
): ReadonlyMap<string, DataObjectTerm> {
	const keys = writtenKeys(settings.dataObjects, written, 'dataObjects');
	const systems = Object.keys(settings.systems ?? {});
	const objects = new Map<string, DataObjectTerm>();
	for (const key of keys) {
		const { name, system, description } = settings.dataObjects?.[key] ?? {};
		const known = system === undefined || systems.length === 0 || systems.includes(system);
		if (!known) {
			const params = { place: `dataObjects.${key}.system`, received: system, expected: 'key of systems' };
			report('MS903', `/dataObjects/${escaped(key)}/system`, params, {
				candidates: systems,
				written: system,
			});
		}
		const about = labelOf(description, lang);
		objects.set(key, {
			name: labelOf(name, lang) ?? { [lang]: key },
			...(system !== undefined && known ? { system } : {}),
			...(about ? { description: about } : {}),
		});
	}
	return objects;
}

function kindsOf(settings: Settings, report: Reporter): ResolvedConfig['kinds'] {
	return Object.entries(settings.kinds ?? {})
		.filter(([glob]) => reportGlob(glob, `/kinds/${escaped(glob)}`, 'key', report))
		.map(([glob, kind]) => ({ glob, kind }));
}

function trustedOf(settings: Settings, report: Reporter): readonly string[] {
	const written = settings.mdx?.trusted ?? [];
	return written.filter(
		(glob, index) => glob !== '' && reportGlob(glob, `/mdx/trusted/${index}`, 'value', report),
	);
}

function escaped(key: string): string {
	return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * An audience whose settings are wrong in any part is left out whole: half of a restriction would
 * show more than was meant.
 */
function audiencesOf(settings: Settings, report: Reporter): ReadonlyMap<string, Audience> {
	if (Object.keys(settings.audiences ?? {}).length > 0) report('MS911', '/audiences', {}, { at: 'key' });
	const declared = Object.keys(settings.modules ?? {});
	const audiences = new Map<string, Audience>();
	for (const [name, { classification, modules = [] }] of Object.entries(settings.audiences ?? {})) {
		const unknown = modules.filter((key) => key === '' || (declared.length > 0 && !declared.includes(key)));
		for (const key of unknown.filter((key) => key !== '')) {
			const pointer = `/audiences/${escaped(name)}/modules/${modules.indexOf(key)}`;
			report('MS908', pointer, { audience: name, module: key }, { candidates: declared, written: key });
		}
		if (classification && unknown.length === 0) audiences.set(name, { classification, modules });
	}
	return audiences;
}

function fieldsOf(settings: Settings, lang: LanguageTag): ResolvedConfig['fields'] {
	const kinds = DOCUMENT_KINDS.flatMap((kind) => {
		const fields = Object.entries(settings.fields?.[kind] ?? {}).filter(
			([name, { type }]) => type !== undefined && !fieldNames(kind).includes(name),
		);
		if (fields.length === 0) return [];
		const complete = fields.map(([name, field]): [string, CustomField] => [
			name,
			{
				type: field.type,
				label: labelOf(field.label, lang) ?? { [lang]: name },
				required: field.required ?? false,
				...(field.values ? { values: present(field.values) } : {}),
			},
		]);
		return [[kind, new Map(complete)] as const];
	});
	return Object.fromEntries(kinds);
}

/** SHA-256 of the settings; maps in their order of writing, since the order of kinds and roles shows. */
function hashOf(content: Omit<ResolvedConfig, 'root' | 'hash'>): string {
	const { file: _file, ...settings } = content;
	const plain = JSON.stringify(settings, (_key, value: unknown) =>
		value instanceof Map ? [...value] : value,
	);
	return createHash('sha256').update(plain).digest('hex');
}
