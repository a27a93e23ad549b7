import { parseArgs } from 'node:util';
// Straight from their files: help must not load the whole model.
import { phrase, UserError } from '../src/model/failure.ts';
import { INTERFACE_LANGUAGES, interfaceLanguageOf, type MessageLocale } from '../src/model/language.ts';
import { nearest } from '../src/model/nearest.ts';
import type { Arguments, CommandSpec, Io, OptionSpec } from './command.ts';

/** Options that every command takes. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
	locale: {
		type: 'string',
		value: 'LANG',
		choices: INTERFACE_LANGUAGES,
		read: languageOf,
		help: { en: 'language of messages (default: the system’s)', 'zh-CN': '消息的语言（默认随系统）' },
	},
	help: { type: 'boolean', help: { en: 'show this help', 'zh-CN': '显示帮助' } },
	version: { type: 'boolean', help: { en: 'show the version', 'zh-CN': '显示版本' } },
};

/** Reads the arguments of one command; anything that its spec does not know is a UserError with the nearest option. */
export function readArguments(spec: CommandSpec, argv: readonly string[], io: Io): Arguments {
	const known = { ...spec.options, ...COMMON_OPTIONS };
	const { tokens } = parseArgs({
		args: [...argv],
		options: Object.fromEntries(Object.entries(known).map(([name, { type }]) => [name, { type }])),
		strict: false,
		allowPositionals: true,
		allowNegative: true,
		tokens: true,
	});
	const options: Record<string, string | boolean> = {};
	const positionals: string[] = [];
	for (const token of tokens) {
		if (token.kind === 'positional') positionals.push(token.value);
		else if (token.kind === 'option') {
			const { name, value, negated } = readOption(token.rawName, token.value, known, spec);
			options[name] = negated ? false : (value ?? true);
		}
	}
	checkPositionals(spec, positionals);
	const locale = (options['locale'] as MessageLocale | undefined) ?? systemLocale(io);
	return { positionals, options, locale };
}

function readOption(
	rawName: string,
	value: string | undefined,
	known: Readonly<Record<string, OptionSpec>>,
	spec: CommandSpec,
): { name: string; value: string | undefined; negated: boolean } {
	const written = rawName.replace(/^--?/, '');
	const negated = !known[written] && written.startsWith('no-') && known[written.slice(3)]?.type === 'boolean';
	const name = negated ? written.slice(3) : written;
	const option = rawName.startsWith('--') ? known[name] : undefined;
	if (!option) {
		const [best] = nearest(written, Object.keys(known), 1);
		throw new UserError(
			'unknown-flag',
			phrase`Unknown option ${rawName}.`,
			best ? phrase`Did you mean --${best}?` : phrase`See: mainstay ${spec.name} --help`,
		);
	}
	if (option.type === 'string' && (value === undefined || value === '')) {
		throw new UserError(
			'flag-without-value',
			phrase`The option --${name} needs a value.`,
			phrase`--${name} ${option.value ?? 'VALUE'}`,
		);
	}
	if (option.type === 'boolean' && value !== undefined) {
		throw new UserError(
			'flag-with-value',
			phrase`The option --${name} takes no value.`,
			phrase`Write --${name} or leave it out.`,
		);
	}
	const read = value === undefined ? undefined : (option.read?.(value) ?? value);
	if (option.choices && read !== undefined && !option.choices.includes(read)) {
		const [best] = nearest(read, option.choices, 1);
		throw new UserError(
			'flag-value-not-allowed',
			phrase`--${name} cannot be “${value}”.`,
			phrase`Use one of: ${option.choices.join(', ')}.${best ? phrase` Did you mean ${best}?` : ''}`,
		);
	}
	return { name, value: read, negated };
}

function checkPositionals(spec: CommandSpec, positionals: readonly string[]): void {
	const [least, most] = spec.positionals;
	if (positionals.length > most) {
		throw new UserError(
			'too-many-arguments',
			phrase`Unexpected argument “${positionals[most]}”.`,
			phrase`Usage: mainstay ${spec.name} ${spec.usage}`,
		);
	}
	// A variable of a script that was not set; as a path it would mean this very folder.
	if (positionals.includes('')) {
		throw new UserError(
			'argument-empty',
			'An argument is empty.',
			phrase`Usage: mainstay ${spec.name} ${spec.usage}`,
		);
	}
	if (positionals.length < least) {
		throw new UserError(
			'argument-missing',
			'An argument is missing.',
			phrase`Usage: mainstay ${spec.name} ${spec.usage}`,
		);
	}
}

/** A whole number from an option, within bounds. */
export function numberOption(args: Arguments, name: string, least: number, most: number): number | undefined {
	const value = args.options[name];
	if (typeof value !== 'string') return undefined;
	const number = Number(value);
	if (!/^\d+$/.test(value) || number < least || number > most) {
		throw new UserError(
			'flag-value-not-allowed',
			phrase`--${name} must be a whole number from ${least} to ${most}, not “${value}”.`,
			'',
		);
	}
	return number;
}

/** The language to speak before the arguments are read, or where they cannot be: `--locale` anywhere, else the system's. */
export function wantedLocale(argv: readonly string[], io: Io): MessageLocale {
	// Of several the last counts, as for every option.
	const at = argv.findLastIndex((each) => each === '--locale' || each.startsWith('--locale='));
	const written = argv[at]?.includes('=') ? argv[at].slice('--locale='.length) : argv[at + 1];
	const named = at === -1 || written === undefined ? undefined : languageOf(written);
	return INTERFACE_LANGUAGES.find((each) => each === named) ?? systemLocale(io);
}

/** POSIX order: LC_ALL, LC_MESSAGES, LANG. */
export function systemLocale(io: Io): MessageLocale {
	const tag = io.env['LC_ALL'] || io.env['LC_MESSAGES'] || io.env['LANG'] || '';
	return interfaceLanguageOf(tag.replace(/[.@].*$/, '').replaceAll('_', '-'));
}

/** `zh`, `zh-Hant`, `zh_HK.UTF-8` and the like mean a language that Mainstay speaks; anything else stays as it is. */
function languageOf(value: string): string {
	const tag = value.replace(/[.@].*$/, '').replaceAll('_', '-');
	return /^(zh|en)(-|$)/i.test(tag) ? interfaceLanguageOf(tag) : value;
}
