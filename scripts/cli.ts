import { styleText } from 'node:util';
// Straight from their files: help must not load the whole model.
import { phrase, UserError } from '../src/model/failure.ts';
import type { MessageLocale } from '../src/model/language.ts';
import { nearest } from '../src/model/nearest.ts';
import { COMMON_OPTIONS, readArguments, wantedLocale } from './arguments.ts';
import type { Io } from './command.ts';
import { commands } from './commands/index.ts';
import { commandHelp, generalHelp } from './help.ts';

/** Runs one command line. The only place that catches everything; returns the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
	try {
		return await dispatch(argv, io);
	} catch (error) {
		if (isBrokenPipe(error)) return 0;
		await tell(error, wantedLocale(argv, io), io);
		return 2;
	}
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
	const [name, ...rest] = argv;
	const locale = wantedLocale(argv, io);
	const isHelp = name === '--help' || name === '-h' || name === 'help';
	if (isHelp && rest[0] !== undefined && Object.hasOwn(commands, rest[0])) {
		return dispatch([rest[0], '--help', ...rest.slice(1)], io);
	}
	if (name === undefined || isHelp) {
		io.stdout.write(
			generalHelp(
				Object.entries(commands).map(([key, { summary }]) => [key, summary]),
				locale,
			),
		);
		return name === undefined ? 2 : 0;
	}
	if (name === '--version' || name === '-v') return printVersion(io);
	const lazy = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!lazy) {
		const [best] = nearest(name, Object.keys(commands), 1);
		if (Object.hasOwn(COMMON_OPTIONS, name.replace(/^--|=.*$/g, ''))) {
			throw new UserError(
				'option-first',
				phrase`${name} stands before the command.`,
				phrase`Write it behind: mainstay check ${name}`,
			);
		}
		const hint = best ? phrase`Did you mean ${best}?` : 'See: mainstay --help';
		const message = name.startsWith('-') ? phrase`Unknown option ${name}.` : phrase`Unknown command ${name}.`;
		throw new UserError('unknown-command', message, hint);
	}
	const command = await lazy.load();
	if (rest.includes('--help') || rest.includes('-h')) {
		io.stdout.write(commandHelp(command, locale));
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
			return new UserError(known, path ? phrase`${known}: ${path}` : firstLine(message), hint, error);
	}
	return undefined;
}

function firstLine(text: string): string {
	return text.split('\n')[0] ?? text;
}

async function tell(error: unknown, locale: MessageLocale, io: Io): Promise<void> {
	const { bugText, errorLabel, failureText } = await import('./failure-text.ts');
	const failure = error instanceof UserError ? error : systemFailure(error);
	if (!failure) {
		io.stderr.write(bugText(error, locale));
		return;
	}
	const label = errorLabel(locale);
	const isColored = io.stderr.isTTY && !io.env['NO_COLOR'];
	const shown = isColored ? styleText('red', label, { validateStream: false }) : label;
	io.stderr.write(`${shown}${failureText(failure, locale)}\n`);
}

function isBrokenPipe(error: unknown): boolean {
	return (error as NodeJS.ErrnoException)?.code === 'EPIPE';
}
