import { json, yaml } from './data.ts';
import type { Language, Refusal } from './escape.ts';
import { markup } from './markup.ts';
import { powershell } from './powershell.ts';
import { script } from './script.ts';
import { shell } from './shell.ts';
import { sql } from './sql.ts';
import { inline, unknown } from './unknown.ts';

export type { Refusal } from './escape.ts';

/** Language of a fence as written, lower case → how its places are escaped. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map(
	(
		[
			// The databases of the sample knowledge base read backslashes; where they are not read, a doubled one is harmless.
			['sql mysql mariadb', sql({ backslash: true })],
			['postgresql postgres pgsql plpgsql psql plsql oracle sqlite', sql({ backslash: false })],
			['tsql mssql', sql({ backslash: false, brackets: true })],
			['bash sh shell shellscript zsh ksh dash console shellsession', shell],
			['powershell ps1 ps pwsh', powershell],
			['xml html xhtml svg xsl xslt wsdl xaml', markup],
			['json jsonc', json],
			['yaml yml', yaml],
			['python py python3', script('python')],
			['javascript js mjs cjs node typescript ts', script('javascript')],
			['#inline', inline],
		] as const
	).flatMap(([names, language]) => names.split(' ').map((name) => [name, language] as const)),
);

/** The language of code that stands in a sentence. */
export const INLINE = '#inline';

/** Longest value; patterns are proved linear for this length, see PATTERN_LINE_LIMIT of the model. */
export const LONGEST_VALUE = 1000;

export type Place = { readonly name: string } & (
	| { readonly state: 'filled'; readonly text: string }
	| { readonly state: 'missing' }
	| { readonly state: 'refused'; readonly reason: Refusal | 'control' }
);

/**
 * What stands in each place of a command. `pieces` is the text between its placeholders, `names` are the
 * placeholders in order, `valueFor` answers with what was filled in, '' for nothing yet.
 */
export function fillPlaces(
	pieces: readonly string[],
	names: readonly string[],
	lang: string,
	valueFor: (name: string) => string,
): Place[] {
	const escapes = (LANGUAGES.get(lang.toLowerCase()) ?? unknown)(pieces);
	return names.map((name, index): Place => {
		const value = valueFor(name);
		const how = escapes[index];
		if (value === '' || !how) return { name, state: 'missing' };
		// A line end would end a comment, a command or a here-document, whatever the language.
		if (/[\p{Cc}\u2028\u2029]/u.test(value) || value.length > LONGEST_VALUE) {
			return { name, state: 'refused', reason: 'control' };
		}
		const result = how(value);
		return 'refused' in result
			? { name, state: 'refused', reason: result.refused }
			: { name, state: 'filled', text: result.text };
	});
}

/** The whole command: places that are not filled keep their placeholder. */
export function filledText(pieces: readonly string[], places: readonly Place[]): string {
	return pieces
		.map((piece, index) => {
			const place = places[index];
			if (!place) return piece;
			return piece + (place.state === 'filled' ? place.text : `{{${place.name}}}`);
		})
		.join('');
}
