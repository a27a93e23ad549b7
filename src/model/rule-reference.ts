import type { Bilingual, Severity } from './diagnostic.ts';
import type { RuleExample } from './rule.ts';

/** What the page of a code shows. */
export interface RuleEntry {
	readonly code: string;
	readonly rule: string;
	readonly severity: Severity;
	/** Can neither be lowered nor ignored. */
	readonly fixed: boolean;
	readonly title: Bilingual<string>;
	readonly why: Bilingual<string>;
	readonly mend: Bilingual<string>;
	readonly bad: readonly RuleExample[];
	readonly good: readonly RuleExample[];
}
