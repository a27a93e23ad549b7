import { escapePattern, type FindDefinition } from './definition.ts';

/** Opening word → the word that closes it. */
const BLOCKS: readonly (readonly [string, string])[] = [
	['METHOD', 'ENDMETHOD'],
	['FORM', 'ENDFORM'],
	['FUNCTION', 'ENDFUNCTION'],
	['MODULE', 'ENDMODULE'],
	['CLASS', 'ENDCLASS'],
	['INTERFACE', 'ENDINTERFACE'],
	['DEFINE', 'END-OF-DEFINITION'],
];

/** A block of ABAP by its name, case aside: the implementation of a class before its definition, else what stands first. */
export const abapDefinition: FindDefinition = (lines, name, { first, last }) => {
	for (const suffix of ['(?=\\s+IMPLEMENTATION)', '(?=[\\s.(]|$)']) {
		for (let index = first - 1; index < last; index++) {
			for (const [open, close] of BLOCKS) {
				const opening = new RegExp(`^\\s*${open}\\s+${escapePattern(name)}${suffix}`, 'i');
				const line = lines[index] ?? '';
				if (!opening.test(line) || /\b(?:DEFERRED|LOAD)\b/i.test(line)) continue;
				const end = lines.findIndex(
					(each, at) => at > index && new RegExp(`^\\s*${close}\\b`, 'i').test(each),
				);
				if (end >= 0 && end < last) return { first: index + 1, last: end + 1 };
			}
		}
	}
	return undefined;
};
