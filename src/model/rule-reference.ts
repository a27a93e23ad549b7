import type { Severity } from './diagnostic.ts';
import type { Labels } from './language.ts';
import type { RuleExample } from './rule.ts';

/** What the page of a code shows. */
export interface RuleEntry {
	readonly code: string;
	readonly rule: string;
	readonly severity: Severity;
	/** Can neither be lowered nor ignored. */
	readonly fixed: boolean;
	readonly title: Labels;
	readonly why: Labels;
	readonly mend: Labels;
	readonly bad: readonly RuleExample[];
	readonly good: readonly RuleExample[];
}
