import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';

/** Writes `licenses.txt` with the licence of every package whose code is in the bundle: they ask for it. */
export function licenses(): Plugin {
	return {
		name: 'licenses',
		generateBundle(_options, bundle) {
			const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
			const folders = [...new Set(modules.flatMap((id) => packageFolder(id) ?? []))].sort();
			this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: folders.map(licenceOf).join('\n\n') });
		},
	};
}

/** `…/node_modules/name` or `…/node_modules/@scope/name`, by the last of several. */
function packageFolder(id: string): string | undefined {
	return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
}

function licenceOf(folder: string): string {
	const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
		name: string;
		version: string;
		license: string;
	};
	const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
	if (file === undefined) throw new Error(`${name} carries no licence file`);
	return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
