import { decodeUtf8 } from './decode.ts';
import { hashOf } from './inputs.ts';
import { readStamped } from './read-stamped.ts';
import { type Stamp, stampOf } from './stamp.ts';

/** Bytes; a document above it is a finding, not a page. */
export const DOCUMENT_SIZE_LIMIT = 1024 * 1024;

/** What reading a file has given: its text and SHA-256, or why there is none. */
export type FileReading =
	| { readonly text: string; readonly hash: string; readonly stamp: Stamp }
	| { readonly likely: string; readonly iconv: string; readonly stamp: Stamp }
	/** It is larger than {@link DOCUMENT_SIZE_LIMIT}. */
	| { readonly bytes: number; readonly stamp: Stamp }
	/** What the system says. */
	| { readonly cause: string; readonly stamp: Stamp | undefined };

/** Reads a document; never throws. */
export function readFileNow(path: string): FileReading {
	try {
		const { bytes, stamp } = readStamped(path, DOCUMENT_SIZE_LIMIT);
		if (!bytes) return { bytes: stamp[0], stamp };
		const decoded = decodeUtf8(bytes);
		return decoded.ok
			? { text: decoded.text, hash: hashOf(bytes), stamp }
			: { likely: decoded.likely, iconv: decoded.iconv, stamp };
	} catch (error) {
		return { cause: (error as NodeJS.ErrnoException).code ?? 'unknown cause', stamp: stampOf(path) };
	}
}
