import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Installation, Pipeline, Surroundings } from '../../../../scripts/init/choices.ts';
import { pipelineFiles } from '../../../../scripts/init/pipelines/index.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../../../src/model/index.ts';
import { LISTED, SURROUNDINGS } from './surroundings.ts';

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
	readonly if?: string;
}

interface Job {
	readonly if?: string;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly steps: readonly Step[];
}

interface Workflow {
	readonly on: Readonly<Record<string, unknown>>;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly jobs: Readonly<Record<string, Job>>;
}

const INSTALLS: readonly Installation[] = [
	LISTED,
	{ ...LISTED, locked: false },
	{ ...LISTED, manager: 'pnpm' },
	{ ...LISTED, manager: 'yarn' },
	{ ...LISTED, manager: 'yarn-classic', folder: 'web app/' },
	SURROUNDINGS.install,
];

/** Text of the files by path. */
function files(pipeline: Pipeline, surroundings: Surroundings, language: InterfaceLanguage = 'zh-CN') {
	const wanted = pipelineFiles([pipeline], surroundings, language);
	return new Map(wanted.map(({ path, text }) => [path, text]));
}

function text(all: ReadonlyMap<string, string>, path: string): string {
	const found = all.get(path);
	if (found === undefined) throw new Error(`${path} is not among ${[...all.keys()].join(', ')}`);
	return found;
}

const steps = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap((job) => job.steps);

describe.each(['github', 'gitea'] as const)('workflows for %s', (platform) => {
	const folder = `.${platform}/workflows`;
	const cases = INSTALLS.flatMap((install) =>
		INTERFACE_LANGUAGES.map((language) => {
			const prefix = install.folder === '' ? '' : `${install.folder}知识 库/`;
			return { manager: install.manager, language, surroundings: { ...SURROUNDINGS, install, prefix } };
		}),
	);

	test.each(cases)(
		'$manager, $language: checks need no secrets and no rights',
		({ language, surroundings }) => {
			const check = text(files(platform, surroundings, language), `${folder}/mainstay-check.yml`);
			const workflow = parse(check) as Workflow;
			expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request']);
			expect(workflow.permissions).toEqual({ contents: 'read' });
			expect(Object.values(workflow.jobs).every((job) => job.permissions === undefined)).toBe(true);
			expect(check).not.toMatch(/secrets\.|pull_request_target|\bvars\./);
			expect(steps(workflow).find(({ uses }) => uses?.startsWith('actions/checkout@'))?.with).toEqual({
				'fetch-depth': 0,
				'persist-credentials': false,
			});
			// What a stranger names is never part of a command.
			for (const { run = '' } of steps(workflow)) expect(run).not.toContain('${{');
		},
	);

	test.each(cases)(
		'$manager, $language: every action is pinned to a commit',
		({ language, surroundings }) => {
			for (const each of files(platform, surroundings, language).values()) {
				for (const { uses } of steps(parse(each) as Workflow)) {
					if (uses !== undefined) expect(uses).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
				}
				expect(each).not.toMatch(/\{=|=\}/);
			}
		},
	);

	test('publishing is a file of its own, on the default branch, and only when its owner says so', () => {
		const publish = text(
			files(platform, { ...SURROUNDINGS, branch: 'dev' }),
			`${folder}/mainstay-publish.yml`,
		);
		const workflow = parse(publish) as Workflow;
		expect(workflow.on['push']).toEqual({ branches: ['dev'] });
		expect(workflow.on).not.toHaveProperty('pull_request');
		expect(Object.values(workflow.jobs)[0]?.if).toMatch(/^vars\.MAINSTAY_PUBLISH/);
	});
});

