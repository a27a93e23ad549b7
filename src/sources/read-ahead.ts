import { DOCUMENT_ENDING } from '../model/document-ending.ts';
import { absolutePath } from './inputs.ts';
import { type FileReading, readFileNow } from './read-file.ts';
import type { Stamp } from './stamp.ts';
import { walkNow } from './walk.ts';

/** Files and characters that are read ahead; whoever needs more of so large a set reads it when it is asked for. */
const MOST_FILES = 20_000;
const MOST_CHARACTERS = 64 * 1024 * 1024;

/**
 * Reads the documents below a folder (absolute) before anybody knows whether they are any, in the order in which they
 * will be asked for; by absolute path. What changed after `before` (milliseconds of the epoch) may still be changing
 * and is left for who asks, like what could not be read.
 */
export function* readAhead(folder: string, before: number): Generator<[path: string, reading: FileReading]> {
	let files = 0;
	let characters = 0;
	for (const file of walkNow(folder, new Set()).files) {
		if (file.type !== 'file' || !DOCUMENT_ENDING.test(file.path)) continue;
		if (files >= MOST_FILES || characters >= MOST_CHARACTERS) return;
		const path = absolutePath(folder, file);
		const reading = readFileNow(path);
		if (!('text' in reading) || !isOlder(reading.stamp, before)) continue;
		files++;
		characters += reading.text.length;
		yield [path, reading];
	}
}

function isOlder([, modified, changed]: Stamp, before: number): boolean {
	return modified < before && changed < before;
}
