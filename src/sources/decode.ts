import { isUtf8 } from 'node:buffer';

/** Bytes to text: strict UTF-8 or a guess at what else it is, never mojibake. */
export type Decoded =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly likely: string; readonly iconv: string };

/** Decodes strictly; a byte order mark is taken away. NUL bytes count as not being text. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
	const marked = byteOrderMark(bytes);
	if (marked) return { ok: false, likely: marked, iconv: marked };
	// Asked first and then decoded without a look: faster than a strict decoder.
	if (!isUtf8(bytes)) return { ok: false, ...guessLegacy(bytes) };
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
	if (text.includes('\0')) return { ok: false, ...guessFromNuls(bytes) };
	return { ok: true, text: text.startsWith('\ufeff') ? text.slice(1) : text };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE';
	return undefined;
}

function guessFromNuls(bytes: Uint8Array): { likely: string; iconv: string } {
	const sample = bytes.subarray(0, 512);
	const odd = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length;
	const even = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length;
	if (odd > sample.length / 8) return { likely: 'UTF-16LE', iconv: 'UTF-16LE' };
	if (even > sample.length / 8) return { likely: 'UTF-16BE', iconv: 'UTF-16BE' };
	return { likely: 'a binary file', iconv: 'UTF-8' };
}

const COMMON_SIMPLIFIED = /[的是在了不和有中人这为上个我以要他时来用们生到作地于出就分对成会可主]/g;
const COMMON_TRADITIONAL = /[的是在了不和有中人這為上個我以要他時來用們生到作地於出就分對成會可主]/g;

/** GBK and Big5 overlap: the reading with more of the commonest characters wins. */
function guessLegacy(bytes: Uint8Array): { likely: string; iconv: string } {
	const gbk = countCommon(bytes, 'gb18030', COMMON_SIMPLIFIED);
	const big5 = countCommon(bytes, 'big5', COMMON_TRADITIONAL);
	if (gbk < 0 && big5 < 0) return { likely: 'Windows-1252 or another 8-bit encoding', iconv: 'WINDOWS-1252' };
	return big5 > gbk ? { likely: 'Big5', iconv: 'BIG5' } : { likely: 'GBK / GB18030', iconv: 'GB18030' };
}

function countCommon(bytes: Uint8Array, encoding: string, common: RegExp): number {
	try {
		const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
		return text.match(common)?.length ?? 0;
	} catch {
		return -1;
	}
}
