import {
	comparePoints,
	compareTexts,
	type Diagnostic,
	type Finding,
	type MessageLocale,
	type ResolvedConfig,
	type Severity,
} from '../model/index.ts';
import { wordsIn } from '../model/wording.ts';
import { catalogue } from './catalogue.ts';

/** Where a code's page stands. The host is reserved (RFC 2606) until the project has an address of its own. */
const DOCS_URL = 'https://mainstay.example/rules';

export function docsUrlOf(code: string): string {
	return `${DOCS_URL}/${code}/`;
}

/** Findings in a language, with the severities of mainstay.yaml, sorted by place and code. A check is stricter than a build. */
export function toDiagnostics(
	findings: readonly Finding[],
	rules: ResolvedConfig['rules'],
	locale: MessageLocale,
	purpose: 'check' | 'build',
): Diagnostic[] {
	return findings
		.flatMap((finding) => toDiagnostic(finding, rules, locale, purpose))
		.sort(
			(a, b) =>
				compareTexts(a.file, b.file) ||
				comparePoints(a.range.start, b.range.start) ||
				compareTexts(a.code, b.code) ||
				compareTexts(a.message, b.message),
		);
}

function toDiagnostic(
	finding: Finding,
	rules: ResolvedConfig['rules'],
	locale: MessageLocale,
	purpose: 'check' | 'build',
): Diagnostic[] {
	const definition = catalogue.get(finding.code);
	if (!definition) throw new Error(`No definition of ${finding.code}.`);
	const configured = definition.fixed ? undefined : rules.get(definition.rule);
	const severity: Severity | 'off' =
		configured ?? (purpose === 'build' ? finding.buildSeverity : undefined) ?? definition.severity;
	if (severity === 'off') return [];
	return [
		{
			code: finding.code,
			rule: definition.rule,
			severity,
			message: wordsIn(definition.message, locale)(finding.params),
			file: finding.file,
			range: finding.range,
			related: finding.related ?? [],
			suggestions: finding.suggestions ?? [],
			...(finding.fix ? { fix: finding.fix } : {}),
			docsUrl: docsUrlOf(finding.code),
		},
	];
}
