import type { ResolvedConfig, RuleEntry, SiteModel } from '../../model/index.ts';
import { rules } from '../../rules/index.ts';
import { catalogue } from '../catalogue.ts';

/** The catalogue as pages, where mainstay.yaml asks for them: a knowledge base of one's own does without. */
export function ruleReferenceFor(config: ResolvedConfig): Pick<SiteModel, 'ruleReference'> {
	if (config.reference?.rules !== true) return {};
	const examples = new Map(rules.map((rule) => [rule.code as string, rule.examples]));
	const ruleReference: RuleEntry[] = [...catalogue.values()].map((definition) => ({
		code: definition.code,
		rule: definition.rule,
		severity: definition.severity,
		fixed: definition.fixed === true,
		title: definition.title,
		why: definition.why,
		mend: definition.mend,
		bad: examples.get(definition.code)?.bad ?? [],
		good: examples.get(definition.code)?.good ?? [],
	}));
	return { ruleReference };
}
