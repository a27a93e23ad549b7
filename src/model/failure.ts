/** A sentence with values in it, so that it can be said in another language: see {@link phrase}. */
export interface Phrase {
	/** English with places: `Unknown option {0}.` */
	readonly template: string;
	readonly values: readonly (string | Phrase)[];
}

/** Tag of a sentence with values in it. A value may be a phrase again. */
export function phrase(
	parts: TemplateStringsArray,
	...values: readonly (string | number | Phrase | undefined)[]
): Phrase {
	return {
		template: parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`),
		values: values.map((value) => (typeof value === 'object' ? value : String(value ?? ''))),
	};
}

/** A phrase as text. `translate` gives the template of another language; a missing one leaves it in English. */
export function phraseText(
	text: string | Phrase,
	translate: (template: string) => string | undefined = () => undefined,
): string {
	const { template, values } = typeof text === 'string' ? { template: text, values: [] } : text;
	const said = translate(template) ?? template;
	if (typeof text === 'string') return said;
	return said.replace(/\{(\d)\}/g, (_, index) => {
		const value = values[Number(index)] ?? '';
		return typeof value === 'string' ? value : phraseText(value, translate);
	});
}

/**
 * Mainstay could not run: a wrong flag, a missing folder, a full disk. One line for the reader and
 * the next step; content problems are diagnostics instead.
 */
export class UserError extends Error {
	/** Stable name such as `unknown-flag`. */
	readonly code: string;
	/** The next step, one sentence. */
	readonly hint: string;
	/** Message and hint for readers of other languages; `message` and `hint` are English. */
	readonly said: { readonly message: string | Phrase; readonly hint: string | Phrase };

	constructor(code: string, message: string | Phrase, hint: string | Phrase = '', cause?: unknown) {
		super(phraseText(message), cause === undefined ? undefined : { cause });
		this.name = 'UserError';
		this.code = code;
		this.hint = phraseText(hint);
		this.said = { message, hint };
	}
}
