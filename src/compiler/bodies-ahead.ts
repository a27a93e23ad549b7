import type { SourceFile } from '../model/index.ts';
import type { NativeTree } from '../parse/index.ts';
import type { TextPool } from './text-pool.ts';

/** A document to be compiled. */
export interface ParsedAhead {
	readonly source: SourceFile;
	/** What a worker made of its body; without it, the thread that compiles the document parses it as well. */
	readonly body?: NativeTree;
}

/** Documents between the worker that parses their bodies and the thread that compiles them. */
export interface BodiesAhead {
	add(source: SourceFile): void;
	/** A document that is parsed, if there is one. */
	takeParsed(): ParsedAhead | undefined;
	/** Any document that can be compiled now: one that is parsed if there is one. */
	take(): ParsedAhead | undefined;
	/** For the worker's next answer; false where none is to come. */
	wait(): Promise<boolean>;
}

/**
 * Documents in one batch, each of which wakes the other thread, and parsed ones at hand above which the worker rests:
 * their trees take room.
 */
const BATCH = 128;
const ENOUGH = 512;

/** `onSlow` is given the documents that the worker cannot parse; they are not taken. `onParsed` says that others are. */
export function bodiesAhead(
	pool: Pick<TextPool, 'parse'>,
	onSlow: (source: SourceFile) => void,
	onParsed: () => void = () => {},
): BodiesAhead {
	const waiting: SourceFile[] = [];
	const parsed: ParsedAhead[] = [];
	let underWay: Promise<void> | undefined;
	const parse = async (sources: readonly SourceFile[]): Promise<void> => {
		const trees = await pool.parse(sources);
		for (const [index, source] of sources.entries()) {
			const body = trees?.[index];
			if (body) parsed.push({ source, body });
			else if (trees) onSlow(source);
			else parsed.push({ source });
		}
		onParsed();
	};
	const goOn = (): void => {
		if (underWay || waiting.length === 0 || parsed.length >= ENOUGH) return;
		underWay = parse(waiting.splice(0, BATCH)).then(() => {
			underWay = undefined;
			goOn();
		});
	};
	const takeParsed = (): ParsedAhead | undefined => {
		goOn();
		return parsed.shift();
	};
	return {
		add: (source) => {
			waiting.push(source);
			if (waiting.length >= BATCH) goOn();
		},
		takeParsed,
		take: () => {
			const each = takeParsed();
			if (each) return each;
			const source = waiting.pop();
			return source && { source };
		},
		wait: async () => {
			if (!underWay) return false;
			await underWay;
			return true;
		},
	};
}
