/// <reference types="astro/client" />

declare module 'virtual:mainstay' {
	import type { Handover } from './integration/handover.ts';

	export function handover(): Handover;
	/** Trusted MDX pages by document key. */
	export const mdx: Readonly<
		Record<string, () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>>
	>;
}
