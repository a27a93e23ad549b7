import type { ContainerDirective } from 'mdast-util-directive';
import type { Document, ProcedureStep } from '../../model/index.ts';
import { bodyParts } from '../body/body-parts.ts';
import { hasUnreadDirective } from '../body/directive-unread.ts';

/** An `:::expect` or `:::rollback` that stands in no step. */
export interface OutsidePart {
	readonly node: ContainerDirective;
	/** The step that ended last before it, which it most likely was written for. */
	readonly step: ProcedureStep | undefined;
}

/**
 * The parts of steps that stand outside of them, in the order of the text. None where a directive was not read as one,
 * or has no end: that is told there, and what stands in which step is not known.
 */
export function outsideParts({ procedure }: Document, tree: unknown, text: string): OutsidePart[] {
	const { directives } = bodyParts(tree);
	const outside: OutsidePart[] = [];
	let passed = 0;
	let end = 0;
	for (const node of directives) {
		if (node.name !== 'expect' && node.name !== 'rollback') continue;
		const line = node.position?.start.line ?? 0;
		for (let step = procedure[passed]; step && step.range.start.line <= line; step = procedure[passed]) {
			end = Math.max(end, step.range.end.line);
			passed++;
		}
		if (line > end) outside.push({ node, step: procedure[passed - 1] });
	}
	if (outside.length === 0 || directives.some(({ data }) => data?.unclosed)) return [];
	return hasUnreadDirective(tree, text) ? [] : outside;
}