describe('the pipeline for GitLab', () => {
	const FILE = '.gitlab/mainstay.gitlab-ci.yml';

	test('is included, checks merge requests and the default branch, and reports', () => {
		const all = files('gitlab', { ...SURROUNDINGS, install: LISTED });
		expect(parse(text(all, '.gitlab-ci.yml'))).toEqual({ include: [{ local: FILE }] });
		const jobs = parse(text(all, FILE)) as Record<string, Record<string, unknown>>;
		expect(Object.keys(jobs)).toEqual(['mainstay-check', 'pages']);
		expect(jobs['mainstay-check']).toMatchObject({
			stage: 'test',
			rules: [
				{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' },
				{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
			],
			artifacts: {
				when: 'always',
				reports: { codequality: 'gl-code-quality-report.json', junit: 'mainstay-junit.xml' },
			},
		});
		expect(jobs['pages']?.['rules']).toEqual([
			{ if: '$MAINSTAY_PUBLISH == "pages" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' },
		]);
	});

	test.each([
		['stages: [lint, ship]\n', 'lint', 'ship'],
		['stages: [build, test, deploy]\n', 'test', 'deploy'],
		['job: {script: x}\n', 'test', 'deploy'],
		[': : no yaml [', 'test', 'deploy'],
	])('takes the stages that are there: %j', (present, first, last) => {
		const surroundings = { ...SURROUNDINGS, files: new Map([['.gitlab-ci.yml', present]]) };
		const jobs = parse(text(files('gitlab', surroundings), FILE)) as Record<string, { stage: string }>;
		expect([jobs['mainstay-check']?.stage, jobs['pages']?.stage]).toEqual([first, last]);
	});

	test('leaves a job that publishes pages alone', () => {
		const surroundings = { ...SURROUNDINGS, files: new Map([['.gitlab-ci.yml', 'pages: {script: [x]}\n']]) };
		expect(Object.keys(parse(text(files('gitlab', surroundings), FILE)))).toEqual(['mainstay-check']);
	});
});

describe('the commands, as a shell runs them', () => {
	const folder = mkdtempSync(join(tmpdir(), 'mainstay-init-pipelines-'));
	beforeAll(() => {
		for (const name of ['npx', 'npm', 'pnpm', 'yarn', 'corepack']) {
			const path = join(folder, name);
			writeFileSync(
				path,
				`#!/bin/sh\nprintf '${name}' >> "$CALLS"\nprintf ' [%s]' "$@" >> "$CALLS"\necho >> "$CALLS"\n`,
			);
			chmodSync(path, 0o755);
		}
	});
	afterAll(() => rmSync(folder, { recursive: true }));

	/** The programs that lines of a script call, one per line, arguments in brackets. */
	function calls(lines: readonly string[], env: Readonly<Record<string, string>>): string {
		const file = join(folder, 'calls');
		writeFileSync(file, '');
		execFileSync('bash', ['-e', '-c', lines.join('\n')], {
			cwd: folder,
			stdio: 'ignore',
			env: {
				PATH: `${folder}:${process.env['PATH']}`,
				CALLS: file,
				CI_PROJECT_DIR: folder,
				RUNNER_TEMP: folder,
				...env,
			},
		});
		return readFileSync(file, 'utf8');
	}

	const nested = { ...SURROUNDINGS, install: LISTED, prefix: '知识 库/' };

	test('GitLab: a merge request since its base, the default branch as a whole', () => {
		const { 'mainstay-check': job } = parse(
			text(files('gitlab', nested), '.gitlab/mainstay.gitlab-ci.yml'),
		) as Record<string, { script: string[] }>;
		const script = job?.script ?? [];
		const start = '[--no] [--] [mainstay] [check] [知识 库] [--locale] [zh-CN]';
		const install = 'npm [ci] [--ignore-scripts] [--no-audit] [--no-fund]\n';
		expect(calls(script, { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'abc' })).toBe(
			`${install}npx ${start} [--since] [abc] [--format] [gitlab]\nnpx ${start} [--since] [abc] [--format] [junit]\nnpx ${start} [--since] [abc]\n`,
		);
		expect(calls(script, {}).split('\n').at(-2)).toBe(`npx ${start}`);
	});

	test('GitHub: a pull request since its target', () => {
		const workflow = parse(
			text(files('github', nested, 'en'), '.github/workflows/mainstay-check.yml'),
		) as Workflow;
		const [install, change, all] = steps(workflow).flatMap(({ run }) => (run === undefined ? [] : [run]));
		expect(calls([install ?? '', change ?? ''], { BASE: 'origin/feature a;b' })).toBe(
			'npm [ci] [--ignore-scripts] [--no-audit] [--no-fund]\nnpx [--no] [--] [mainstay] [check] [知识 库] [--since] [origin/feature a;b] [--format] [github]\n',
		);
		expect(calls([all ?? ''], {})).toBe('npx [--no] [--] [mainstay] [check] [知识 库] [--format] [github]\n');
	});

	test('GitLab: Pages below the path of the project', () => {
		const { pages } = parse(
			text(files('gitlab', SURROUNDINGS, 'en'), '.gitlab/mainstay.gitlab-ci.yml'),
		) as Record<string, { script: string[] }>;
		const site = 'https://erp.gitlab.io/custom';
		expect(calls(pages?.script ?? [], { CI_PAGES_URL: site })).toBe(
			`npm [install] [--ignore-scripts] [--no-save] [--no-audit] [--no-fund]\nnpx [--no] [--] [mainstay] [build] [--out] [${folder}/public] [--base] [/custom] [--site] [${site}]\n`,
		);
	});
});
