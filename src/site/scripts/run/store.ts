import { parseRuns, type ReadProblem, type Run, runsText } from './runs.ts';

export type StoreProblem = ReadProblem | 'blocked' | 'full';

/** The runs of one runbook on this device. Where nothing can be kept, they live as long as the page. */
export interface RunStore {
	runs(): readonly Run[];
	save(run: Run): void;
	remove(id: string): void;
	problem(): StoreProblem | undefined;
	/** Another tab has changed something. */
	onChange(listener: () => void): void;
	/** The run that this tab follows. */
	followed(): string | undefined;
	follow(id: string | undefined): void;
}

export function createStore(base: string, document: string): RunStore {
	const key = `mainstay.runs:${base}${document}`;
	let known: readonly Run[] = [];
	let problem: StoreProblem | undefined;
	let followed: string | undefined;

	function load(): void {
		try {
			const text = localStorage.getItem(key);
			const read = parseRuns(text);
			known = read.runs;
			problem = read.problem;
			// What could not be read is somebody's work: the next save must not wipe it out.
			if (read.problem === 'damaged' && text !== null) localStorage.setItem(`${key}:damaged`, text);
		} catch {
			problem = 'blocked';
		}
	}

	function write(change: (runs: readonly Run[]) => readonly Run[]): void {
		if (problem === 'newer') {
			known = change(known);
			return;
		}
		try {
			// Another tab may have written since: only the run in hand is replaced.
			const kept = problem === 'full' ? known : parseRuns(localStorage.getItem(key)).runs;
			known = change(kept);
			localStorage.setItem(key, runsText(known));
			if (problem === 'full') problem = undefined;
		} catch (error) {
			if (problem === 'blocked') known = change(known);
			else problem = isFull(error) ? 'full' : 'blocked';
		}
	}

	load();
	return {
		runs: () => known,
		save: (run) =>
			write((runs) =>
				runs.some(({ id }) => id === run.id)
					? runs.map((each) => (each.id === run.id ? run : each))
					: [...runs, run],
			),
		remove: (id) => write((runs) => runs.filter((run) => run.id !== id)),
		problem: () => problem,
		onChange: (listener) =>
			window.addEventListener('storage', (event) => {
				if (event.key !== key && event.key !== null) return;
				load();
				listener();
			}),
		followed: () => {
			try {
				return sessionStorage.getItem(key) ?? followed;
			} catch {
				return followed;
			}
		},
		follow: (id) => {
			followed = id;
			try {
				sessionStorage.setItem(key, id ?? '');
			} catch {
				// The page remembers it by itself.
			}
		},
	};
}

function isFull(error: unknown): boolean {
	return error instanceof DOMException && /quota/i.test(error.name);
}
