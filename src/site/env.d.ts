/// <reference types="astro/client" />

declare module 'virtual:mainstay' {
	export function handover(): import('./integration/handover.ts').Handover;
	/** Trusted MDX pages by document key. */
	export const mdx: Readonly<
		Record<string, () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>>
	>;
}
