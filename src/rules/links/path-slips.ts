/** Behind the ending of a file: what belongs to the sentence, or came along when the path was copied. */
const TRAILING = /(\.[a-z0-9]{1,8})(?:[\s.,;:。，；：、]|%20)+$/i;

/** A path as it is written on the web: without the separators of Windows, full-width marks and trailing punctuation. */
export function withoutSlips(written: string): string {
	return written
		.replaceAll('\\', '/')
		.replace('＃', '#')
		.replace('？', '?')
		.replaceAll('／', '/')
		.replace(TRAILING, '$1');
}

/** A web address that lacks its scheme; undefined for anything else. */
export function webAddress(written: string): string | undefined {
	return /^www\.[\w-]+\.[a-z]{2}/i.test(written) ? `https://${written}` : undefined;
}
