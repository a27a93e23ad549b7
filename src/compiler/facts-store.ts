import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { SIGNATURE_LENGTH } from '../model/index.ts';
import type { Cache } from './cache.ts';
import { type DocumentBody, type DocumentHead, joinParts, partsOf } from './document-parts.ts';
import type { CompiledDocument } from './document-task.ts';
import { keepFile } from './replace-file.ts';

const MAGIC = Buffer.from('MSFACTS2');
/** Magic, the byte length of the index, the number of signatures. */
const HEADER_BYTES = MAGIC.length + 8;
const SIGNATURE_BYTES = 4 * SIGNATURE_LENGTH;

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
			await keepFile(file, encode(parts));
		},
	};
}

interface File {
	readonly index: ReadonlyMap<string, Stored>;
	readonly bodies: Buffer;
}

function isWorthWriting(stored: File | undefined, added: number, used: number): boolean {
	if (!stored) return added > 0;
	const changes = added + stored.index.size - used;
	return changes > 0 && (stored.bodies.length <= SMALL_FILE || changes > stored.index.size * WORTH_WRITING);
}

type Part = { readonly head: DocumentHead; readonly body: Uint8Array };

/** What the index says of a document: the end of its key where the head does not tell it, the bytes of its body. */
type Entry = readonly [rest: string | 0, bytes: number, signed: 0 | 1, head: DocumentHead];

interface Index {
	/** With which all keys begin. */
	readonly prefix: string;
	readonly entries: readonly Entry[];
}

function* encode(parts: ReadonlyMap<string, Part>): Generator<Uint8Array> {
	const sorted = [...parts].sort(([a], [b]) => (a < b ? -1 : 1));
	const prefix = sharedStart(sorted[0]?.[0] ?? '', sorted.at(-1)?.[0] ?? '');
	const signatures: ArrayLike<number>[] = [];
	const entries = sorted.map(([key, { head, body }]): Entry => {
		const { signature, ...document } = head.document;
		if (signature) signatures.push(signature);
		const rest = key.slice(prefix.length);
		return [
			rest === usualRest(head) ? 0 : rest,
			body.length,
			signature ? 1 : 0,
			{ document, findings: head.findings },
		];
	});
	const index = Buffer.from(JSON.stringify({ prefix, entries } satisfies Index));
	const header = Buffer.alloc(HEADER_BYTES);
	MAGIC.copy(header);
	header.writeUInt32LE(index.length, MAGIC.length);
	header.writeUInt32LE(signatures.length, MAGIC.length + 4);
	yield header;
	yield index;
	for (const signature of signatures) yield new Uint8Array(Uint32Array.from(signature).buffer);
	for (const [, { body }] of sorted) yield body;
}

function sharedStart(first: string, last: string): string {
	let length = 0;
	while (length < first.length && first[length] === last[length]) length++;
	return first.slice(0, first.lastIndexOf('\0', length - 1) + 1);
}

/** How a key goes on after what all keys share. */
function usualRest({ document: { file, docPath, hash } }: DocumentHead): string {
	return `${file}\0${docPath}\0${hash}`;
}

async function load(file: string): Promise<File | undefined> {
	try {
		const bytes = await readFile(file);
		if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
		const start = HEADER_BYTES + bytes.readUInt32LE(MAGIC.length);
		const { prefix, entries } = JSON.parse(bytes.toString('utf8', HEADER_BYTES, start)) as Index;
		const signatures = bytes.readUInt32LE(MAGIC.length + 4);
		const end = start + signatures * SIGNATURE_BYTES;
		const bodies = bytes.subarray(end);
		// Copied: numbers may begin at some addresses only.
		const values = new Uint32Array(new Uint8Array(bytes.subarray(start, end)).buffer);
		const index = new Map<string, Stored>();
		let offset = 0;
		let signed = 0;
		for (const [rest, length, isSigned, head] of entries) {
			if (isSigned) {
				const at = SIGNATURE_LENGTH * signed++;
				Object.assign(head.document, { signature: values.subarray(at, at + SIGNATURE_LENGTH) });
			}
			index.set(prefix + (rest === 0 ? usualRest(head) : rest), { head, offset, length });
			offset += length;
		}
		return offset === bodies.length && signed === signatures ? { index, bodies } : undefined;
	} catch {
		return undefined;
	}
}
