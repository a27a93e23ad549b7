const UNUSUAL = new Error('to be read with care');

/** Leaves the text to the careful reader. */
export function unusual(): never {
	throw UNUSUAL;
}
