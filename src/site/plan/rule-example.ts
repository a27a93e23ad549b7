import type { DiskFact, RuleExample } from '../../model/index.ts';
import type { RulesText } from '../i18n/rules/index.ts';

/** A file of an example as the page and the terminal show it. */
export interface ShownFile {
	readonly path: string;
	readonly state: 'before' | 'now';
	readonly lines: readonly string[];
	/** Lines at the end that are left out. */
	readonly more: number;
	/** Number among `lines` of the one with the finding, from 1; 0 where there is none. */
	readonly marked: number;
	/** `line:column` of the finding. */
	readonly place: string;
	readonly fact?: DiskFact;
}

/** Longer files and lines show their limit, not their content. */
const MOST_LINES = 40;
const MOST_CHARACTERS = 120;

/** The files of an example: for a commit those it changes before it, then all as they are. */
export function shownFiles({ files, at = '', disk = {}, commit }: RuleExample): ShownFile[] {
	const [, file = '', line = '', column = ''] = /^(.*):(\d+):(\d+)$/.exec(at) ?? [];
	const shown = (path: string, text: string, state: ShownFile['state']): ShownFile => {
		const all = text.replace(/\n$/, '').split('\n');
		const isMarked = state === 'now' && path === file;
		const fact = disk[path];
		return {
			path,
			state,
			lines: all.slice(0, MOST_LINES).map(shortened),
			more: Math.max(0, all.length - MOST_LINES),
			marked: isMarked ? Number(line) : 0,
			place: isMarked ? `${line}:${column}` : '',
			...(fact ? { fact } : {}),
		};
	};
	const before = Object.entries(commit?.before ?? {}).filter(([path, text]) => files[path] !== text);
	return [
		...before.map(([path, text]) => shown(path, text, 'before')),
		...Object.entries(files).map(([path, text]) => shown(path, text, 'now')),
	];
}

function shortened(line: string): string {
	return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS)} …` : line;
}

/** What the text of a file does not show, in words. */
export function diskText(fact: DiskFact, text: RulesText['disk']): string {
	switch (fact.type) {
		case 'encoding':
			return text.encoding(fact.name.toUpperCase());
		case 'size':
			return text.size(fact.kilobytes);
		case 'link':
			return text.link(fact.to);
		case 'unreadable':
			return text.unreadable;
	}
}
