import type { Route, SiteModel } from '../../model/index.ts';

/**
 * What the running Astro pages read. It stays in process memory: the pages are bundled by Vite and
 * evaluated in this same process, where a global registry is the only thing both sides share.
 */
export interface Handover {
	model: SiteModel;
	readonly mode: 'build' | 'dev';
	/** Write these routes only; absent: all. */
	readonly only?: ReadonlySet<Route>;
}

const REGISTRY = Symbol.for('mainstay.site.handovers');

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

/** Code of the virtual module through which the pages find their handover. */
export function handoverModule(key: string, mdx: ReadonlyMap<string, string>): string {
	const imports = [...mdx].map(
		([page, file]) => `${JSON.stringify(page)}: () => import(${JSON.stringify(file)})`,
	);
	return [
		`const all = globalThis[Symbol.for('mainstay.site.handovers')];`,
		`export const handover = () => all.get(${JSON.stringify(key)});`,
		`export const mdx = { ${imports.join(', ')} };`,
	].join('\n');
}
