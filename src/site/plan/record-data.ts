import { type LanguageView, RECORD_TYPES, type Recording, type SiteModel } from '../../model/index.ts';
import type { SiteLabels } from '../i18n/labels.ts';
import { logNumbers } from './run-data.ts';

export type Choice = readonly [value: string, label: string];

/** What the forms for records and reports need, as `record.json` of each language. */
export interface RecordData {
	readonly schemaVersion: 1;
	readonly lang: string;
	/** Day of the build: the numbers are as of it. */
	readonly asOf: string;
	readonly numbers: Readonly<Record<string, number>>;
	readonly recording: Recording;
	/** `.en` in the names of files that are not in the default language. */
	readonly suffix: string;
	readonly labels: Readonly<Record<string, string>>;
	/** Enumerations and vocabularies; an empty vocabulary takes any key. */
	readonly choices: Readonly<Record<string, readonly Choice[]>>;
}

const FIELDS = [
	...[
		'id',
		'title',
		'date',
		'logType',
		'system',
		'environment',
		'owner',
		'requestedBy',
		'executedBy',
		'approvedBy',
	],
	...['reason', 'ticket', 'severity', 'exceptionClass', 'cause', 'runbookWorked', 'outcome'],
];
const ENUMS = ['severity', 'exceptionClass', 'cause', 'runbookWorked', 'outcome'];

export function recordData(model: SiteModel, view: LanguageView, labels: SiteLabels): RecordData {
	const values = (name: string): Choice[] =>
		Object.keys(model.labels).flatMap((key) =>
			key.startsWith(`${name}.`)
				? [[key.slice(name.length + 1), labels.value(name, key.slice(name.length + 1))] as const]
				: [],
		);
	const vocabulary = (terms: SiteModel['systems'], name: (key: string) => string): Choice[] =>
		Object.keys(terms).map((key) => [key, name(key)]);
	return {
		schemaVersion: 1,
		lang: view.lang,
		asOf: model.asOf,
		numbers: logNumbers(model),
		recording: model.recording ?? { folder: 'docs/system-logs' },
		suffix: view.lang === model.defaultLanguage ? '' : `.${view.lang}`,
		labels: Object.fromEntries(FIELDS.map((field) => [field, labels.field(field)])),
		choices: {
			...Object.fromEntries(ENUMS.map((name) => [name, values(name)])),
			logType: RECORD_TYPES.map((type) => [type, labels.value('logType', type)]),
			systems: vocabulary(model.systems, labels.system),
			roles: vocabulary(model.roles, labels.role),
		},
	};
}
