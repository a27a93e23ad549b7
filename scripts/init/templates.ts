import { readFileSync } from 'node:fs';

/** A file of `templates/`, as it is. */
export function readTemplate(path: string): string {
	return readFileSync(new URL(`templates/${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');
}

/**
 * Fills `{=name=}`. One that stands alone on its line is a block: every line of it gets the indent, and
 * an empty one takes its line away. Throws for a name that has no value: the template is wrong.
 */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
	const filled = (name: string): string => {
		const value = values[name];
		if (value === undefined) throw new Error(`No value for {=${name}=}`);
		return value;
	};
	return template
		.replace(/^([ \t]*)\{=([\w-]+)=\}\n/gm, (_, indent: string, name: string) => {
			const value = filled(name);
			return value === '' ? '' : `${value.replace(/^(?=.)/gm, indent)}\n`;
		})
		.replace(/\{=([\w-]+)=\}/g, (_, name: string) => filled(name));
}

const CONDITION = /[ \t]*(?:#|<!--)[ \t]*if(-not)? ([a-z-]+)(?:[ \t]*-->)?$/;

/** Keeps a line that ends in `#if kind` or `<!--if kind-->` only for these kinds, `if-not` for the others. */
export function onlyFor(template: string, kinds: readonly string[]): string {
	return template
		.split('\n')
		.flatMap((line) => {
			const found = CONDITION.exec(line);
			if (!found) return [line];
			const isWanted = kinds.includes(found[2] ?? '') !== (found[1] !== undefined);
			return isWanted ? [line.slice(0, found.index)] : [];
		})
		.join('\n');
}
