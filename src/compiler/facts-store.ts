import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from './cache.ts';
import { type DocumentBody, type DocumentHead, joinParts, partsOf } from './document-parts.ts';
import type { CompiledDocument } from './document-task.ts';
import { replaceFile } from './replace-file.ts';

const MAGIC = Buffer.from('MSFACTS1');
/** Magic, then the byte length of the index. */
const HEADER_BYTES = MAGIC.length + 4;

/** Bytes up to which the file is written anew for every change. */
const SMALL_FILE = 1024 * 1024;

/** Part of a large file that must be new, or of no more use, before it is. */
const WORTH_WRITING = 0.01;

interface Stored {
	readonly head: DocumentHead;
	/** In the bodies, behind the index. */
	readonly offset: number;
	readonly length: number;
}

/**
 * Compiled documents without HTML in one file. Their heads are read in one go, bodies only when they are asked for. A
 * few changes of a large set are not written: compiling a handful of documents is sooner done than writing them all.
 */
export async function openFactsStore(file: string | undefined): Promise<Cache<CompiledDocument>> {
	const stored = file ? await load(file) : undefined;
	const fresh = new Map<string, CompiledDocument>();
	const used = new Set<string>();
	const bodyOf = ({ offset, length }: Stored): Uint8Array =>
		stored?.bodies.subarray(offset, offset + length) ?? new Uint8Array();

	return {
		keeps: file !== undefined,
		has: (key) => fresh.has(key) || (stored?.index.has(key) ?? false),
		get: (key) => {
			const added = fresh.get(key);
			if (added) return added;
			const found = stored?.index.get(key);
			if (!found) return undefined;
			used.add(key);
			return joinParts(found.head, () => deserialize(bodyOf(found)) as DocumentBody);
		},
		set: (key, value) => {
			fresh.set(key, value);
		},
		save: async () => {
			if (!file || !isWorthWriting(stored, fresh.size, used.size)) return;
			const parts = new Map<string, { head: DocumentHead; body: Uint8Array }>();
			for (const key of used) {
				const found = stored?.index.get(key);
				if (found) parts.set(key, { head: found.head, body: bodyOf(found) });
			}
			for (const [key, value] of fresh) {
				const { head, body } = partsOf(value);
				parts.set(key, { head, body: serialize(body) });
			}
			await replaceFile(file, encode(parts));
		},
	};
}

type File = { readonly index: ReadonlyMap<string, Stored>; readonly bodies: Buffer };

function isWorthWriting(stored: File | undefined, added: number, used: number): boolean {
	if (!stored) return added > 0;
	const changes = added + stored.index.size - used;
	return changes > 0 && (stored.bodies.length <= SMALL_FILE || changes > stored.index.size * WORTH_WRITING);
}

function* encode(
	parts: ReadonlyMap<string, { head: DocumentHead; body: Uint8Array }>,
): Generator<Uint8Array> {
	const keys = [...parts.keys()].sort();
	const entries = keys.map((key) => {
		const part = parts.get(key);
		return [key, part?.body.length ?? 0, part?.head];
	});
	const index = Buffer.from(JSON.stringify(entries));
	const header = Buffer.alloc(HEADER_BYTES);
	MAGIC.copy(header);
	header.writeUInt32LE(index.length, MAGIC.length);
	yield header;
	yield index;
	for (const key of keys) yield parts.get(key)?.body ?? new Uint8Array();
}

async function load(file: string): Promise<File | undefined> {
	try {
		const bytes = await readFile(file);
		if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
		const start = HEADER_BYTES + bytes.readUInt32LE(MAGIC.length);
		const entries = JSON.parse(bytes.toString('utf8', HEADER_BYTES, start)) as [
			string,
			number,
			DocumentHead,
		][];
		const index = new Map<string, Stored>();
		let offset = 0;
		for (const [key, length, head] of entries) {
			index.set(key, { head, offset, length });
			offset += length;
		}
		const bodies = bytes.subarray(start);
		return offset === bodies.length ? { index, bodies } : undefined;
	} catch {
		return undefined;
	}
}
