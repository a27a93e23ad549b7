import type { Reference } from '../../model/index.ts';

/** The process that a step of a process opens; the rule on subprocesses reports it. */
export function isSubprocess(reference: Reference): boolean {
	return reference.type === 'frontmatter' && /^\/steps\/\d+\/process$/.test(reference.pointer ?? '');
}
