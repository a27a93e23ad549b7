import { escapeAttribute } from '../model/index.ts';

/** Stands for a link target inside a cached drawing, whose place in the page set is not known yet. */
export function targetHole(target: string): string {
	return `/mainstay-target/${Buffer.from(target).toString('hex')}/`;
}

/** Puts addresses into the holes of a drawing; a target without an address is no link. */
export function fillTargetHoles(svg: string, addressOf: (target: string) => string | undefined): string {
	return svg.replace(/ (?:xlink:)?href="\/mainstay-target\/([0-9a-f]*)\/"/g, (_, hex: string) => {
		const address = addressOf(Buffer.from(hex, 'hex').toString());
		return address === undefined ? '' : ` href="${escapeAttribute(address)}"`;
	});
}
