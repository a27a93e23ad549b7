import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig } from 'astro';
import { type MessageLocale, type Phrase, phrase, UserError } from '../../model/index.ts';
import type { Appearance } from './handover.ts';

/** Options of the knowledge base within an Astro site; each may be left out. */
export interface EmbeddedOptions {
	/** Path of the knowledge base below Astro's `base`. Default `/kb`. */
	readonly prefix?: string;
	/**
	 * Folder of the knowledge base: where its mainstay.yaml is, or its documents are. Relative to Astro's root,
	 * which is the default.
	 */
	readonly dir?: string;
	/** A layout of yours around every page, relative to Astro's root: `./src/layouts/Kb.astro`. Left out: Mainstay's own. */
	readonly layout?: string;
	/**
	 * Whether your layout is light, dark, or follows the reader's system. Default `light`. `data-theme="dark"` or
	 * the class `dark` on `<html>`, and the same with `light`, count in any case.
	 */
	readonly appearance?: Appearance;
	/** The day that due dates are judged by, YYYY-MM-DD. Default: today. */
	readonly asOf?: string;
	/** Language of what is said in the terminal. Default: the system's. */
	readonly locale?: MessageLocale;
}

/** Where the knowledge base stands in the site, checked. Paths are absolute. */
export interface Placement {
	/** `/kb`: below Astro's base, no slash at the end. */
	readonly prefix: string;
	/** Base and prefix, `/` at both ends. */
	readonly base: string;
	readonly dir: string;
	readonly layout?: string;
	readonly appearance: Appearance;
}

type SiteSettings = Pick<AstroConfig, 'root' | 'base' | 'trailingSlash'>;

/** Throws a UserError for what cannot be; Astro's own settings are never changed. */
export function placementOf(options: EmbeddedOptions, config: SiteSettings): Placement {
	checkNames(options);
	const prefix = prefixOf(options.prefix ?? '/kb');
	const layout = options.layout === undefined ? undefined : layoutOf(options.layout, config.root);
	const appearance = options.appearance ?? 'light';
	if (!['light', 'dark', 'system'].includes(appearance)) {
		throw wrong('appearance', `must be light, dark or system, not “${appearance}”`, '');
	}
	if (config.trailingSlash === 'never') {
		throw new UserError(
			'trailing-slash-never',
			'Addresses of the knowledge base end with a slash; Astro’s trailingSlash is “never”.',
			"Set trailingSlash to 'ignore' or 'always' in astro.config.",
		);
	}
	return {
		prefix,
		base: `${config.base.replace(/\/+$/, '')}${prefix}/`,
		dir: resolve(fileURLToPath(config.root), options.dir ?? '.'),
		...(layout === undefined ? {} : { layout }),
		appearance,
	};
}

const NAMES: readonly string[] = ['prefix', 'dir', 'layout', 'appearance', 'asOf', 'locale'];

function checkNames(options: EmbeddedOptions): void {
	const unknown = Object.keys(options).find((name) => !NAMES.includes(name));
	if (unknown === undefined) return;
	throw wrong(unknown, phrase`is none of the options`, phrase`There are: ${NAMES.join(', ')}.`);
}

function prefixOf(written: string): string {
	const trimmed = written.replace(/^\/*|\/*$/g, '');
	if (!/^[A-Za-z0-9_~-][A-Za-z0-9._~-]*(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$/.test(trimmed)) {
		throw wrong(
			'prefix',
			phrase`must be a path such as /kb, not “${written}”`,
			'A site of its own: mainstay build.',
		);
	}
	return `/${trimmed}`;
}

function layoutOf(written: string, root: URL): string {
	const file = resolve(fileURLToPath(root), written);
	if (!file.endsWith('.astro')) throw wrong('layout', phrase`must be an .astro file, not “${written}”`, '');
	if (!existsSync(file)) {
		throw wrong(
			'layout',
			phrase`names a file that is not there: ${file}`,
			'The path is relative to Astro’s root.',
		);
	}
	return file.replaceAll('\\', '/');
}

function wrong(option: string, what: string | Phrase, hint: string | Phrase): UserError {
	return new UserError('option-not-allowed', phrase`mainstay(): ${option} ${what}.`, hint);
}
