/** What ends a program from outside while it can still do something about it. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Writes files to the end: a signal that comes meanwhile takes effect afterwards, so that nobody is left with half of a
 * change.
 */
export async function uninterrupted<Result>(write: () => Promise<Result>): Promise<Result> {
	let wanted: NodeJS.Signals | undefined;
	const wait = (signal: NodeJS.Signals): void => {
		wanted = signal;
	};
	for (const signal of SIGNALS) process.on(signal, wait);
	try {
		return await write();
	} finally {
		for (const signal of SIGNALS) process.off(signal, wait);
		if (wanted) process.kill(process.pid, wanted);
	}
}
