import type { Finding, FrontmatterPositions, SourceRange } from '../../model/index.ts';
import { lineTable } from '../../model/lines.ts';
import { readPlainly } from '../../yaml/plain.ts';
import {
	engineRefused,
	frontmatterNotOpened,
	frontmatterTooLarge,
	frontmatterUnclosed,
} from '../findings.ts';
import { type FrontmatterBlock, findFrontmatter, nearlyClosing } from './block.ts';
import { readCarefully } from './careful.ts';
import type { YamlReading } from './yaml.ts';

/** Bytes; a process of a hundred steps needs twelve thousand. */
const LARGEST = 64 * 1024;

export interface FrontmatterReading {
	/** Null-prototype maps, lists, texts, numbers, booleans and null. */
	readonly data: Readonly<Record<string, unknown>>;
	readonly positions: FrontmatterPositions;
	readonly findings: readonly Finding[];
	/** Something of it could not be read, so that what is missing may not be missing. */
	readonly broken: boolean;
	/** Offset in the text at which the body starts. */
	readonly bodyStart: number;
}

/**
 * Reads the frontmatter of a file: plainly where it holds nothing out of the ordinary, else with care. Either way
 * gives the same; findings come from the careful one only. Never throws.
 */
export function readFrontmatter(text: string, file: string): FrontmatterReading {
	const block = findFrontmatter(text);
	const finding = (code: string, range: SourceRange, params: Finding['params'] = {}): FrontmatterReading => ({
		...nothing(block.bodyStart),
		findings: [{ code, file, range, params }],
		broken: true,
	});
	switch (block.status) {
		case 'none':
			return nothing(0);
		case 'refused':
			return finding(engineRefused.code, firstLine(text), { language: block.language });
		case 'unclosed':
			return finding(frontmatterUnclosed.code, ...unclosed(text));
		case 'misopened':
			return finding(frontmatterNotOpened.code, ...notOpened(text, block));
		case 'yaml': {
			if (isTooLarge(block.text)) {
				const bytes = Buffer.byteLength(block.text);
				return finding(frontmatterTooLarge.code, firstLine(text), { bytes, most: LARGEST });
			}
			const { data, positions, findings } = readBlockPlainly(block.text) ?? readCarefully(block.text, file);
			return { data, positions, findings, broken: findings.length > 0, bodyStart: block.bodyStart };
		}
	}
}

/** What `readCarefully` says of a block in which nothing is out of the ordinary; undefined of all others. */
export function readBlockPlainly(block: string): YamlReading | undefined {
	// As gray-matter hands it on: line 2 here is line 2 of the file.
	const plain = readPlainly(`\n${block.slice(0, -1)}`);
	return plain && { ...plain, findings: [] };
}

/** Where the closing line was meant to be, else where the frontmatter begins. */
function unclosed(text: string): [SourceRange, Finding['params']] {
	const nearly = nearlyClosing(text);
	return nearly
		? [lineTable(text).range(...nearly), { written: text.slice(...nearly), ...oddIn(text.slice(...nearly)) }]
		: [firstLine(text), { written: '' }];
}

/** The line that stands in place of the opening one. */
function notOpened(text: string, { opening = [0, 0] }: FrontmatterBlock): [SourceRange, Finding['params']] {
	const before = text.slice(0, opening[0]).trim();
	const above = before === '' ? '' : /^---\s*$/.test(before) ? 'dashes' : 'text';
	const written = text.slice(...opening);
	return [lineTable(text).range(...opening), { written, above, ...oddIn(written) }];
}

/** A blank in a line of dashes that looks like none, or like an ordinary one. */
function oddIn(line: string): { readonly odd?: string } {
	const [odd] = /[\u00a0\u2000-\u200f\u2060\u3000\ufeff]/.exec(line) ?? [];
	return odd === undefined
		? {}
		: { odd: `U+${odd.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` };
}

/** Bytes are counted only where they matter: a unit of a text takes three at most. */
function isTooLarge(text: string): boolean {
	return text.length * 3 > LARGEST && Buffer.byteLength(text) > LARGEST;
}

function nothing(bodyStart: number): FrontmatterReading {
	return { data: Object.create(null), positions: {}, findings: [], broken: false, bodyStart };
}

function firstLine(text: string): SourceRange {
	const length = text.search(/[\r\n]|$/);
	return { start: { line: 1, column: 1 }, end: { line: 1, column: length + 1 } };
}
