import { JSDOM, VirtualConsole } from 'jsdom';
import { installGeometry } from './geometry/install.ts';

/** What mermaid and its libraries look for in the global scope of a browser. */
const GLOBALS = [
	'document',
	'navigator',
	'CSSStyleSheet',
	'CSS',
	'Node',
	'Element',
	'HTMLElement',
	'SVGElement',
	'DOMParser',
	'XMLSerializer',
	'MutationObserver',
	'Option',
	'getComputedStyle',
] as const;

/** C4 diagrams break their rows by it. */
const SCREEN = { width: 1280, height: 800, availWidth: 1280, availHeight: 800 };

/** Pictures in nodes are never fetched; the sanitiser takes them out of the drawing. */
class Picture {
	src = '';
	readonly naturalWidth = 64;
	readonly naturalHeight = 64;
	async decode(): Promise<void> {}
}

/**
 * A DOM in the global scope of this thread, with the geometry that drawings need. It fetches nothing and runs
 * no scripts. To be called once, before mermaid is imported, in a thread that does nothing else.
 */
export function installDom(): Document {
	const { window } = new JSDOM('<!doctype html><html><body></body></html>', {
		url: 'https://diagram.invalid/',
		virtualConsole: new VirtualConsole(),
	});
	const browser = window as unknown as Window & typeof globalThis;
	installGeometry(browser);
	const set = (name: string, value: unknown): void => {
		Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
	};
	set('window', browser);
	for (const name of GLOBALS) set(name, Reflect.get(browser, name));
	set('requestAnimationFrame', (callback: (time: number) => void) => setTimeout(() => callback(0), 0));
	set('cancelAnimationFrame', (handle: NodeJS.Timeout) => clearTimeout(handle));
	set('Image', Picture);
	set('innerWidth', SCREEN.availWidth);
	set('screen', SCREEN);
	return browser.document;
}
