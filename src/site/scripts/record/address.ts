import type { Repository } from '../../../model/index.ts';

/** Longest address that common servers take: nginx reads 8 KB of a request's first line unless told otherwise. */
export const LONGEST_ADDRESS = 7_500;

export interface Prefilled {
	readonly url: string;
	/** What the page will hold: everything; perhaps everything, depending on the platform's version; or no text. */
	readonly carries: 'all' | 'perhaps' | 'nothing';
}

/**
 * The page of a repository that makes a new file, with name and text where the platform takes them:
 * GitHub `new/<branch>?filename=&value=`; Gitea the same at `_new/<branch>/` (go-gitea/gitea#16556);
 * GitLab documents only `file_name`, and its page reads `content` in many versions (gitlab-org/gitlab#337038).
 * Undefined where there is no repository, or none whose addresses are known.
 */
export function newFileAddress(
	repository: Repository | undefined,
	path: string,
	content: string,
): Prefilled | undefined {
	if (!repository) return undefined;
	const cut = path.lastIndexOf('/');
	const folder = path.slice(0, Math.max(0, cut));
	const name = path.slice(cut + 1);
	const { url, branch, provider, newFile } = repository;
	if (newFile) return fromTemplate(newFile, { branch, path, folder, name, content }, 'content');
	const at = encodePath(branch);
	switch (provider) {
		case 'github':
			return fitting(`${url}/new/${at}?filename=${encode(path)}`, `&value=${encode(content)}`, 'all');
		case 'gitea':
			return fitting(
				`${url}/_new/${at}/${encodePath(folder)}?filename=${encode(name)}`,
				`&value=${encode(content)}`,
				'all',
			);
		case 'gitlab':
			return fitting(
				`${url}/-/new/${at}/${encodePath(folder)}?file_name=${encode(name)}`,
				`&content=${encode(content)}`,
				'perhaps',
			);
		case 'custom':
			return undefined;
	}
}

/** The page of a repository that opens a new issue with title and text. */
export function newIssueAddress(
	repository: Repository | undefined,
	title: string,
	body: string,
): Prefilled | undefined {
	if (!repository) return undefined;
	const { url, branch, provider, newIssue } = repository;
	if (newIssue) return fromTemplate(newIssue, { branch, title, body }, 'body');
	switch (provider) {
		case 'github':
		case 'gitea':
			return fitting(`${url}/issues/new?title=${encode(title)}`, `&body=${encode(body)}`, 'all');
		case 'gitlab':
			return fitting(
				`${url}/-/issues/new?${encode('issue[title]')}=${encode(title)}`,
				`&${encode('issue[description]')}=${encode(body)}`,
				'all',
			);
		case 'custom':
			return undefined;
	}
}

function fitting(start: string, rest: string, carries: 'all' | 'perhaps'): Prefilled {
	return start.length + rest.length <= LONGEST_ADDRESS
		? { url: start + rest, carries }
		: { url: start, carries: 'nothing' };
}

/** A template of mainstay.yaml; every value is encoded, so that none can change the rest of the address. */
function fromTemplate(template: string, values: Readonly<Record<string, string>>, main: string): Prefilled {
	const write = (leaveOut: boolean): string =>
		template.replace(/\{(\w+)\}/g, (whole, name: string) => {
			const value = values[name];
			if (value === undefined) return whole;
			if (name === main) return leaveOut ? '' : encode(value);
			return name === 'path' || name === 'folder' || name === 'branch' ? encodePath(value) : encode(value);
		});
	const full = write(false);
	if (!template.includes(`{${main}}`)) return { url: full, carries: 'nothing' };
	return full.length <= LONGEST_ADDRESS
		? { url: full, carries: 'all' }
		: { url: write(true), carries: 'nothing' };
}

function encode(text: string): string {
	return encodeURIComponent(text.isWellFormed() ? text : text.toWellFormed());
}

function encodePath(path: string): string {
	return path.split('/').map(encode).join('/');
}
