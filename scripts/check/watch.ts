import type { MessageLocale } from '../../src/model/index.ts';
import { watchProject } from '../../src/site/watch.ts';
import type { Io } from '../command.ts';
import { errorLine } from '../failure-text.ts';
import { untilStopped } from '../static-server.ts';
import type { CheckRun } from './once.ts';

/**
 * Checks now and after every save until it is stopped. One run at a time; a save during a run starts another. A run
 * that cannot be made at all is told and the next save tries again. The screen is cleared only where there is one.
 */
export async function watchChecks(
	first: CheckRun,
	again: () => Promise<CheckRun>,
	show: (run: CheckRun) => Promise<void>,
	io: Io,
	locale: MessageLocale,
): Promise<void> {
	const clear = (): void => {
		if (io.stdout.isTTY) io.stdout.write('\u001b[2J\u001b[3J\u001b[H');
	};
	clear();
	await show(first);
	let running: Promise<void> | undefined;
	let isWanted = false;
	const loop = async (): Promise<void> => {
		do {
			isWanted = false;
			try {
				const run = await again();
				clear();
				await show(run);
			} catch (error) {
				io.stderr.write(errorLine(error, locale));
			}
		} while (isWanted);
		running = undefined;
	};
	const watcher = watchProject(first.project, () => {
		if (running) isWanted = true;
		else running = loop();
	});
	await untilStopped(io.signal);
	watcher.close();
	isWanted = false;
	await running;
}
