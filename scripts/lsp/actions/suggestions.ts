import { placesOf } from '../../../src/fixes/index.ts';
import { type Finding, nearest, type TextEdit } from '../../../src/model/index.ts';

export interface Replacement {
	readonly value: string;
	readonly edit: TextEdit;
}

/**
 * The suggestions of a finding that can be put in the place of what is written there. `leads` tells whether a target
 * leads somewhere: the anchor of a link stays where it does.
 */
export function replacementsFor(
	{ file, range, params, suggestions = [] }: Finding,
	text: string,
	leads: (target: string) => boolean,
): Replacement[] {
	const places = placesOf(text);
	const written = places.slice(range);
	const quoted = /^(["'])(.*)\1$/s.exec(written);
	const inner = quoted?.[2] ?? written;
	if (inner === '' || /[\r\n]/.test(inner)) return [];
	const isNamed = Object.values(params).some((value) => String(value) === inner);
	const anchor = /#.*$/.exec(inner)?.[0];
	return suggestions.flatMap((suggestion) => {
		const withAnchor = anchor && !suggestion.value.includes('#') ? suggestion.value + anchor : undefined;
		const value = withAnchor !== undefined && leads(withAnchor) ? withAnchor : suggestion.value;
		// Only where the finding points at the very word that the suggestion is for.
		const isForIt = isNamed || value === `"${inner}"` || nearest(inner, [suggestion.value]).length > 0;
		if (!isForIt || value === written) return [];
		const inside = quoted !== null && !/^["']/.test(value);
		const start = places.offset(range.start) + (inside ? 1 : 0);
		const end = start + (inside ? inner : written).length;
		return [{ value, edit: { file, range: places.range(start, end), newText: value } }];
	});
}
