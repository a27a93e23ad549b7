import { open } from 'node:fs/promises';

/** What may be copied beside the pages. Pictures are recognised by their bytes, never decoded. */
export type AssetVerdict =
	| { readonly ok: true; readonly type: 'picture' | 'svg' | 'download' }
	| {
			readonly ok: false;
			/** `active`: a browser would run it; `bytes`: it is not the picture that its name promises. */
			readonly cause: 'active' | 'bytes';
	  };

const PICTURE_ENDINGS = new Set(['png', 'jpg', 'jpeg', 'webp', 'avif', 'gif']);

/** Types that a browser would run or show as a page of this site's origin. */
const ACTIVE_ENDINGS = new Set([
	'html',
	'htm',
	'xhtml',
	'shtml',
	'js',
	'mjs',
	'cjs',
	'wasm',
	'swf',
	'xml',
	'xsl',
	'xslt',
	'svgz',
	'mht',
	'mhtml',
	'hta',
	'htc',
	'css',
	'webmanifest',
]);

/** Decides by ending and by the first bytes (at least 16 where the file has them). */
export function judgeAsset(path: string, head: Uint8Array): AssetVerdict {
	const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
	if (ending === 'svg') return { ok: true, type: 'svg' };
	if (ACTIVE_ENDINGS.has(ending)) return { ok: false, cause: 'active' };
	if (!PICTURE_ENDINGS.has(ending)) return { ok: true, type: 'download' };
	return isPicture(head) ? { ok: true, type: 'picture' } : { ok: false, cause: 'bytes' };
}

function isPicture(head: Uint8Array): boolean {
	const text = String.fromCharCode(...head.subarray(0, 16));
	return (
		text.startsWith('\x89PNG\r\n\x1a\n') ||
		text.startsWith('\xff\xd8\xff') ||
		text.startsWith('GIF87a') ||
		text.startsWith('GIF89a') ||
		(text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') ||
		/^ftyp(avif|avis|mif1)/.test(text.slice(4))
	);
}

/** The first 16 bytes of a file; fewer, or none, when it has no more or cannot be read. */
export async function readAssetHead(file: string): Promise<Uint8Array> {
	try {
		await using handle = await open(file);
		const { buffer, bytesRead } = await handle.read(new Uint8Array(16), 0, 16, 0);
		return buffer.subarray(0, bytesRead);
	} catch {
		return new Uint8Array();
	}
}
