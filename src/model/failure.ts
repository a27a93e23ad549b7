/**
 * Mainstay could not run: a wrong flag, a missing folder, a full disk. One line for the reader and
 * the next step; content problems are diagnostics instead.
 */
export class UserError extends Error {
	/** Stable name such as `unknown-flag`. */
	readonly code: string;
	/** The next step, one sentence. */
	readonly hint: string;

	constructor(code: string, message: string, hint = '', cause?: unknown) {
		super(message, cause === undefined ? undefined : { cause });
		this.name = 'UserError';
		this.code = code;
		this.hint = hint;
	}
}
