import { commands, type LogOutputChannel } from 'vscode';
import { messageLocale } from '../settings.ts';
import type { Toolchain } from '../toolchain/toolchain.ts';
import { type Preview, startPreview } from './server.ts';

interface Running {
	readonly ready: Promise<Preview>;
	stop(): Promise<void>;
}

/** The sites that this window serves, one per project. */
export function createPreviews(output: LogOutputChannel) {
	const running = new Map<string, Running>();

	const tell = (): Thenable<unknown> =>
		commands.executeCommand('setContext', 'mainstay.previewing', running.size > 0);

	const forget = (root: string, preview: Running): void => {
		if (running.get(root) === preview) running.delete(root);
		tell();
	};

	return {
		/** The site of a project, started when it is not served yet. */
		open: (root: string, toolchain: Toolchain): Promise<Preview> => {
			const known = running.get(root);
			if (known) return known.ready;
			const started = startPreview(toolchain, root, messageLocale(), (line) => output.info(line));
			running.set(root, started);
			tell();
			started.ready.then(
				(preview) => preview.ended.then(() => forget(root, started)),
				() => forget(root, started),
			);
			return started.ready;
		},
		stop: async (root: string): Promise<void> => running.get(root)?.stop(),
		stopAll: async (): Promise<void> => {
			await Promise.all([...running.values()].map(({ stop }) => stop()));
		},
	};
}

export type Previews = ReturnType<typeof createPreviews>;
