import { createServer } from 'node:net';
import { phrase, UserError } from '../../model/index.ts';

/** Throws a UserError when nothing can listen there. Port 0 is always free. */
export async function assertPortFree(port: number, host: string): Promise<void> {
	if (port === 0) return;
	const probe = createServer();
	try {
		await new Promise<void>((resolve, reject) => {
			probe.once('error', reject);
			probe.listen(port, host, resolve);
		});
	} catch (error) {
		throw portError(error, port, host);
	} finally {
		probe.close();
	}
}

/** What to tell somebody whose server could not listen; any other error as it was. */
export function portError(error: unknown, port: number, host: string): unknown {
	const message = error instanceof Error ? error.message : String(error);
	if (/already in use|EADDRINUSE/.test(message)) {
		const hint = 'Choose another one with --port, or 0 for any free port.';
		return new UserError('port-in-use', phrase`Port ${port} is already in use.`, hint, error);
	}
	if (/EADDRNOTAVAIL|ENOTFOUND|EACCES|EAI_AGAIN/.test(message)) {
		return new UserError(
			'cannot-listen',
			phrase`Cannot listen on ${host}:${port}.`,
			'Check --host and --port.',
			error,
		);
	}
	return error;
}
