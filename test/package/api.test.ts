import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';
import { RUNBOOK, runbook, writeTheirs } from './knowledge-base.ts';
import { run } from './stranger.ts';

const stranger = inject('stranger');

const PROGRAM = `
import { build, type BuildResult, check, type Diagnostic, openProject, type Project, UserError } from 'mainstay';

const project: Project = await openProject('.');
const found = await check(project, { asOf: '2026-11-22', locale: 'zh-CN' });
const first: Diagnostic | undefined = found.diagnostics[0];
const built: BuildResult = await build(project, { out: 'site', base: '/kb/' });
let code = '';
try {
	await openProject('nowhere');
} catch (error) {
	if (error instanceof UserError) code = error.code;
}
const line: number | undefined = first?.range.start.line;
console.log(JSON.stringify({ root: project.root, line, counts: found.counts, published: built.published, code }));
// @ts-expect-error There is no such option.
await check(project, { strict: true }).catch(() => {});
`;

/** The compiler that this repository uses; a stranger brings their own. */
const COMPILER = fileURLToPath(import.meta.resolve('typescript/bin/tsc'));

describe('import … from "mainstay"', () => {
	// Under pnpm the types must do with what the package itself declares.
	const cwd = join(stranger.projects.pnpm, 'api-caller');

	it('has types that hold under the strictest settings, and does what they say', async () => {
		const folder = stranger.projects.pnpm;
		await writeTheirs(folder, 'api-caller/program.mts', PROGRAM);
		const options = {
			strict: true,
			module: 'nodenext',
			target: 'es2024',
			types: [],
			outDir: '.',
			skipLibCheck: false,
		};
		const settings = { compilerOptions: { ...options, lib: ['es2024', 'dom'] }, files: ['program.mts'] };
		await writeTheirs(folder, 'api-caller/tsconfig.json', JSON.stringify(settings));
		await promisify(execFile)(process.execPath, [COMPILER, '-p', cwd]).catch((error: { stdout: string }) => {
			throw new Error(error.stdout);
		});
		await writeTheirs(folder, `api-caller/${RUNBOOK}`, runbook('Count and ledger disagree'));
		const { code, stdout, output } = await run(stranger, ['node', 'program.mjs'], {
			cwd,
			timeoutMs: 100_000,
		});
		expect(code, output).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			root: cwd,
			counts: { error: 0 },
			published: { out: join(cwd, 'site') },
			code: 'folder-missing',
		});
	});

	it('loads next to nothing until it is used', async () => {
		await writeTheirs(cwd, 'docs/index.md', '# Home\n');
		const script = `
			import { registerHooks } from 'node:module';
			const loaded = [];
			registerHooks({ load: (url, context, next) => (loaded.push(url), next(url, context)) });
			await import('mainstay');
			console.log(loaded.filter((url) => url.startsWith('file:')).length);
		`;
		const { stdout, output } = await run(stranger, ['node', '--input-type=module', '--eval', script], {
			cwd,
		});
		expect(Number(stdout), output).toBeLessThan(4);
	});
});
