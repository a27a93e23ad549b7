import type { Responsibility } from '../../model/index.ts';
import type { Duty, RolesText } from '../i18n/roles/index.ts';

/** In the order in which a cell shows them. */
export const DUTIES: readonly Duty[] = ['performs', 'approves', 'decides', 'owns'];

/** What a role has to do in a process; nothing for a role that only starts or ends it. */
export function dutiesOf(cell: Responsibility): Duty[] {
	return DUTIES.filter((duty) => (duty === 'owns' ? cell.owns : cell[duty] > 0));
}

/** A cell in words: `3 steps`, `Performs 2`, `Approves 1`, `Owns`. */
export function cellWords(cell: Responsibility, text: RolesText): string[] {
	const parts = dutiesOf(cell).map((duty) =>
		duty === 'owns' ? text.duty.owns : `${text.duty[duty]} ${cell[duty]}`,
	);
	return cell.steps > 0 ? [text.stepsIn(cell.steps), ...parts] : parts;
}
