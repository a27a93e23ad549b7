import { configSource, configUnreadable } from '../config/findings.ts';
import { mermaidCrash, mermaidTimeout } from '../diagrams/findings.ts';
import type { Finding } from '../model/index.ts';
import { fileUnreadable } from '../sources/findings.ts';
import { documentCrash, documentTimeout } from './findings.ts';

/** What tells of the machine, or of folders that the store does not watch. */
const PASSING: ReadonlySet<string> = new Set(
	[
		configSource,
		configUnreadable,
		documentCrash,
		documentTimeout,
		fileUnreadable,
		mermaidCrash,
		mermaidTimeout,
	].map(({ code }) => code),
);

/** Whether another run over the same files would surely find the same. */
export function isLasting(findings: readonly Finding[]): boolean {
	return findings.every(({ code }) => !PASSING.has(code));
}
