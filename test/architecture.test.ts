import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CODE = /\.(ts|astro|mjs)$/;

interface CodeFile {
	/** Relative to the project root. */
	readonly path: string;
	readonly text: string;
	/** Relative imports, resolved to project paths. */
	readonly imports: readonly string[];
	/** Bare imports: packages and `node:` modules. */
	readonly packages: readonly string[];
}

const files = ['src', 'schemas', 'scripts'].flatMap(readFolder);

function readFolder(folder: string): CodeFile[] {
	return readdirSync(`${ROOT}/${folder}`, { recursive: true, encoding: 'utf8' })
		.map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
		.filter(
			(path) =>
				CODE.test(path) &&
				statSync(`${ROOT}/${path}`).isFile() &&
				!path.endsWith('.d.ts') &&
				!path.includes('.generated.'),
		)
		.map(readCode);
}

function readCode(path: string): CodeFile {
	const text = readFileSync(`${ROOT}/${path}`, 'utf8');
	const specifiers = [
		...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g),
		...text.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g),
		...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
	].map((match) => match[1] ?? '');
	return {
		path,
		text,
		imports: specifiers
			.filter((each) => each.startsWith('.'))
			.map((each) => posix.normalize(posix.join(dirname(path), each))),
		packages: specifiers.filter((each) => !each.startsWith('.')),
	};
}

/** The floors of the house; an import goes to a lower floor or stays in its room. */
const FLOORS: readonly (readonly string[])[] = [
	['src/model'],
	['schemas', 'src/workers', 'src/yaml'],
	[
		'src/config',
		'src/sources',
		'src/parse',
		'src/rules',
		'src/fixes',
		'src/graph',
		'src/diagrams',
		'src/render',
		'src/search',
		'src/boards',
		'src/gate',
	],
	['src/compiler'],
	['src/site'],
	['scripts'],
];

function roomOf(path: string): { room: string; floor: number } | undefined {
	for (const [floor, rooms] of FLOORS.entries()) {
		const room = rooms.find((each) => path.startsWith(`${each}/`));
		if (room) return { room, floor };
	}
	return undefined;
}

/** Lines `file → import` that break a ban; the ban holds when there are none. */
function breaches(isBanned: (file: CodeFile, imported: string) => boolean): string[] {
	return files.flatMap((file) =>
		[...file.imports, ...file.packages]
			.filter((imported) => isBanned(file, imported))
			.map((imported) => `${file.path} → ${imported}`),
	);
}

/** Files whose text, comments aside, holds the pattern. */
function filesWith(pattern: RegExp, where: (path: string) => boolean): string[] {
	return files
		.filter(({ path }) => where(path))
		.filter(({ text }) => pattern.test(text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')))
		.map(({ path }) => path);
}

describe('the house', () => {
	it('reads real files', () => {
		expect(files.length).toBeGreaterThan(100);
		expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(200);
	});

	it('imports go down only: what is below can be understood, tested and replaced without what is above', () => {
		expect(
			breaches((file, imported) => {
				const from = roomOf(file.path);
				const to = roomOf(imported);
				return Boolean(from && to && from.room !== to.room && to.floor >= from.floor);
			}),
		).toEqual([]);
	});

	it('the model imports nothing but itself: every room can share its types', () => {
		expect(
			breaches((file, imported) => file.path.startsWith('src/model/') && !imported.startsWith('src/model/')),
		).toEqual([]);
	});

	it('reporters see the model only: data in, text out', () => {
		expect(
			breaches(
				(file, imported) =>
					file.path.startsWith('scripts/reporters/') &&
					!imported.startsWith('src/model/') &&
					!imported.startsWith('scripts/reporters/') &&
					imported !== 'node:util',
			),
		).toEqual([]);
	});

	it('pages and components see the site model only: nothing in them can read a document from disk', () => {
		const isComponent = (path: string): boolean => path.endsWith('.astro');
		expect(
			breaches(
				(file, imported) =>
					isComponent(file.path) &&
					(/^src\/(compiler|sources|parse|config|graph|rules|render)\//.test(imported) ||
						imported.startsWith('node:')),
			),
		).toEqual([]);
	});

	it('files are touched only where it is somebody’s work: the rest is pure', () => {
		const MAY = [
			/^src\/(config|sources|search|compiler)\//,
			/^src\/site\/(integration\/|[a-z-]+\.ts$)/,
			/^src\/diagrams\/mermaid\//,
			/^scripts\//,
		];
		expect(
			breaches(
				(file, imported) =>
					/^node:(fs|child_process|http|net)/.test(imported) && !MAY.some((each) => each.test(file.path)),
			),
		).toEqual([]);
	});

	it('nothing below scripts knows the command line, the environment or the working folder', () => {
		expect(
			// Astro can be silenced through the environment only: setting a variable is not reading one.
			filesWith(
				/\bprocess\.(cwd\(|env\b(?!\['ASTRO_\w+'\] = )|argv\b|exit\()/,
				(path) => !path.startsWith('scripts/'),
			),
		).toEqual([]);
	});

	it('no clock reaches the output: the same input gives the same bytes', () => {
		const reads = filesWith(/\bDate\.now\(|\bnew Date\(\)/, (path) => !path.startsWith('scripts/'));
		// The reader's own browser may know what time it is.
		expect(
			reads.filter((path) => !/^src\/(site\/.*scripts|site\/search|search\/browser)\b/.test(path)),
		).toEqual([]);
	});

	it('a thing lives where it is understood: no drawers for leftovers', () => {
		expect(files.filter(({ path }) => /\/(utils?|helpers?|common|misc|shared)[/.]/.test(path))).toEqual([]);
	});

	it('every file can be read in one sitting', () => {
		const long = files.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path);
		expect(long).toEqual([]);
	});
});
