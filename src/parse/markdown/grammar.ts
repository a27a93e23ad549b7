import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import { DIRECTIVE_NAMES } from '../tree.ts';

/** The dialect's parts that a text can use. Looking for them first is much cheaper than trying them at every character. */
export interface Features {
	readonly directives: boolean;
	readonly footnotes: boolean;
	readonly strikethrough: boolean;
	readonly tasks: boolean;
	readonly addresses: boolean;
	/** Lines (1-based) with an `@`. */
	readonly mailLines: ReadonlySet<number>;
	/** Lines (1-based) that may be the delimiter row of a table. */
	readonly delimiterLines: ReadonlySet<number>;
}

/** What the plugins of remark bring, cut to what our dialect is made of. */
export interface Dialect {
	readonly gfm: Extension;
	readonly table: Construct;
	readonly container: Construct;
}

/** The dialect's pieces in the syntax extensions of remark-gfm and remark-directive. */
export function dialectOf(gfm: Extension, directive: Extension): Dialect {
	const isContainer = (construct: Construct): boolean => construct.concrete === true;
	return {
		gfm,
		table: firstOf(list(gfm.flow?.['null']), 'table'),
		container: firstOf(list(directive.flow?.[COLON]), 'a container directive', isContainer),
	};
}

/** The syntax extension for a text that uses these features. */
export function grammarFor(features: Features, { gfm, table, container }: Dialect): Extension {
	const flow: Construct[] = [];
	if (features.delimiterLines.size > 0) flow.push(tableAt(table, features.delimiterLines));
	const text = Object.fromEntries(
		Object.entries(gfm.text ?? {}).flatMap(([code, constructs]) => {
			const kept = list(constructs).flatMap((construct) => keptConstruct(construct, features));
			return kept.length === 0 ? [] : [[code, kept]];
		}),
	);
	return {
		text,
		flow: { null: flow, ...(features.directives ? { [COLON]: [knownContainer(container)] } : {}) },
		...(features.footnotes && gfm.document ? { document: gfm.document } : {}),
		...(features.strikethrough ? strikethroughParts(gfm) : {}),
	};
}

function strikethroughParts({ insideSpan, attentionMarkers }: Extension): Extension {
	return { ...(insideSpan ? { insideSpan } : {}), ...(attentionMarkers ? { attentionMarkers } : {}) };
}

function list(constructs: Construct | readonly Construct[] | undefined): readonly Construct[] {
	return constructs === undefined ? [] : 'tokenize' in constructs ? [constructs] : constructs;
}

function keptConstruct(construct: Construct, features: Features): Construct[] {
	switch (construct.name) {
		case 'emailAutolink':
			return features.mailLines.size > 0 ? [onLines(construct, features.mailLines)] : [];
		case 'wwwAutolink':
		case 'protocolAutolink':
			return features.addresses ? [construct] : [];
		case 'strikethrough':
			return features.strikethrough ? [construct] : [];
		case 'tasklistCheck':
			return features.tasks ? [construct] : [];
		default:
			return features.footnotes ? [construct] : [];
	}
}

/** The construct, tried on some lines only. `previous` is asked before a run of text is broken up. */
function onLines(construct: Construct, lines: ReadonlySet<number>): Construct {
	const { previous } = construct;
	return {
		...construct,
		previous(this: TokenizeContext, code: Code) {
			return lines.has(this.now().line) && (previous ? previous.call(this, code) : true);
		},
	};
}

/** The table construct, tried above delimiter rows and below table rows only: it reads a whole line to find out. */
function tableAt(table: Construct, delimiterLines: ReadonlySet<number>): Construct {
	return {
		...table,
		tokenize(effects, ok, nok) {
			const attempt = table.tokenize.call(this, effects, ok, nok);
			const start: State = (code) =>
				delimiterLines.has(this.now().line + 1) || followsTable(this) ? attempt(code) : nok(code);
			return start;
		},
	};
}

function followsTable(context: TokenizeContext): boolean {
	for (let index = context.events.length - 1; index >= 0; index--) {
		const type: string | undefined = context.events[index]?.[1].type;
		if (type !== 'lineEnding' && type !== 'linePrefix') return type === 'tableHead' || type === 'tableRow';
	}
	return false;
}

const COLON = 58;

function firstOf(
	constructs: readonly Construct[],
	what: string,
	test: (construct: Construct) => boolean = (construct) => construct.name === what,
): Construct {
	const found = constructs.find(test);
	if (!found) throw new Error(`the Markdown extension no longer has ${what}`);
	return found;
}

const NAMES: ReadonlySet<string> = new Set(DIRECTIVE_NAMES);

/** Looks ahead whether `:::name` is one of ours, before anything is made of it. */
const knownName: Construct = {
	partial: true,
	tokenize(effects, ok, nok) {
		let colons = 0;
		let name = '';
		effects.enter('data');
		return next;

		function next(code: Code): State | undefined {
			if (code === COLON && name === '') colons++;
			else if (code !== null && code >= 97 && code <= 122) name += String.fromCharCode(code);
			else return end(code);
			if (name.length > 10) return end(code);
			effects.consume(code);
			return next;
		}

		function end(code: Code): State | undefined {
			effects.exit('data');
			return colons >= 3 && NAMES.has(name) && !continuesName(code) ? ok(code) : nok(code);
		}
	},
};

/** `:::note-book` and `:::note2` are other names, which directives do not have. */
function continuesName(code: Code): boolean {
	return code !== null && code > 32 && code !== 91 && code !== 123;
}

/** Container directives of the known names only: the others stay text, with everything in them. */
function knownContainer(container: Construct): Construct {
	return {
		...container,
		tokenize(effects, ok, nok) {
			return effects.check(knownName, container.tokenize.call(this, effects, ok, nok), nok);
		},
	};
}
