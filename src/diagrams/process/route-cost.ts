/** Penalties in px of detour. */
export const COST = {
	turn: 48,
	crossing: 600,
	/** While edges still lie where they came to lie first: detours around them may prove needless. */
	crossingAtFirst: 200,
	/** Takes a track nobody uses yet, which makes the drawing larger. */
	newTrack: 5,
	/** Joins or leaves an edge that should be alone; only where its step has no place left. */
	company: 3000,
	/** Shares a stretch with a foreign edge; only when there is no other way. */
	sharing: 4000,
} as const;
