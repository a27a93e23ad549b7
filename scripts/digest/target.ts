import { phrase, UserError } from '../../src/model/index.ts';
import { chatAt, chats } from './formats/index.ts';
import { CHAT_FORMATS } from './message.ts';

export const DIGEST_FORMATS = ['markdown', 'html', 'eml', 'json', ...CHAT_FORMATS] as const;
export type DigestFormat = (typeof DIGEST_FORMATS)[number];

/** In what form a digest leaves, and where to. */
export interface Target {
	readonly format: DigestFormat;
	readonly post?: string;
	readonly secret?: string;
}

export interface TargetOptions {
	readonly format?: string;
	readonly post?: string;
	readonly secret?: string;
	readonly allowHttp: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Read where `--secret` is not given. */
const SECRET_VARIABLE = 'MAINSTAY_DIGEST_SECRET';

/**
 * Joins the options that say where a digest goes. The platform follows from the address where it is known; an address
 * on another machine must be https unless plain http is allowed. Messages of UserErrors never hold the address.
 */
export function readTarget({ format, post, secret, allowHttp }: TargetOptions, env: Environment): Target {
	const address = post === undefined ? undefined : checkedAddress(readValue('post', post, env), allowHttp);
	const written = format as DigestFormat | undefined;
	const form = written ?? (address ? chatAt(new URL(address).hostname) : 'markdown');
	if (form === undefined) {
		throw new UserError(
			'format-missing',
			'The address does not tell which platform it belongs to.',
			phrase`Say so: --format ${[...CHAT_FORMATS, 'json'].join('|')}`,
		);
	}
	const isPosted = form === 'json' || form in chats;
	if (address !== undefined && !isPosted) {
		throw new UserError(
			'format-not-posted',
			phrase`${form} is no message that a robot takes.`,
			phrase`Use --format ${[...CHAT_FORMATS, 'json'].join('|')}, or leave out --post and hand the output to your mailer.`,
		);
	}
	const key = secretOf(secret, form, env);
	return {
		format: form,
		...(address === undefined ? {} : { post: address }),
		...(key === undefined ? {} : { secret: key }),
	};
}

function secretOf(secret: string | undefined, form: DigestFormat, env: Environment): string | undefined {
	const isSigned = form in chats && chats[form as keyof typeof chats].sign !== undefined;
	if (isSigned)
		return secret === undefined ? env[SECRET_VARIABLE] || undefined : readValue('secret', secret, env);
	if (secret === undefined) return undefined;
	throw new UserError(
		'secret-not-asked',
		phrase`${form} asks for no signature; --secret would protect nothing.`,
		'Leave it out: there the address itself is the secret.',
	);
}

/** `env:NAME` keeps a secret out of the process list and the shell's history. */
function readValue(option: string, written: string, env: Environment): string {
	const name = /^env:(\w+)$/.exec(written)?.[1];
	if (name === undefined) return written;
	const value = env[name];
	if (value) return value;
	throw new UserError(
		'variable-empty',
		phrase`--${option} reads ${name} from the environment, but it is not set.`,
		'',
	);
}

const LOCAL = /^(localhost|127(\.\d+){3}|\[::1\])$/;

function checkedAddress(written: string, allowHttp: boolean): string {
	const url = URL.parse(written);
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw new UserError('flag-value-not-allowed', '--post must be an http or https address.', '');
	}
	if (url.protocol === 'http:' && !LOCAL.test(url.hostname) && !allowHttp) {
		throw new UserError(
			'post-in-clear',
			'--post would send the message and its token in clear over http.',
			'Use https, or say --allow-http if the way there is your own.',
		);
	}
	return url.href;
}
