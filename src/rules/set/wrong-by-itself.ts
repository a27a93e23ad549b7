import type { ProcessFrontmatter } from '../../../schemas/index.ts';
import type { Document } from '../../model/index.ts';
import { judgePattern } from '../patterns/judge.ts';
import { missesExample } from '../runbooks/pattern-example.ts';
import { patternsOf } from '../runbooks/written-patterns.ts';

/** Whether a value contradicts its own document, which is told there: nobody needs to hear that it differs from another one too. */
export function isWrongByItself(document: Document, pointer: string): boolean {
	if (document.kind === 'runbook') return isWrongPattern(document, pointer);
	return document.kind === 'process' && isWrongInSteps(document, pointer);
}

function isWrongPattern(document: Document, pointer: string): boolean {
	if (!/\/(?:pattern|example)$/.test(pointer)) return false;
	return patternsOf(document).some(
		(written) =>
			(written.pointer === pointer || written.examplePointer === pointer) &&
			(judgePattern(written.source).type !== 'safe' || missesExample(written)),
	);
}

const IN_STEPS = /^\/steps\/(\d+)\/(next|role|controls)(?:\/|$)/;

function isWrongInSteps({ frontmatter }: Document, pointer: string): boolean {
	const { steps = [], lanes = [], controls = [] } = frontmatter as ProcessFrontmatter;
	const declared = controls.map(({ id }) => id);
	const [, index, field] = IN_STEPS.exec(pointer) ?? [];
	const asked = pointer === '/controls' ? steps : steps.slice(Number(index), Number(index) + 1);
	return asked.some(({ next = [], role, controls: own = [] }) => {
		if (field === 'role') return lanes.length > 0 && (role === undefined || !lanes.includes(role));
		if (field !== 'next') return own.some((id) => !declared.includes(id));
		const targets = typeof next === 'string' ? [next] : next.map(({ to }) => to);
		return targets.some((to) => !steps.some(({ id }) => id === to));
	});
}
