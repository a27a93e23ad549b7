import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { framedStyles } from './framed-styles.ts';

/** Our own modules and styles, `src` of this package, with a slash at the end. */
export const OWN_FOLDER: string = fileURLToPath(new URL('../../', import.meta.url));
const FRAMED = fileURLToPath(new URL('../layouts/Framed.astro', import.meta.url));

/** Dialogs, the bar of a run and the development panel: as wide as the window, whatever the layout leaves. */
const OVER_PAGE = /\/(?:run|record|search|dev)\.css$/;

/**
 * Puts our pages into somebody else's layout: Framed.astro stands in for our own layout, and our style sheets
 * are rewritten to reach nothing outside the frame.
 */
export function framedPages(): Plugin {
	return {
		name: 'mainstay:framed-pages',
		enforce: 'pre',
		resolveId: {
			filter: { id: /\/layouts\/Base\.astro$/ },
			handler: (_id, importer) => (importer && isOurs(importer) ? FRAMED : null),
		},
		transform: {
			filter: { id: /\.css(?:\?|$)/ },
			handler(code, id) {
				const file = pathOf(id);
				if (!isOurs(id) || file.endsWith('/frame.css')) return null;
				return { code: framedStyles(code, OVER_PAGE.test(file)), map: null };
			},
		},
	};
}

function isOurs(id: string): boolean {
	return pathOf(id).startsWith(OWN_FOLDER.replaceAll('\\', '/'));
}

function pathOf(id: string): string {
	return (id.split('?')[0] ?? '').replace(/^\/@fs(?=\/)/, '');
}
