import type {
	DocumentRule,
	DocumentRuleContext,
	Finding,
	GraphRule,
	GraphRuleContext,
	Rule,
} from '../model/index.ts';

/** Runs the document rules among `rules` over one document; findings in the order of the rules. */
export function runDocumentRules(
	rules: readonly Rule[],
	context: Omit<DocumentRuleContext, 'report'>,
): Finding[] {
	const findings: Finding[] = [];
	for (const rule of rules) {
		if (rule.scope !== 'document') continue;
		(rule as DocumentRule).check({
			...context,
			report: (report) =>
				findings.push({ ...report, code: rule.code, file: report.file ?? context.document.file }),
		});
	}
	return findings;
}

/** Runs the graph rules among `rules` over the whole set; findings in the order of the rules. */
export function runGraphRules(rules: readonly Rule[], context: Omit<GraphRuleContext, 'report'>): Finding[] {
	const findings: Finding[] = [];
	for (const rule of rules) {
		if (rule.scope !== 'graph') continue;
		(rule as GraphRule).check({
			...context,
			report: (report) => findings.push({ ...report, code: rule.code }),
		});
	}
	return findings;
}
