import { editAt, type Fixer } from './fixer.ts';
import { sameNumbers } from './same-numbers.ts';
import { writtenScalar } from './scalar.ts';

/** Renames a key that can only mean one other, unless that one stands beside it already. */
export const keyTypo: Fixer = (given) => {
	const { finding, document, places } = given;
	const written = finding.params['key'];
	const [meant, ...others] = finding.suggestions ?? [];
	if (!meant || others.length > 0 || typeof written !== 'string') return undefined;
	const scalar = writtenScalar(finding.range, places);
	if (scalar?.content !== written || !sameNumbers(written, meant.value)) return undefined;
	const pointer = pointerAt(given);
	if (pointer === undefined) return undefined;
	const parent = pointer.slice(0, pointer.lastIndexOf('/'));
	if (document.positions[`${parent}/${meant.value}`]) return undefined;
	return [editAt(given, scalar.start, scalar.end, meant.value)];
};

/** The pointer of the key that stands where the finding does. */
function pointerAt({ document, finding }: Parameters<Fixer>[0]): string | undefined {
	const { line, column } = finding.range.start;
	for (const [pointer, { key }] of Object.entries(document.positions)) {
		if (key?.start.line === line && key.start.column === column) return pointer;
	}
	return undefined;
}
