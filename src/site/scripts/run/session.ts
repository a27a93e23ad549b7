import type { RunText } from '../../i18n/run/en.ts';
import type { RunData, RunParameter } from '../../plan/run-data.ts';
import { beginRun, type Run } from './runs.ts';
import type { RunStore } from './store.ts';
import { valueProblem } from './values.ts';

/** The state of the page: which run is followed, what is filled in. */
export interface Session {
	readonly data: RunData;
	readonly text: RunText;
	readonly store: RunStore;
	/** What the page says, taken before anything was filled in. */
	readonly prints: Readonly<Record<string, string>>;
	readonly ids: readonly string[];
	now(): number;
	run(): Run | undefined;
	/** A run that can be changed: followed and not finished. */
	active(): Run | undefined;
	update(change: (run: Run) => Run): void;
	begin(): void;
	follow(id: string | undefined): void;
	remove(id: string): void;
	/** What was typed for a parameter, '' for nothing. */
	typed(name: string): string;
	/** The same where it has the expected form, else ''. */
	valid(name: string): string;
	type(name: string, value: string): void;
	parameter(name: string): RunParameter | undefined;
	onChange(listener: () => void): void;
}

export function createSession(
	data: RunData,
	text: RunText,
	store: RunStore,
	prints: Readonly<Record<string, string>>,
): Session {
	const listeners: (() => void)[] = [];
	/** Values outside a run, and secret ones always. */
	const loose = new Map<string, string>();
	const parameters = new Map(data.parameters.map((each) => [each.name, each]));
	const ids = data.steps.map(({ id }) => id);
	let current = initialRun(store);
	const changed = (): void => {
		for (const listener of listeners) listener();
	};
	const set = (run: Run): void => {
		store.save(run);
		current = run;
		changed();
	};
	const active = (): Run | undefined => (current?.finishedAt === undefined ? current : undefined);
	const session: Session = {
		data,
		text,
		store,
		prints,
		ids,
		now: () => Date.now(),
		run: () => current,
		active,
		update: (change) => {
			if (current) set(change(current));
		},
		begin: () => {
			// What belongs to the run that was followed so far does not go into another one.
			if (current) loose.clear();
			const open = [...loose].filter(([name]) => !parameters.get(name)?.secret);
			for (const [name] of open) loose.delete(name);
			const values = Object.fromEntries(open.filter(([, value]) => value !== ''));
			const now = Date.now();
			const run = beginRun(store.runs(), {
				id: `${now.toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
				now,
				name: text.defaultName,
				values,
				prints,
				firstStep: ids[0],
			});
			store.follow(run.id);
			set(run);
		},
		follow: (id) => {
			store.follow(id);
			current = store.runs().find((run) => run.id === id);
			loose.clear();
			changed();
		},
		remove: (id) => {
			store.remove(id);
			if (current?.id === id) session.follow(undefined);
			else changed();
		},
		typed: (name) => loose.get(name) ?? current?.values[name] ?? '',
		valid: (name) => {
			const value = session.typed(name).trim();
			return valueProblem(value, parameters.get(name)) === undefined ? value : '';
		},
		type: (name, value) => {
			const run = active();
			if (run && !parameters.get(name)?.secret) set({ ...run, values: { ...run.values, [name]: value } });
			else {
				loose.set(name, value);
				changed();
			}
		},
		parameter: (name) => parameters.get(name),
		onChange: (listener) => {
			listeners.push(listener);
		},
	};
	store.onChange(() => {
		current = current && store.runs().find((run) => run.id === current?.id);
		changed();
	});
	return session;
}

/** The run that this tab followed, else the last one that is not finished; '' means that the reader has left it. */
function initialRun(store: RunStore): Run | undefined {
	const followed = store.followed();
	if (followed === '') return undefined;
	const runs = store.runs();
	return (
		runs.find(({ id }) => id === followed) ?? runs.findLast(({ finishedAt }) => finishedAt === undefined)
	);
}
