import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../e2e/built-site.ts';
import { GITLAB_SCHEMA, readCommand, readJUnit } from './consumers.ts';

/** Everything that a format could take for its own sign. */
const NAME = '100%, a=b #1 "q" \'s\' & <甲> 😀]]>.md';
const TARGET = ']]>%0A,=&"甲😀 ::error::x.md';

let root: string;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'mainstay-formats-'));
	await mkdir(join(root, 'docs'));
	await writeFile(join(root, 'mainstay.yaml'), 'languages: [en]\n');
	await writeFile(
		join(root, 'docs', NAME),
		`# Odd\n\nSee [it](<${TARGET.replace('>', '\\>')}>).\n\n## Next\n`,
	);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const check = (format: string, ...more: string[]) => run(['check', '--format', format, ...more], root);

describe('what check prints about odd names', () => {
	it.each(['pretty', 'json', 'sarif', 'github', 'gitlab', 'junit'])(
		'ends with 1 for findings, 0 without, 2 where nothing can be checked: %s',
		async (format) => {
			expect((await check(format)).code).toBe(1);
			const clean = await mkdtemp(join(tmpdir(), 'mainstay-clean-'));
			try {
				const empty = await run(['check', clean, '--format', format]);
				expect([empty.code, empty.stdout]).toEqual([2, '']);
				await writeFile(join(clean, 'index.md'), '# Start\n\nRead on.\n');
				expect((await run(['check', clean, '--format', format])).code).toBe(0);
			} finally {
				await rm(clean, { recursive: true, force: true });
			}
		},
	);

	it('is read by the runner of GitHub', async () => {
		const { stdout } = await check('github');
		const commands = stdout.trimEnd().split('\n').map(readCommand);
		const link = commands.find((each) => each?.properties['title']?.startsWith('MS201'));
		expect(link).toMatchObject({
			command: 'error',
			properties: { file: `docs/${NAME}`, line: '3', col: '11' },
		});
		expect(link?.data).toContain(TARGET);
		expect(commands.map((each) => each?.command)).not.toContain(undefined);
	});

	it('is read by GitLab', async () => {
		const issues = JSON.parse((await check('gitlab')).stdout);
		const validate = new Ajv({ strict: false }).compile(GITLAB_SCHEMA);
		expect(validate(issues), JSON.stringify(validate.errors)).toBe(true);
		expect(issues[0].location.path).toBe(`docs/${NAME}`);
		expect(new Set(issues.map((each: { fingerprint: string }) => each.fingerprint)).size).toBe(issues.length);
	});

	it('is read by what reads JUnit', async () => {
		const cases = readJUnit((await check('junit')).stdout);
		const link = cases.find(({ name }) => name.startsWith('MS201'));
		expect(link?.file).toBe(`docs/${NAME}`);
		expect(link?.message).toContain(TARGET);
		expect(link?.text).toContain(`docs/${NAME}:3:11\n`);
	});

	it('is the same in JSON and in SARIF', async () => {
		const { diagnostics } = JSON.parse((await check('json')).stdout);
		const { results } = JSON.parse((await check('sarif')).stdout).runs[0];
		expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(
			diagnostics.map(({ code }: { code: string }) => code),
		);
		const { uri } = results[0].locations[0].physicalLocation.artifactLocation;
		expect(decodeURIComponent(uri)).toBe(`docs/${NAME}`);
	});
});
