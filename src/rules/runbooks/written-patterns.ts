import type { RunbookFrontmatter } from '../../../schemas/index.ts';
import type { Document } from '../../model/index.ts';

/** A regular expression that a runbook's author wrote, with the text that shows what it is for. */
export interface WrittenPattern {
	readonly source: string;
	readonly example?: string;
	/** A parameter's pattern describes the whole value, a signature's any part of a line. */
	readonly whole: boolean;
	/** JSON pointers of the pattern and of its example. */
	readonly pointer: string;
	readonly examplePointer: string;
}

export function patternsOf(document: Document): WrittenPattern[] {
	if (document.kind !== 'runbook') return [];
	const { signatures = [], parameters = [] } = document.frontmatter as RunbookFrontmatter;
	return [
		...signatures.flatMap((signature, index) => written(signature, `/signatures/${index}`, false)),
		...parameters.flatMap((parameter, index) => written(parameter, `/parameters/${index}`, true)),
	];
}

function written(
	{ pattern, example }: { readonly pattern?: string | undefined; readonly example?: string | undefined },
	pointer: string,
	whole: boolean,
): WrittenPattern[] {
	if (!pattern) return [];
	const places = { pointer: `${pointer}/pattern`, examplePointer: `${pointer}/example` };
	return [{ source: pattern, ...(example === undefined ? {} : { example }), whole, ...places }];
}
