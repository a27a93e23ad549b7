import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY } from './built-site.ts';

/** Raw frontmatter of one file; nothing of the compiler is used here. */
export interface Raw {
	readonly id?: string;
	readonly kind?: string;
	readonly name?: string;
	readonly type?: string;
	readonly status?: string;
	readonly logType?: string;
	readonly outcome?: string;
	readonly process?: string;
	readonly step?: string;
	readonly review?: { readonly on?: string; readonly every?: string };
	readonly steps?: readonly Raw[];
	readonly runbooks?: readonly string[];
	readonly customisations?: readonly string[];
	readonly controls?: readonly string[];
	readonly processes?: readonly Raw[];
}

export interface StepFacts {
	readonly incidents: string[];
	readonly open: number;
	readonly runbooks: string[];
	readonly missing: boolean;
	readonly customisations: string[];
	readonly overdue: number;
	readonly controls: string[];
}

/** The original of each document in docs/, by id: files without a language in their name. */
export async function readRaw(): Promise<Map<string, Raw>> {
	const folder = join(REPOSITORY, 'docs');
	const all = new Map<string, Raw>();
	for (const path of await readdir(folder, { recursive: true })) {
		if (!/^[^.]*\.md$/.test(path)) continue;
		const text = await readFile(join(folder, path), 'utf8');
		const block = /^---\n([\s\S]*?)\n---\n/.exec(text)?.[1];
		const raw = block ? (parse(block) as Raw) : {};
		if (typeof raw.id === 'string') all.set(raw.id, raw);
	}
	return all;
}

const of = (all: Map<string, Raw>, kind: string): Raw[] =>
	[...all.values()].filter(
		(raw) => raw.kind === kind && !['superseded', 'retired'].includes(raw.status ?? ''),
	);

/** The last day on which a review is still in time, told by the calendar alone. */
function dueDay(raw: Raw): string | undefined {
	const on: string | undefined = raw.review?.on;
	if (!on) return undefined;
	const [, months = '', years = ''] = /^P(?:(\d+)M|(\d+)Y)$/.exec(raw.review?.every ?? 'P6M') ?? [];
	const date = new Date(`${on}T00:00:00Z`);
	const day = date.getUTCDate();
	date.setUTCMonth(date.getUTCMonth() + Number(months || 0) + 12 * Number(years || 0));
	// The 31st of a shorter month is its last day.
	if (date.getUTCDate() !== day) date.setUTCDate(0);
	return date.toISOString().slice(0, 10);
}

/** What the marks of one step must say, computed once more from what is written in the files. */
export function factsOf(all: Map<string, Raw>, process: Raw, step: Raw, asOf: string): StepFacts {
	const logs = of(all, 'system-log').filter(
		(log) => log.process === process.id && log.step === step.id && log.logType === 'incident',
	);
	const runbooks = of(all, 'runbook')
		.filter(
			(runbook) =>
				step.runbooks?.includes(runbook.id ?? '') ||
				runbook.processes?.some((place) => place.process === process.id && place.step === step.id),
		)
		.map(({ id }) => id ?? '');
	const customisations = step.customisations ?? [];
	const idle = ['start', 'end', 'decision'].includes(step.type ?? '');
	return {
		incidents: logs.map(({ id }) => id ?? '').sort(),
		open: logs.filter(({ outcome }) => outcome === 'open').length,
		runbooks: runbooks.sort(),
		missing: runbooks.length === 0 && !idle,
		customisations: [...customisations].sort(),
		overdue: [...runbooks, ...customisations].filter((id) => {
			const due = dueDay(all.get(id) ?? {});
			return due !== undefined && due < asOf;
		}).length,
		controls: [...(step.controls ?? [])].sort(),
	};
}
