import { styleText } from 'node:util';
// Straight from their files: help must not load the whole model.
import { UserError } from '../src/model/failure.ts';
import { nearest } from '../src/model/nearest.ts';
import { readArguments, systemLocale } from './arguments.ts';
import type { Io } from './command.ts';
import { commands } from './commands/index.ts';
import { commandHelp, generalHelp } from './help.ts';

/** Runs one command line. The only place that catches everything; returns the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
	try {
		return await dispatch(argv, io);
	} catch (error) {
		if (isBrokenPipe(error)) return 0;
		const failure = error instanceof UserError ? error : systemFailure(error);
		io.stderr.write(failure ? userErrorText(failure, io) : bugText(error));
		return 2;
	}
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
	const [name, ...rest] = argv;
	if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
		io.stdout.write(
			generalHelp(
				Object.entries(commands).map(([key, { summary }]) => [key, summary]),
				systemLocale(io),
			),
		);
		return name === undefined ? 2 : 0;
	}
	if (name === '--version' || name === '-v') return printVersion(io);
	const lazy = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!lazy) {
		const [best] = nearest(name, Object.keys(commands), 1);
		const hint = best ? `Did you mean ${best}?` : 'See: mainstay --help';
		throw new UserError(
			'unknown-command',
			`Unknown ${name.startsWith('-') ? 'option' : 'command'} ${name}.`,
			hint,
		);
	}
	const command = await lazy.load();
	if (rest.includes('--help') || rest.includes('-h')) {
		io.stdout.write(commandHelp(command, systemLocale(io)));
		return 0;
	}
	if (rest.includes('--version')) return printVersion(io);
	return command.run(readArguments(command, rest, io), io);
}

async function printVersion(io: Io): Promise<number> {
	const { MAINSTAY_VERSION } = await import('../src/compiler/own-version.ts');
	io.stdout.write(`${MAINSTAY_VERSION}\n`);
	return 0;
}

/** Faults of the machine that a reader can mend; everything else is a bug of Mainstay. */
const SYSTEM_HINTS: Readonly<Record<string, string>> = {
	ENOSPC: 'The disk is full. Free some space and run again; what was published before is untouched.',
	EDQUOT: 'The disk quota is used up. Free some space and run again; what was published before is untouched.',
	EACCES: 'Check the permissions of that path.',
	EPERM: 'Check the permissions of that path.',
	EROFS: 'That file system is read-only; choose another output folder.',
	EMFILE: 'Too many open files; raise the limit (ulimit -n) and run again.',
	ENOTDIR: 'A part of that path is a file, not a folder.',
};

/** The system's own error, also where a library wrapped it or kept only its text. */
function systemFailure(error: unknown): UserError | undefined {
	if (error instanceof AggregateError) {
		for (const each of error.errors) {
			const found = systemFailure(each);
			if (found) return found;
		}
	}
	for (let each = error; each instanceof Error; each = each.cause) {
		const {
			code = /\b(E[A-Z]{3,9})\b/.exec(each.message)?.[1],
			path,
			message,
		} = each as NodeJS.ErrnoException;
		const known = /No space left on device|os error 28/i.test(message) ? 'ENOSPC' : code;
		const hint = known === undefined ? undefined : SYSTEM_HINTS[known];
		if (known && hint)
			return new UserError(known, path ? `${known}: ${path}` : firstLine(message), hint, error);
	}
	return undefined;
}

function firstLine(text: string): string {
	return text.split('\n')[0] ?? text;
}

function userErrorText(error: UserError, io: Io): string {
	const label =
		io.stderr.isTTY && !io.env['NO_COLOR'] ? styleText('red', 'error', { validateStream: false }) : 'error';
	return `${label}: ${error.message}${error.hint ? ` ${error.hint}` : ''}\n`;
}

function bugText(error: unknown): string {
	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return `Mainstay failed, and this is a bug of Mainstay. Please report it with the lines below.\n${stack}\n`;
}

function isBrokenPipe(error: unknown): boolean {
	return (error as NodeJS.ErrnoException)?.code === 'EPIPE';
}
