import type { LanguageView, Route, RuleEntry, Severity, SiteModel } from '../../model/index.ts';

interface Base {
	readonly route: Route;
	readonly view: LanguageView;
}

/** The list of all codes, and the page of one. */
export type RuleTarget =
	| (Base & { readonly type: 'rules'; readonly entries: readonly RuleEntry[] })
	| (Base & { readonly type: 'rule'; readonly entry: RuleEntry; readonly entries: readonly RuleEntry[] });

/** `/rules/`, or `/rules/MS201/` for a code. */
export function ruleRoute(view: LanguageView, code = ''): Route {
	return `${view.prefix}/rules/${code && `${code}/`}`;
}

export function severityTone(severity: Severity): string {
	return { error: 'tone-red', warning: 'tone-amber', hint: 'tone-blue' }[severity];
}

/** Nothing where the knowledge base does not ask for the reference. */
export function* ruleTargets(
	{ ruleReference: entries }: SiteModel,
	view: LanguageView,
): Generator<RuleTarget> {
	if (!entries) return;
	yield { type: 'rules', route: ruleRoute(view), view, entries };
	for (const entry of entries) {
		yield { type: 'rule', route: ruleRoute(view, entry.code), view, entry, entries };
	}
}

/** What such a page shows. */
export function ruleShown(target: RuleTarget): unknown[] {
	if (target.type === 'rules')
		return [target.type, target.entries.map(({ bad: _bad, good: _good, ...row }) => row)];
	return [target.type, target.entry, neighbours(target.entries, target.entry).map((each) => each?.title)];
}

/** The codes before and after. */
export function neighbours(
	entries: readonly RuleEntry[],
	entry: RuleEntry,
): readonly [before: RuleEntry | undefined, after: RuleEntry | undefined] {
	const index = entries.findIndex(({ code }) => code === entry.code);
	return [entries[index - 1], entries[index + 1]];
}

/** Codes by their first digit, in order. */
export function bandsOf(
	entries: readonly RuleEntry[],
): readonly (readonly [band: string, entries: readonly RuleEntry[]])[] {
	const bands = new Map<string, RuleEntry[]>();
	for (const entry of entries) {
		const band = entry.code.charAt(2);
		bands.set(band, [...(bands.get(band) ?? []), entry]);
	}
	return [...bands];
}
