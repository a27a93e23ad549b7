import { type LogRecord, nearest, phrase, type ResolvedConfig, UserError } from '../../src/model/index.ts';

/** Fields whose words mainstay.yaml declares, and the flags that give them. */
const TERMS = [
	['system', 'systems', 'system'],
	['owner', 'roles', 'owner'],
	['requestedBy', 'roles', 'requested-by'],
	['executedBy', 'roles', 'executed-by'],
	['approvedBy', 'roles', 'approved-by'],
] as const;

/** Refuses what the checks would refuse: a word outside its vocabulary, a language the project does not have. */
export function demandTerms(record: LogRecord, config: ResolvedConfig): void {
	for (const [field, vocabulary, flag] of TERMS) {
		const value = record[field];
		const known = config[vocabulary];
		if (value && known.size > 0 && !known.has(value)) throw unknown(flag, value, [...known.keys()]);
	}
	if (!config.languages.includes(record.lang)) throw unknown('lang', record.lang, config.languages);
}

function unknown(flag: string, value: string, known: readonly string[]): UserError {
	const [best] = nearest(value, known, 1);
	return new UserError(
		'flag-value-not-allowed',
		phrase`mainstay.yaml does not know “${value}”.`,
		best ? phrase`Did you mean --${flag} ${best}?` : phrase`For --${flag} it knows: ${known.join(', ')}.`,
	);
}
