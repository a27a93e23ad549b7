import { isMap, isScalar, type Pair, parseDocument } from 'yaml';
import type { NewRole } from '../../src/diagrams/index.ts';

/**
 * The text of mainstay.yaml with roles added below the last one. Everything else stays as it is written, to
 * the byte. Undefined where the roles are not a block with one role per line.
 */
export function declareRoles(text: string, roles: readonly NewRole[]): string | undefined {
	const yaml = parseDocument(text);
	const known = yaml.get('roles');
	if (!isMap(known) || known.flow === true || known.items.length === 0) return undefined;
	const first = known.items[0]?.key;
	if (!isScalar(first) || !first.range) return undefined;
	const lineStart = text.lastIndexOf('\n', first.range[0]) + 1;
	const indent = text.slice(lineStart, first.range[0]);
	const end = endOf(known.items.at(-1));
	if (end === undefined || !/^[ \t]+$/.test(indent)) return undefined;
	const lineEnd = text.indexOf('\n', end);
	const at = lineEnd === -1 ? text.length : lineEnd;
	const lines = roles.map(({ key, label }) => `${indent}${key}: ${JSON.stringify(label)}`);
	return `${text.slice(0, at)}\n${lines.join('\n')}${text.slice(at)}`;
}

/** Where the last word of an entry ends, comments aside. */
function endOf(pair: Pair | undefined): number | undefined {
	if (isMap(pair?.value)) return pair.value.flow ? pair.value.range?.[1] : endOf(pair.value.items.at(-1));
	const node = pair?.value ?? pair?.key;
	return isScalar(node) ? node.range?.[1] : undefined;
}
