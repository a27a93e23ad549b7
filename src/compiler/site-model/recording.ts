import { KIND_ROUTES, type Recording, type ResolvedConfig } from '../../model/index.ts';

/** Where a new system log belongs: the folder that mainstay.yaml gives to the kind, else the plural of its name. */
export function recordingOf(config: ResolvedConfig): Recording {
	const docs = config.sources[0]?.path ?? 'docs';
	const glob = config.kinds.find(({ kind }) => kind === 'system-log')?.glob;
	const named = glob?.split('/').filter((part) => !/[*?[{]/.test(part)) ?? [];
	const folder =
		named.length > 0 && !named.at(-1)?.endsWith('.md') ? named : KIND_ROUTES['system-log'].split('/');
	return {
		folder: [...docs.split('/'), ...folder].filter((part) => part !== '' && part !== '.').join('/'),
		...(config.repository ? { repository: config.repository } : {}),
	};
}
