/** Far below what a drawing may hold: nothing of this size runs out of time. */
const MOST_CHARACTERS = 4000;
const MOST_LINKS = 60;

const HEAD = /^(?:flowchart|graph) +(?:TB|TD|BT|LR|RL) *$/;
const COMMENT = /^ *%%(?!\{)[^{}]*$/;

/** Words that open a statement of another sort, and what only begins like one. */
const KEYWORD =
	/^(?:call|class|click|default|direction|end|flowchart|graph|href|interpolate|link|style|subgraph)/i;

/**
 * Letters and digits of Latin, Greek, Cyrillic, kana, Chinese and Korean. Ranges, where a class of Unicode says more: the
 * engine takes ten times as long over those.
 */
const LETTER =
	'A-Za-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u0391-\\u03c9\\u0410-\\u044f\\u3041-\\u30fa\\u3400-\\u9fff\\uac00-\\ud7a3';
const LETTERS = `[${LETTER}][${LETTER} ，。、；：？！（）_]*`;
const QUOTED = `"[${LETTER}][${LETTER} ，。、；：？！（）_.,:()/-]*"`;
const TEXT = `(?:${LETTERS}|${QUOTED})`;
const SHAPE = String.raw`(?:\[${TEXT}\]|\(${TEXT}\)|\{${TEXT}\}|\(\[${TEXT}\]\)|\(\(${TEXT}\)\)|\[\[${TEXT}\]\])`;
const NODE = new RegExp(`^ *([A-Za-z][A-Za-z0-9_]*)${SHAPE}? *(?=$|[-=])`);
const LINK = new RegExp(String.raw`^(?:-->|---|-\.->|==>)(?:\|${TEXT}\|)? +`);

/**
 * Whether a fence is a flowchart of named nodes and links and nothing else, which mermaid always draws: a check need
 * not start it to find that out. False says nothing about a fence.
 */
export function isPlainFlowchart(source: string): boolean {
	if (source.length > MOST_CHARACTERS) return false;
	const [head = '', ...lines] = source.split('\n');
	if (!HEAD.test(head)) return false;
	let links = 0;
	let statements = 0;
	for (const line of lines) {
		if (line.trim() === '' || COMMENT.test(line)) continue;
		const count = linksIn(line);
		if (count === undefined) return false;
		statements++;
		links += count;
	}
	return statements > 0 && links <= MOST_LINKS;
}

/** How many links a line of nodes has; undefined for every other line. */
function linksIn(line: string): number | undefined {
	let rest = line;
	for (let links = 0; ; links++) {
		const node = NODE.exec(rest);
		if (!node || KEYWORD.test(node[1] ?? '')) return undefined;
		rest = rest.slice(node[0].length);
		if (rest === '') return links;
		// Without a space between, a node's first letter may belong to the link: `---o`.
		const link = node[0].endsWith(' ') ? LINK.exec(rest) : null;
		if (!link) return undefined;
		rest = rest.slice(link[0].length);
	}
}
