import type { Diagram, DocumentId, DocumentLink, ProcessView } from '../../model/index.ts';
import { fillTargetHoles } from '../target-holes.ts';

/**
 * The maps of a process with the addresses of the processes that its subprocess steps open, as its page links to
 * them. A step whose process is not there leads to its own section.
 */
export function withChildAddresses(
	process: ProcessView,
	refs: Readonly<Record<DocumentId, DocumentLink>>,
	base: string,
): ProcessView {
	const fill = <D extends Diagram | undefined>(diagram: D): D =>
		diagram && { ...diagram, svg: fillTargetHoles(diagram.svg, addressOf) };
	const addressOf = (target: string): string => {
		const step = process.steps.find((each) => each.id === target);
		const child = step?.process === undefined ? undefined : refs[step.process];
		return child ? `${base}${child.route.slice(1)}` : `#${encodeURIComponent(target)}`;
	};
	const { rows, columns, withData } = process;
	return {
		...process,
		rows: fill(rows),
		...(columns ? { columns: fill(columns) } : {}),
		...(withData ? { withData: fill(withData) } : {}),
	};
}
