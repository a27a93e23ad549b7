/** How values are coloured. Colour only repeats what the words say. */
const TONES: Readonly<Record<string, string>> = {
	'severity.S1': 'red',
	'severity.S2': 'amber',
	'severity.S3': 'blue',
	'severity.S4': 'plain',
	'status.draft': 'dashed',
	'status.review': 'blue',
	'status.approved': 'green',
	'status.superseded': 'amber',
	'status.retired': 'plain',
	'outcome.success': 'green',
	'outcome.partial': 'amber',
	'outcome.rolled-back': 'amber',
	'outcome.failed': 'red',
	'outcome.open': 'blue',
	'upgradeRisk.low': 'green',
	'upgradeRisk.medium': 'amber',
	'upgradeRisk.high': 'red',
	'result.fit': 'green',
	'result.adjust': 'amber',
	'result.redesign': 'red',
	'classification.restricted': 'amber',
	'classification.confidential': 'red',
	'runbookWorked.yes': 'green',
	'runbookWorked.partly': 'amber',
	'runbookWorked.no': 'red',
};

export function toneOf(enumName: string, value: string): string {
	return TONES[`${enumName}.${value}`] ?? 'plain';
}
