import { expect, test } from 'vitest';
import { resolveConfig } from '../../../src/config/resolve.ts';

const read = (yaml: string) => resolveConfig(yaml, { root: '/', file: 'mainstay.yaml' });

test.each([
	['https://github.com/acme/docs.git', 'github'],
	['https://gitlab.example.com/acme/docs/', 'gitlab'],
	['https://codeberg.org/acme/docs', 'gitea'],
	['https://code.example.com/acme/docs', 'custom'],
])('%s is %s on branch main', (url, provider) => {
	expect(read(`repository: {url: '${url}'}`).config.repository).toEqual({
		url: url.replace(/(\.git|\/)$/, ''),
		branch: 'main',
		provider,
		folder: '',
	});
});

test('what is written wins; a folder stays inside the repository', () => {
	const { config } = read(
		"repository: {url: 'https://x.example/a', provider: gitlab, branch: release/1, folder: '../kb/./docs/', newFile: 'https://x.example/new?f={path}'}",
	);
	expect(config.repository).toEqual({
		url: 'https://x.example/a',
		branch: 'release/1',
		provider: 'gitlab',
		folder: 'kb/docs',
		newFile: 'https://x.example/new?f={path}',
	});
});

test.each(['javascript:alert(1)', 'git@github.com:acme/docs.git', 'https://x/"><b>'])(
	'%s is no address of a page',
	(url) => {
		const { config, findings } = read(`repository: {url: ${JSON.stringify(url)}}`);
		expect(config.repository).toBeUndefined();
		expect(findings.map(({ code }) => code)).toEqual(['MS903']);
	},
);

test('without a repository there is none', () => {
	expect(read('docs: docs').config.repository).toBeUndefined();
});
