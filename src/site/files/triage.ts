import type { SiteModel } from '../../model/index.ts';
import type { SiteFiles } from './site-file.ts';

/** Raised when a field changes its meaning or goes; new fields do not raise it. */
const SCHEMA_VERSION = 1;

/** The triage page as data: keys, ids and numbers, the texts of documents in the languages that they exist in. */
export const triageFiles: SiteFiles = function* (model) {
	const { triage } = model;
	if (triage) yield { path: 'triage.json', text: () => triageText(model) };
};

function triageText({ triage, asOf }: SiteModel): string {
	return `${JSON.stringify({ schemaVersion: SCHEMA_VERSION, asOf, ...triage })}\n`;
}
