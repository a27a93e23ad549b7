import { basename } from 'node:path';
import { type LogOutputChannel, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient/node';
import { SETTINGS_FILES } from '../project.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';

/** The language server of one opened folder; it finds the projects in it, and watches their files. */
export interface Session {
	readonly toolchain: Toolchain;
	isRunning(): boolean;
	stop(): Promise<void>;
}

/** Starts the server. Rejects when it cannot be started; `onChange` tells that it runs or has ended. */
export async function startSession(
	folder: string,
	toolchain: Toolchain,
	output: LogOutputChannel,
	onChange: () => void,
): Promise<Session> {
	const { installed, node } = toolchain;
	const client = new LanguageClient(
		'mainstay',
		'Mainstay',
		{
			command: node.command,
			args: [installed.script, 'lsp', '--stdio'],
			options: { cwd: folder, env: { ...process.env, ...node.env, NO_COLOR: '1' } },
		},
		clientOptions(folder, output),
	);
	const changes = client.onDidChangeState(onChange);
	try {
		await client.start();
	} catch (error) {
		changes.dispose();
		throw error;
	}
	return {
		toolchain,
		isRunning: () => client.state === State.Running,
		stop: async () => {
			changes.dispose();
			// A server that has died already has nothing left to stop.
			if (client.needsStop()) await client.stop().catch((error) => output.warn(String(error)));
		},
	};
}

function clientOptions(folder: string, outputChannel: LogOutputChannel): LanguageClientOptions {
	const uri = Uri.file(folder);
	const baseUri = uri.toString();
	return {
		documentSelector: [
			...['markdown', 'mdx'].map((language) => {
				return { scheme: 'file', language, pattern: { baseUri, pattern: '**/*' } };
			}),
			{ scheme: 'file', pattern: { baseUri, pattern: `**/{${SETTINGS_FILES.join(',')}}` } },
		],
		// One server per opened folder: each may have another Mainstay installed.
		workspaceFolder: { uri, name: basename(folder), index: 0 },
		diagnosticCollectionName: 'mainstay',
		outputChannel,
	};
}
