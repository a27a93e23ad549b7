/// <reference types="astro/client" />

declare module 'virtual:mainstay' {
	export function handover(): import('./integration/handover.ts').Handover;
	/** The layout around the pages where it is not ours. */
	export const Layout: ((props: import('./plan/layout-props.ts').LayoutProps) => unknown) | undefined;
	/** Trusted MDX pages by document key. */
	export const mdx: Readonly<
		Record<string, () => Promise<{ default: import('astro/runtime/server/index.js').AstroComponentFactory }>>
	>;
}
