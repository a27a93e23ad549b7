import type { BoardName } from '../../model/index.ts';

/** What to write so that a board has something to show: frontmatter, settings or a command. */
export const EXAMPLES: Readonly<Record<BoardName, string>> = {
	workarounds: `workarounds:
  - type: manual
    until: 2027-01-31
    exitCriteria: …
    reconcile: …`,
	freshness: `review:
  every: P6M
  on: 2026-09-27
  by: it-support
  method: drill
  evidence: LOG-2026-0001`,
	coverage: `steps:
  - id: post
    name: …
    role: accountant
    runbooks: [RB-FIN-0001]`,
	risks: `risk:
  class: technical
  likelihood: 2
  impact: 4
  mitigation: …
  residual: {likelihood: 1, impact: 4}`,
	permissions: `logType: permission
permission:
  action: add
  subject: …
  to: …
  validTo: 2027-03-31
  sodCheck: …`,
	continuity: `continuity:
  erpnext: {backup: P1D, restoreDrill: P3M}`,
	customisations: 'mainstay new dev-note "…" --group SAL',
	upgrade: `upgrade:
  risk: medium
  lastAdapted: v15
  effortDays: 1.5
  checks: [ … ]`,
	timeline: 'mainstay new system-log "…"',
	incidents: 'mainstay new system-log "…"',
};
