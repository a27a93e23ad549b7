import type { Route, SiteModel } from '../../model/index.ts';

/**
 * What is around the pages: a site that is ours as a whole; our own layout below a prefix of somebody
 * else's site; or their layout.
 */
export type SiteFrame = 'whole' | 'prefix' | 'layout';

/** Whether a layout is light, dark, or follows the reader's system. */
export type Appearance = 'light' | 'dark' | 'system';

/**
 * What the running Astro pages read. It stays in process memory: the pages are bundled by Vite and
 * evaluated in this same process, where a global registry is the only thing both sides share.
 */
export interface Handover {
	model: SiteModel;
	readonly mode: 'build' | 'dev';
	/** Write these routes only; absent: all. */
	readonly only?: ReadonlySet<Route>;
	/** Absent: `whole`. */
	readonly frame?: SiteFrame;
	readonly appearance?: Appearance;
	/** Whether Astro makes a content security policy for the site around: asking it for one that is off is a warning on every page. */
	hostPolicy?: boolean;
}

const REGISTRY = Symbol.for('mainstay.site.handovers');

/** Some adapters render pages in a process or runtime of their own. */
const ELSEWHERE =
	'Mainstay’s pages must be rendered in the process that Astro runs in; this adapter renders them elsewhere.';

type Registry = Map<string, Handover>;

function registry(): Registry {
	const holder = globalThis as { [REGISTRY]?: Registry };
	holder[REGISTRY] ??= new Map();
	return holder[REGISTRY];
}

/** Registers a handover and returns its key and the way to take it back. */
export function registerHandover(handover: Handover): { key: string; release(): void } {
	const all = registry();
	let number = all.size;
	while (all.has(`site-${number}`)) number++;
	const key = `site-${number}`;
	all.set(key, handover);
	return { key, release: () => all.delete(key) };
}

/**
 * Code of the virtual module through which the pages find their handover, trusted MDX and, where it is not
 * ours, the layout. The paths are absolute.
 */
export function handoverModule(
	key: string,
	mdx: ReadonlyMap<string, string>,
	layout: string | undefined,
): string {
	const imports = [...mdx].map(
		([page, file]) => `${JSON.stringify(page)}: () => import(${JSON.stringify(file)})`,
	);
	return [
		layout === undefined
			? 'export const Layout = undefined;'
			: `export { default as Layout } from ${JSON.stringify(layout)};`,
		`export const handover = () => {`,
		`	const found = globalThis[Symbol.for('mainstay.site.handovers')]?.get(${JSON.stringify(key)});`,
		`	if (!found) throw new Error(${JSON.stringify(ELSEWHERE)});`,
		`	return found;`,
		`};`,
		`export const mdx = { ${imports.join(', ')} };`,
	].join('\n');
}
