import type { Document, Heading } from '../model/index.ts';

/**
 * The section of a note that a piece of code is most likely described in: one that names the symbol, the file with
 * its path, the file, or its name without ending, in this order; else the first. Undefined without headings.
 */
export function sectionFor(document: Document, path: string, part: string | undefined): Heading | undefined {
	const name = path.slice(path.lastIndexOf('/') + 1);
	const stem = name.replace(/\.[^.]+$/, '');
	const last = part?.split('.').at(-1);
	for (const wanted of [part, last, path, name, stem]) {
		if (wanted === undefined || wanted.length < 3) continue;
		const section = document.sections.find(
			({ anchor, text, heading }) => anchor !== '' && (holds(text, wanted) || holds(heading, wanted)),
		);
		const heading = section && document.headings.find(({ id }) => id === section.anchor);
		if (heading) return heading;
	}
	return document.headings.find(({ depth }) => depth > 1) ?? document.headings[0];
}

/** Whole words only: `hold` is not named by `holder`. */
function holds(text: string, wanted: string): boolean {
	const at = text.indexOf(wanted);
	if (at < 0) return false;
	const isPart = (character: string): boolean => /[A-Za-z0-9_]/.test(character);
	return !isPart(text.charAt(at - 1)) && !isPart(text.charAt(at + wanted.length));
}
