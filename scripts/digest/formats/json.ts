import type { Digest } from '../digest.ts';
import type { Outline } from '../outline.ts';

/** Version of the JSON: raised when a field changes its meaning or goes. */
const SCHEMA_VERSION = 1;

/** The digest as data, with the texts that a message would show. */
export function jsonDigest(digest: Digest, outline: Outline): Readonly<Record<string, unknown>> {
	return {
		schemaVersion: SCHEMA_VERSION,
		since: digest.since,
		asOf: digest.asOf,
		basis: digest.basis,
		...(digest.module === undefined ? {} : { module: digest.module }),
		title: outline.title,
		lang: outline.lang,
		...(outline.home === undefined ? {} : { url: outline.home.href }),
		sections: digest.sections.map(({ key, urgent, items }, at) => {
			const { title = key, lines = [] } = outline.sections[at] ?? {};
			return {
				key,
				title,
				urgent,
				count: items.length,
				items: items.map((item, index) => {
					const { text, href, note } = lines[index] ?? {};
					return { ...item, text, ...(note ? { note } : {}), ...(href === undefined ? {} : { url: href }) };
				}),
			};
		}),
	};
}
