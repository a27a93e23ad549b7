import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Action, planOf, type Wanted } from '../../../../scripts/init/plan.ts';
import { wantedFiles } from '../../../../scripts/init/wanted.ts';
import { CHOICES, SURROUNDINGS } from './surroundings.ts';

const DAY = '2026-11-22';

function applied(files: ReadonlyMap<string, string>, actions: readonly Action[]): Map<string, string> {
	const after = new Map(files);
	for (const action of actions) if (action.do !== 'keep') after.set(action.path, action.text);
	return after;
}

describe('the plan', () => {
	test('writes everything into an empty folder', () => {
		const actions = planOf(wantedFiles(CHOICES, SURROUNDINGS, DAY), new Map());
		expect(actions.every((action) => action.do === 'write')).toBe(true);
		expect(actions.map(({ path }) => path)).toEqual([
			'mainstay.yaml',
			'docs/index.md',
			'docs/processes/value-chain.md',
			'docs/processes/order-to-delivery.md',
			'docs/runbooks/negative-stock.md',
			'docs/system-logs/negative-stock-incident.md',
			'docs/dev-notes/delivery-stock-check.md',
			'.gitignore',
			'.vscode/mainstay.code-snippets',
			'.vscode/settings.json',
			'.vscode/extensions.json',
			'.editorconfig',
			'.git/hooks/pre-commit',
			'.github/workflows/mainstay-check.yml',
			'.github/workflows/mainstay-publish.yml',
			'.gitlab/mainstay.gitlab-ci.yml',
			'.gitlab-ci.yml',
			'.gitea/workflows/mainstay-check.yml',
			'.gitea/workflows/mainstay-publish.yml',
		]);
	});

	test('never changes what is there, and twice changes nothing', () => {
		const wanted = wantedFiles(CHOICES, SURROUNDINGS, DAY);
		const paths = wanted.map(({ path }) => path);
		fc.assert(
			fc.property(fc.dictionary(fc.constantFrom(...paths), fc.string()), (there) => {
				const before = new Map(Object.entries(there));
				const after = applied(before, planOf(wanted, before));
				for (const [path, text] of before) expect(after.get(path)?.startsWith(text)).toBe(true);
				for (const [path, text] of before) {
					if (path !== '.gitignore') expect(after.get(path)).toBe(text);
				}
				expect(planOf(wanted, after).filter((action) => action.do !== 'keep')).toEqual([]);
			}),
		);
	});

	test('does not bring examples back once the settings are there', () => {
		const actions = planOf(
			wantedFiles(CHOICES, SURROUNDINGS, DAY),
			new Map([
				['mainstay.yaml', 'title: Ours\n'],
				['docs/index.md', '# Ours\n'],
			]),
		);
		expect(actions.slice(0, 3)).toEqual([
			{ do: 'keep', path: 'mainstay.yaml' },
			{ do: 'keep', path: 'docs/index.md' },
			expect.objectContaining({ do: 'write', path: '.gitignore' }),
		]);
	});

	test('says what to add by hand to a file of another tool, until it is there', () => {
		const wanted: Wanted[] = [
			{
				path: 'hook',
				text: 'mainstay check\n',
				byHand: { lines: ['mainstay check'], done: /mainstay check/ },
			},
		];
		const kept = (text: string): Action | undefined => planOf(wanted, new Map([['hook', text]]))[0];
		expect(kept('true\n')).toMatchObject({ do: 'keep', byHand: { lines: ['mainstay check'] } });
		expect(kept('true\nmainstay check --since HEAD\n')).toEqual({ do: 'keep', path: 'hook' });
		expect(kept('mainstay check\r\n')).toEqual({ do: 'keep', path: 'hook' });
	});

	test.each([
		['', '.mainstay/\ndist/\n'],
		['node_modules', 'node_modules\n.mainstay/\ndist/\n'],
		['a\r\ndist\r\n', 'a\r\ndist\r\n.mainstay/\r\n'],
		['/.mainstay\n', '/.mainstay\ndist/\n'],
	])('adds to .gitignore what it lacks: %j', (before, after) => {
		const [action] = planOf(
			[{ path: '.gitignore', text: '', lines: ['.mainstay/', 'dist/'] }],
			new Map([['.gitignore', before]]),
		);
		expect(action).toMatchObject({ do: 'add', text: after });
	});
});
