import { createHash } from 'node:crypto';

/** Key of what is made from these parts. */
export function contentHash(parts: readonly string[]): string {
	return createHash('sha256').update(parts.join('\0')).digest('base64url');
}
