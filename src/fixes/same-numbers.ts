/** Whether two names carry the same numbers: `step-1` is near `step-2`, yet never meant it. */
export function sameNumbers(a: string, b: string): boolean {
	return numbersOf(a) === numbersOf(b);
}

function numbersOf(name: string): string {
	return (name.match(/\p{N}+/gu) ?? []).join(' ');
}
