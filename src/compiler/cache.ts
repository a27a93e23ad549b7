import { readFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import { keepFile } from './replace-file.ts';

/**
 * A content-addressed store in one file: values by key, replaced whole, atomically. A damaged or
 * foreign file is an empty store, never an error: everything in it can be made again.
 */
export interface Cache<Value> {
	/** False for a store without a file: what is set is forgotten with the process. */
	readonly keeps: boolean;
	get(key: string): Value | undefined;
	has(key: string): boolean;
	set(key: string, value: Value): void;
	/** Takes a value that a worker has already serialised by `v8.serialize`; a store that keeps another form has none. */
	readonly setSerialized?: (key: string, bytes: Uint8Array) => void;
	/** Writes what was read or set since opening, if anything changed; the rest is forgotten, unless all is to be kept. */
	save(options?: { readonly keepAll?: boolean }): Promise<void>;
}

const MAGIC = Buffer.from('MSCACHE1');
/** Magic, then the byte length of the index. */
const HEADER_BYTES = MAGIC.length + 4;

type Index = Map<string, readonly [offset: number, length: number]>;

export async function openCache<Value>(file: string | undefined): Promise<Cache<Value>> {
	const stored = file ? await load(file) : undefined;
	const fresh = new Map<string, Uint8Array>();
	const used = new Set<string>();

	const bytesOf = (key: string): Uint8Array | undefined => {
		const added = fresh.get(key);
		if (added) return added;
		const place = stored?.index.get(key);
		return place && stored?.data.subarray(place[0], place[0] + place[1]);
	};
	return {
		keeps: file !== undefined,
		has: (key) => fresh.has(key) || (stored?.index.has(key) ?? false),
		get: (key) => {
			const bytes = bytesOf(key);
			if (!bytes) return undefined;
			used.add(key);
			return deserialize(bytes) as Value;
		},
		set: (key, value) => {
			fresh.set(key, serialize(value));
			used.add(key);
		},
		setSerialized: (key, bytes) => {
			fresh.set(key, bytes);
			used.add(key);
		},
		save: async ({ keepAll = false } = {}) => {
			if (!file) return;
			if (keepAll) for (const key of stored?.index.keys() ?? []) used.add(key);
			const unchanged = fresh.size === 0 && used.size === (stored?.index.size ?? 0);
			if (unchanged) return;
			await write(file, [...used].sort(), bytesOf);
			fresh.clear();
		},
	};
}

async function load(file: string): Promise<{ index: Index; data: Buffer } | undefined> {
	try {
		const bytes = await readFile(file);
		if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
		const start = HEADER_BYTES + bytes.readUInt32LE(MAGIC.length);
		const index = deserialize(bytes.subarray(HEADER_BYTES, start)) as Index;
		const data = bytes.subarray(start);
		const end = Math.max(0, ...[...index.values()].map(([offset, length]) => offset + length));
		return end === data.length ? { index, data } : undefined;
	} catch {
		return undefined;
	}
}

async function write(
	file: string,
	keys: readonly string[],
	bytesOf: (key: string) => Uint8Array | undefined,
): Promise<void> {
	const index: Index = new Map();
	let offset = 0;
	for (const key of keys) {
		const length = bytesOf(key)?.length ?? 0;
		index.set(key, [offset, length]);
		offset += length;
	}
	const encoded = serialize(index);
	const header = Buffer.alloc(HEADER_BYTES);
	MAGIC.copy(header);
	header.writeUInt32LE(encoded.length, MAGIC.length);
	await keepFile(file, [header, encoded, ...keys.map((key) => bytesOf(key) ?? new Uint8Array())]);
}
