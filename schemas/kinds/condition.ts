/**
 * Fields that are required only when another field has certain values. Kept as data beside the
 * shape, because a Zod refinement stays silent as long as any other field of the object is wrong.
 */
export interface Condition {
	readonly field: string;
	/** Values of `field` that switch the requirement on. */
	readonly in: readonly (string | number)[];
	readonly require: readonly string[];
	/** Wanted rather than required: some documents have good reason to go without. */
	readonly advice?: true;
}
