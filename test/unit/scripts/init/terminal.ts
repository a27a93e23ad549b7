import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

/** Somebody at a terminal, who answers each question when it has been asked. */
export interface Person {
	readonly stdin: PassThrough & { readonly isTTY: true };
	readonly stdout: Writable & { readonly isTTY: true; readonly columns: number };
	/** Everything shown so far, without control sequences. */
	shown(): string;
}

export const KEYS = { enter: '\r', down: '\u001b[B', space: ' ', cancel: '\u0003' } as const;

/** `answers`: a text that is waited for, then the keys. */
export function personWith(answers: readonly (readonly [waitFor: string, ...keys: string[]])[]): Person {
	let shown = '';
	let seen = 0;
	const left = [...answers];
	const stdin = Object.assign(new PassThrough(), { isTTY: true as const, setRawMode: () => stdin });
	const answer = (): void => {
		const [next] = left;
		const at = next === undefined ? -1 : shown.indexOf(next[0], seen);
		if (next === undefined || at < 0) return;
		seen = at + next[0].length;
		left.shift();
		// A prompt listens once it has drawn itself.
		setImmediate(() => press(next.slice(1)));
	};
	const press = (keys: readonly string[]): void => {
		const [key, ...rest] = keys;
		if (key === undefined) answer();
		else {
			stdin.write(key);
			setImmediate(() => press(rest));
		}
	};
	const stdout = Object.assign(
		new Writable({
			write(chunk, _encoding, done) {
				shown += stripVTControlCharacters(String(chunk));
				answer();
				done();
			},
		}),
		{ isTTY: true as const, columns: 100, rows: 40 },
	);
	return { stdin, stdout, shown: () => shown };
}
