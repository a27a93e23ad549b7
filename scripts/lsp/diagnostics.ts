import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { toDiagnostics } from '../../src/compiler/index.ts';
import type { Finding, Diagnostic as Found, ResolvedConfig, Severity } from '../../src/model/index.ts';
import { rangeOf } from './positions.ts';
import type { Tongue } from './tongue.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
	error: DiagnosticSeverity.Error,
	warning: DiagnosticSeverity.Warning,
	hint: DiagnosticSeverity.Hint,
};

/** Findings as `check` reports them, by the file they stand in. */
export function diagnosticsByFile(
	findings: readonly Finding[],
	config: Pick<ResolvedConfig, 'rules' | 'file'>,
	tongue: Tongue,
	addressOf: (path: string) => string,
): ReadonlyMap<string, readonly Diagnostic[]> {
	const byFile = new Map<string, Diagnostic[]>();
	for (const found of toDiagnostics(findings, config.rules, tongue.messages, 'check')) {
		// What concerns the project as a whole is shown where its settings are.
		const file = found.file || config.file;
		if (file === undefined) continue;
		const diagnostic = diagnosticOf(found, addressOf);
		const present = byFile.get(file);
		if (present) present.push(diagnostic);
		else byFile.set(file, [diagnostic]);
	}
	return byFile;
}

function diagnosticOf(found: Found, addressOf: (path: string) => string): Diagnostic {
	return {
		range: rangeOf(found.range),
		severity: SEVERITIES[found.severity],
		code: found.code,
		codeDescription: { href: found.docsUrl },
		source: 'mainstay',
		message: found.message,
		...(found.related.length > 0 && {
			relatedInformation: found.related.map(({ file, range, message }) => ({
				location: { uri: addressOf(file), range: rangeOf(range) },
				message,
			})),
		}),
	};
}
