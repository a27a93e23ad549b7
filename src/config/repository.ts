import type { ConfigInput } from '../../schemas/index.ts';
import type { Repository } from '../model/index.ts';

type Written = NonNullable<ConfigInput['repository']>;

/** The repository of the settings with its defaults: branch `main`, the platform by the name of its host. */
export function repositoryOf(written: Written): Repository {
	const { newFile, newIssue } = written;
	return {
		url: written.url.replace(/(?:\.git)?\/*$/, ''),
		branch: written.branch ?? 'main',
		provider: written.provider ?? providerOf(written.url),
		folder: (written.folder ?? '').split(/[\\/]/).filter(isFolderName).join('/'),
		...(newFile ? { newFile } : {}),
		...(newIssue ? { newIssue } : {}),
	};
}

function isFolderName(part: string): boolean {
	return part !== '' && part !== '.' && part !== '..';
}

function providerOf(url: string): Repository['provider'] {
	const host = /^https?:\/\/([^/]+)/i.exec(url)?.[1] ?? '';
	if (/github/i.test(host)) return 'github';
	if (/gitlab|jihulab/i.test(host)) return 'gitlab';
	return /gitea|forgejo|codeberg/i.test(host) ? 'gitea' : 'custom';
}
