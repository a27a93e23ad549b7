import { env, Uri, workspace } from 'vscode';
import { checkoutOf } from './project.ts';
import { findToolchain, type Problem, type Toolchain } from './toolchain/toolchain.ts';

/** Finds what the settings and the folder of a project say about running Mainstay. */
export async function toolchainOf(root: string): Promise<Toolchain | Problem> {
	const uri = Uri.file(root);
	const settings = workspace.getConfiguration('mainstay', uri);
	const opened = workspace.getWorkspaceFolder(uri)?.uri.fsPath;
	return findToolchain({
		root,
		// Nothing is run from above what the user has opened or checked out.
		top: (await checkoutOf(root)) ?? opened ?? root,
		serverPath: settings.get<string>('server.path', '').trim(),
		nodePath: settings.get<string>('node.path', '').trim(),
		own: {
			command: process.execPath,
			env: process.versions['electron'] ? { ELECTRON_RUN_AS_NODE: '1' } : {},
		},
	});
}

/** The language in which Mainstay is to speak on its command line. */
export function messageLocale(): string {
	if (/^zh-(tw|hk|mo|hant)\b/i.test(env.language)) return 'zh-TW';
	return /^zh\b/i.test(env.language) ? 'zh-CN' : 'en';
}
