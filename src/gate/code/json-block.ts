import { enclosingBraces } from './braces.ts';
import type { FindDefinition } from './definition.ts';

/** The object of a JSON file that is called so: `"name": "Sales Order-custom_hold"`, or a key of that name. */
export const jsonBlock: FindDefinition = (lines, name) => {
	const quoted = JSON.stringify(name);
	const named = lines.findIndex(
		(line) => line.includes(quoted) && /"(?:name|id|key|object_?name|fieldname)"\s*:/i.test(line),
	);
	if (named >= 0) return enclosingBraces(lines, named + 1) ?? { first: named + 1, last: named + 1 };
	const key = lines.findIndex((line) => line.trimStart().startsWith(`${quoted}:`));
	return key < 0 ? undefined : { first: key + 1, last: key + 1 };
};
