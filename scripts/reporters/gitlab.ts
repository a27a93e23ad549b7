import type { Severity } from '../../src/model/index.ts';
import { fingerprints } from './fingerprint.ts';
import { fullMessage, rangeOf, repositoryPath } from './paths.ts';
import type { Reporter } from './reporter.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', hint: 'info' };

/** The Code Quality report of GitLab (its subset of the Code Climate format): one array of issues. */
export const gitlab: Reporter = (input) => {
	const names = fingerprints(input);
	const issues = input.diagnostics.map((diagnostic, index) => {
		const { start, end } = rangeOf(diagnostic);
		return {
			description: fullMessage(diagnostic, input.locale),
			check_name: `${diagnostic.code} ${diagnostic.rule}`,
			fingerprint: names[index],
			severity: SEVERITIES[diagnostic.severity],
			location: {
				path: repositoryPath(diagnostic.file, input),
				lines: { begin: start.line, end: end.line },
			},
		};
	});
	return `${JSON.stringify(issues, null, 2)}\n`;
};
