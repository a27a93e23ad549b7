import { describe, expect, test } from 'vitest';
import { remoteOf } from '../../../../scripts/init/remote.ts';

describe('the web address of a remote', () => {
	test.each([
		['git@github.com:acme/erp.git', 'https://github.com/acme/erp', 'github'],
		['https://user:token@gitlab.example.com/a/b/c.git', 'https://gitlab.example.com/a/b/c', 'gitlab'],
		['ssh://git@gitea.example.com:2222/acme/erp.git/', 'https://gitea.example.com/acme/erp', 'gitea'],
		['http://git.intra.example:8080/erp', 'http://git.intra.example:8080/erp', undefined],
		['git@codeberg.org:acme/erp', 'https://codeberg.org/acme/erp', 'gitea'],
		['https://jihulab.com/acme/erp.git', 'https://jihulab.com/acme/erp', 'gitlab'],
	])('%s', (written, url, pipeline) => {
		expect(remoteOf(written)).toEqual(pipeline === undefined ? { url } : { url, pipeline });
	});

	test.each(['/srv/git/erp.git', '../erp', 'C:\\erp', 'file:///srv/erp.git', '', 'https://github.com/'])(
		'%j has none',
		(written) => {
			expect(remoteOf(written)).toBeUndefined();
		},
	);
});
