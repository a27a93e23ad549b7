/** A release as it is compared: `V15 ` and `15` are one. */
export function releaseSpelling(release: string): string {
	return release
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/^v(?=\d)/, '');
}

/** `v9` before `v15` before `v15.2`: runs of digits as numbers, the rest as text. */
export function compareReleases(a: string, b: string): number {
	const partsOf = (release: string): readonly string[] =>
		releaseSpelling(release).match(/\d+|[^\d.\s_-]+/g) ?? [];
	const [left, right] = [partsOf(a), partsOf(b)];
	for (let at = 0; at < Math.max(left.length, right.length); at++) {
		const [one, other] = [left[at], right[at]];
		if (one === other) continue;
		if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
		const difference = Number(one) - Number(other);
		if (!Number.isNaN(difference) && difference !== 0) return difference < 0 ? -1 : 1;
		if (Number.isNaN(difference)) return one < other ? -1 : 1;
	}
	return 0;
}
