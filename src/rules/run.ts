import type {
	DocumentRule,
	DocumentRuleContext,
	Finding,
	GraphRule,
	GraphRuleContext,
	Report,
	Rule,
} from '../model/index.ts';

/** Runs rules over one document; findings in the order of the rules. */
export function runDocumentRules(
	rules: readonly Pick<DocumentRule, 'code' | 'check'>[],
	given: Omit<DocumentRuleContext, 'report'>,
): Finding[] {
	const findings: Finding[] = [];
	const { file } = given.document;
	let code = '';
	// One context for all: hundreds of thousands of them are made otherwise.
	const context: DocumentRuleContext = {
		...given,
		report: (report: Report) => {
			if (given.document.unread && !holdsUnread(code)) return;
			findings.push({ ...report, code, file: report.file ?? file });
		},
	};
	for (const rule of rules) {
		code = rule.code;
		rule.check(context);
	}
	return findings.some((finding) => finding.code === UNDECIDED) ? findings.filter(holdsUndecided) : findings;
}

/** A merge was left undecided: see `merge-conflict.ts`. */
const UNDECIDED = 'MS425';

/** Where a body holds two texts and the marks between them, no word on how it is built holds for the one it will be. */
function holdsUndecided({ code }: Finding): boolean {
	return code === UNDECIDED || !code.startsWith('MS4');
}

/** Runs the graph rules among `rules` over the whole set; findings in the order of the rules. */
export function runGraphRules(rules: readonly Rule[], context: Omit<GraphRuleContext, 'report'>): Finding[] {
	const findings: Finding[] = [];
	const { byFile, nodes } = context.graph;
	const isWhole = ![...nodes.values()].some(({ unread }) => unread);
	for (const rule of rules) {
		if (rule.scope !== 'graph' || (!isWhole && OF_ABSENCE.has(rule.code))) continue;
		(rule as GraphRule).check({
			...context,
			report: (report) => {
				if (!isWhole && byFile.get(report.file)?.unread && !holdsUnread(rule.code)) return;
				findings.push({ ...report, code: rule.code });
			},
		});
	}
	return findings;
}

/**
 * Whether a finding holds although a part of its document could not be read: what is written wrong is wrong,
 * what hangs together is not known.
 */
function holdsUnread(code: string): boolean {
	return /^MS[126]/.test(code);
}

/** Rules that say what no document does: no successor, no step of the name, no later record, no link. */
const OF_ABSENCE: ReadonlySet<string> = new Set(['MS319', 'MS502', 'MS504', 'MS505', 'MS511']);
