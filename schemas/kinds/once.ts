/** Made when it is first asked for: a run that meets one kind of document does not wait for the others. */
export function once<T extends object>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}
