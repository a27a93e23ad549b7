import type { Bilingual, MessageLocale } from '../src/model/index.ts';

/** The process edge, handed in so that commands can be driven by tests. */
export interface Io {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly stdout: Output;
	readonly stderr: Output;
	/** For questions; where nobody can answer there is none, or it is no terminal. */
	readonly stdin?: Input;
	/** Ends long-running commands (`dev`, `preview`); a process without one waits for SIGINT or SIGTERM. */
	readonly signal?: AbortSignal;
}

export interface Output {
	write(text: string): unknown;
	readonly isTTY?: boolean;
	readonly columns?: number;
}

export interface Input {
	readonly isTTY?: boolean;
}

export interface OptionSpec {
	readonly type: 'string' | 'boolean';
	/** Name of the value in help: `DIR`, `n`. */
	readonly value?: string;
	/** The only values allowed. */
	readonly choices?: readonly string[];
	/** Other spellings to one of the choices; what it does not know it gives back. */
	readonly read?: (value: string) => string;
	readonly help: Bilingual<string>;
}

export interface CommandSpec {
	readonly name: string;
	/** What follows the name in the usage line: `[dir] [options]`. */
	readonly usage: string;
	readonly summary: Bilingual<string>;
	/** Least and most positional arguments. */
	readonly positionals: readonly [least: number, most: number];
	readonly options: Readonly<Record<string, OptionSpec>>;
	/** Lines of the help's example block. */
	readonly examples: readonly string[];
}

/** Parsed and validated against the spec. */
export interface Arguments {
	readonly positionals: readonly string[];
	readonly options: Readonly<Record<string, string | boolean | undefined>>;
	readonly locale: MessageLocale;
}

export interface Command extends CommandSpec {
	/** Exit code: 0 clean, 1 findings, 2 could not run (by throwing a UserError). */
	run(args: Arguments, io: Io): Promise<number>;
}

/** The text of an option that was given with a value. */
export function textOption(args: Arguments, name: string): string | undefined {
	const value = args.options[name];
	return typeof value === 'string' ? value : undefined;
}
