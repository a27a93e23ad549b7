import type { Reporter } from './reporter.ts';

/** Version of the JSON below; raised when a consumer would break. */
const SCHEMA_VERSION = 1;

/** One JSON document: `{schemaVersion, diagnostics, summary}`. */
export const json: Reporter = ({ diagnostics, summary }) =>
	`${JSON.stringify({ schemaVersion: SCHEMA_VERSION, diagnostics, summary }, null, 2)}\n`;
