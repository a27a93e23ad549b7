import type { Reporter } from './reporter.ts';

/** Version of the JSON below; raised when a consumer would break. */
const SCHEMA_VERSION = 1;

/** One JSON document: `{schemaVersion, diagnostics, summary}`, and `since` where changes were checked. */
export const json: Reporter = ({ diagnostics, summary, scope }) =>
	`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, diagnostics, summary, ...(scope ? { since: scope } : {}) }, null, 2)}\n`;
