/** Words of the process drawing, its panel and its step list in English; the keys of every language. */
export const en = {
	// Drawing
	help: 'Tab goes from step to step, arrow keys to the neighbour, Home and End to the first and last. Enter opens a step, Space goes into its details, Esc leaves. + and − zoom, 0 fits the width, 1 is full size; Shift and arrow keys, or dragging, move the drawing; Ctrl and wheel zoom.',
	lanesAsRows: 'Roles as rows',
	lanesAsColumns: 'Roles as columns',
	withData: 'With data objects',
	originalSize: 'Full size',
	download: 'Drawing as',
	print: 'Print the drawing',
	pngFailed: 'The picture could not be made. Take the SVG file instead.',
	afterDrawing: 'End of the drawing',

	// Panel
	openStep: 'Open',
	close: 'Close',
	copyTransaction: 'Copy the transaction',
	comesFrom: 'Before',
	leadsTo: 'Next',
	happenedHere: 'What happened here',
	moreHappened: (n: number) => `${n} more in the table`,

	// Step list
	showInDrawing: 'Show in the drawing',
	showStep: (name: string) => `Show “${name}” in the drawing`,
	decision: 'Decide:',
	outcome: 'By the outcome:',
	depends: 'Depending on the case:',
	together: 'At the same time:',
	when: (condition: string) => `when ${condition}`,
	otherwise: 'otherwise',
	stepNumber: (n: number) => `step ${n}`,
	backTo: (n: number) => `back to step ${n}`,
	again: 'this step again',

	// Facts
	openedFrom: 'Opened from',
};

type Widen<T> = T extends (...args: infer A) => string ? (...args: A) => string : string;

/** The texts that a language must have. */
export type ProcessViewText = { readonly [K in keyof typeof en]: Widen<(typeof en)[K]> };
