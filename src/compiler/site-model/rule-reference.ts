import type { Bilingual, Labels, ResolvedConfig, RuleEntry, SiteModel } from '../../model/index.ts';
import { wordsIn } from '../../model/wording.ts';
import { catalogue } from '../catalogue.ts';
import { codeExamples } from '../examples.ts';

/** The catalogue as pages, where mainstay.yaml asks for them: a knowledge base of one's own does without. */
export function ruleReferenceFor(config: ResolvedConfig): Pick<SiteModel, 'ruleReference'> {
	if (config.reference?.rules !== true) return {};
	const inAll = (text: Bilingual<string>): Labels => ({ ...text, 'zh-TW': wordsIn(text, 'zh-TW') });
	const ruleReference: RuleEntry[] = [...catalogue.values()].map((definition) => ({
		code: definition.code,
		rule: definition.rule,
		severity: definition.severity,
		fixed: definition.fixed === true,
		title: inAll(definition.title),
		why: inAll(definition.why),
		mend: inAll(definition.mend),
		bad: codeExamples.get(definition.code)?.bad ?? [],
		good: codeExamples.get(definition.code)?.good ?? [],
	}));
	return { ruleReference };
}
