import { escapePattern, type FindDefinition } from './definition.ts';

const BATCH_END = /^\s*(?:GO|\/)\s*$/i;

/** `CREATE … name`; routines end with their batch or before the next statement that creates, others at `;`. */
export const sqlDefinition: FindDefinition = (lines, name, { first, last }) => {
	const parts = name.split('.').map((part) => `["\`\\[]?${escapePattern(part)}["\`\\]]?`);
	const opening = new RegExp(
		`^\\s*(?:CREATE|ALTER)\\s+(?:OR\\s+(?:REPLACE|ALTER)\\s+)?(?:[A-Z]+\\s+){0,3}?(PROCEDURE|PROC|FUNCTION|TRIGGER|PACKAGE(?:\\s+BODY)?|TYPE(?:\\s+BODY)?|VIEW|TABLE|INDEX|SEQUENCE|SYNONYM)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?(?:["\`\\[]?[\\w$]+["\`\\]]?\\.)*${parts.join('\\.')}(?![\\w$.])`,
		'i',
	);
	for (let index = first - 1; index < last; index++) {
		const match = opening.exec(lines[index] ?? '');
		if (!match) continue;
		const isRoutine = /^(PROC|FUNC|TRIG|PACK|TYPE)/i.test(match[1] ?? '');
		return {
			first: index + 1,
			last: isRoutine ? routineEnd(lines, index, last) : plainEnd(lines, index, last),
		};
	}
	return undefined;
};

function plainEnd(lines: readonly string[], opening: number, last: number): number {
	for (let index = opening; index < last; index++) {
		if (/;\s*(?:--.*)?$/.test(lines[index] ?? '')) return index + 1;
		if (index > opening && BATCH_END.test(lines[index] ?? '')) return index;
	}
	return last;
}

function routineEnd(lines: readonly string[], opening: number, last: number): number {
	let end = last;
	for (let index = opening + 1; index < last; index++) {
		const line = lines[index] ?? '';
		if (BATCH_END.test(line) || /^\s*(?:CREATE|ALTER)\s+/i.test(line)) {
			end = index;
			break;
		}
	}
	while (end > opening + 1 && /^\s*(?:--.*)?$/.test(lines[end - 1] ?? '')) end--;
	return end;
}
