import { join } from 'node:path';
import { foldersUpward } from '../project.ts';
import { findConfigured, findInstalled, type Installed } from './installed.ts';
import { chooseNode, type NodeCandidate, type NodeRuntime, type Probe, probeVersion } from './node.ts';

/** All that is needed to run Mainstay for a project. */
export interface Toolchain {
	readonly installed: Installed;
	readonly node: NodeRuntime;
}

/** Why Mainstay cannot be run for a project. */
export type Problem =
	| { readonly type: 'not-installed' }
	| { readonly type: 'server-path-wrong'; readonly path: string }
	| { readonly type: 'node-path-wrong'; readonly path: string }
	| { readonly type: 'no-node'; readonly needs: string }
	| {
			readonly type: 'node-too-old';
			readonly needs: string;
			readonly path: string;
			readonly version: string;
	  };

export interface ToolchainQuestion {
	/** The project's root. */
	readonly root: string;
	/** The last folder upward in which to look for `node_modules`. */
	readonly top: string;
	/** Setting `mainstay.server.path`; '' when not set. */
	readonly serverPath: string;
	/** Setting `mainstay.node.path`; '' when not set. */
	readonly nodePath: string;
	/** The Node that runs this extension. */
	readonly own: NodeCandidate;
}

/** Finds Mainstay and a Node to run it with. */
export async function findToolchain(
	question: ToolchainQuestion,
	probe: Probe = probeVersion,
): Promise<Toolchain | Problem> {
	const { root, top, serverPath, nodePath } = question;
	const installed = serverPath ? await findConfigured(serverPath, root) : await findInstalled(root, top);
	if (!installed)
		return serverPath ? { type: 'server-path-wrong', path: serverPath } : { type: 'not-installed' };
	const { needs } = installed;
	const { runtime, tooOld } = await chooseNode(nodeCandidates(question), needs, probe);
	if (runtime) return { installed, node: runtime };
	if (tooOld) return { type: 'node-too-old', needs, path: tooOld.command, version: tooOld.version };
	return nodePath ? { type: 'node-path-wrong', path: nodePath } : { type: 'no-node', needs };
}

/** What is configured alone; else the Node that the project depends on, that of the system, this one. */
function nodeCandidates({ root, top, nodePath, own }: ToolchainQuestion): readonly NodeCandidate[] {
	if (nodePath) return [{ command: nodePath, env: {} }];
	const name = process.platform === 'win32' ? 'node.exe' : 'node';
	const beside = foldersUpward(root, top).map((folder) => join(folder, 'node_modules/node/bin', name));
	return [...[...beside, 'node'].map((command) => ({ command, env: {} })), own];
}
