import { phrase, UserError } from '../src/model/index.ts';

/**
 * The path below which a site is served, with a slash at either end. `name` is what it was given as.
 * Throws a UserError for anything else.
 */
export function checkedBase(text: string, name: string): string {
	if (!/^\/([A-Za-z0-9._~-]+\/)*([A-Za-z0-9._~-]+)?$/.test(text) || /(^|\/)\.{1,2}(\/|$)/.test(text)) {
		throw new UserError(
			'flag-value-not-allowed',
			phrase`${name} must be a path such as /kb/, not “${text}”.`,
			'',
		);
	}
	return text.endsWith('/') ? text : `${text}/`;
}

/** The origin of a site's address. Throws a UserError for what is no web address. */
export function checkedSite(text: string, name: string): string {
	const url = URL.parse(text);
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw new UserError(
			'flag-value-not-allowed',
			phrase`${name} must be an http or https address, not “${text}”.`,
			'For example: https://kb.example.com',
		);
	}
	return url.origin;
}
