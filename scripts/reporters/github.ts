import type { Severity } from '../../src/model/index.ts';
import { fullMessage, rangeOf, repositoryPath } from './paths.ts';
import type { Reporter } from './reporter.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', hint: 'notice' };

/** Workflow commands of GitHub Actions, one per finding: they become annotations at the changed lines. */
export const github: Reporter = (input) =>
	input.diagnostics
		.map((diagnostic) => {
			const { start, end } = rangeOf(diagnostic);
			const properties = {
				file: repositoryPath(diagnostic.file, input),
				line: start.line,
				endLine: end.line,
				// Columns are allowed only within one line; there the end is included.
				...(start.line === end.line
					? { col: start.column, endColumn: Math.max(start.column, end.column - 1) }
					: {}),
				title: `${diagnostic.code} ${diagnostic.rule}`,
			};
			const written = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
			return `::${COMMANDS[diagnostic.severity]} ${written.join(',')}::${data(fullMessage(diagnostic, input.locale))}\n`;
		})
		.join('');

/** Escapes as in `@actions/core`: what the runner would take for its own signs. */
function data(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
	return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
