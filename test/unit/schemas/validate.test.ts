import { describe, expect, it } from 'vitest';
import { recommendedFields, validateFrontmatter } from '../../../schemas/index.ts';
import type { CustomField, SchemaIssue } from '../../../src/model/index.ts';
import { DECLARED, OPEN, RECORD_KINDS, type RecordKind, SMALLEST } from './samples.ts';

/** The issues of a smallest document with some fields changed; `undefined` takes a field away. */
function issues(kind: RecordKind, changes: Record<string, unknown>, config = OPEN): SchemaIssue[] {
	const data = Object.entries({ ...SMALLEST[kind], ...changes }).filter(([, value]) => value !== undefined);
	return validateFrontmatter(kind, Object.fromEntries(data), config).issues;
}

const short = (found: readonly SchemaIssue[]): string[] =>
	found.map(({ type, pointer, key }) =>
		type === 'missing' ? `${type} ${pointer}/${key}` : `${type} ${pointer}`,
	);

describe('the smallest documents', () => {
	it.each(RECORD_KINDS)('a %s passes as it is, value unchanged', (kind) => {
		expect(validateFrontmatter(kind, SMALLEST[kind], DECLARED)).toEqual({
			value: SMALLEST[kind],
			issues: [],
		});
	});

	it.each(RECORD_KINDS)('every field of a %s but kind is required', (kind) => {
		for (const key of Object.keys(SMALLEST[kind]).filter((each) => each !== 'kind')) {
			expect(short(issues(kind, { [key]: undefined }))).toContain(`missing /${key}`);
		}
	});

	it.each(RECORD_KINDS)('an empty %s misses exactly these fields', (kind) => {
		const wanted = Object.keys(SMALLEST[kind]).filter((key) => key !== 'kind');
		for (const data of [undefined, null, {}]) {
			const found = validateFrontmatter(kind, data, OPEN).issues;
			expect(found.map(({ key }) => key).sort()).toEqual([...wanted].sort());
		}
	});

	it.each(RECORD_KINDS)('a %s that is no map is one issue', (kind) => {
		for (const data of ['text', 5, ['list']]) {
			const { value, issues: found } = validateFrontmatter(kind, data, OPEN);
			expect(short(found)).toContain('wrong-type ');
			expect(value).toEqual({});
		}
	});
});

describe('values', () => {
	it.each([
		['a date that does not exist', { date: '2026-02-29' }, 'format /date'],
		['a date in another order', { date: '28.02.2026' }, 'format /date'],
		['a value outside its list', { outcome: 'sucess' }, 'not-allowed /outcome'],
		['a list where a text belongs', { title: ['a'] }, 'wrong-type /title'],
		['a number where a text belongs', { ticket: 4711 }, 'wrong-type /ticket'],
		['an empty text', { title: '  ' }, 'format /title'],
		['an empty list', { keywords: [] }, 'format /keywords'],
		['an id of another kind', { id: 'RB-INV-0042' }, 'format /id'],
		['an id in small letters', { id: 'log-2026-0001' }, 'format /id'],
		['a reference to the wrong kind', { runbook: 'DN-SAL-0001' }, 'format /runbook'],
		[
			'a number outside its bounds',
			{ risk: { class: 'people', likelihood: 6, impact: 1 } },
			'not-allowed /risk/likelihood',
		],
		['a fraction', { risk: { class: 'people', likelihood: 1.5, impact: 1 } }, 'wrong-type /risk/likelihood'],
		['a negative number', { window: { downtimeMinutes: -1 } }, 'not-allowed /window/downtimeMinutes'],
		['a time of day beyond 24', { window: { start: '2026-01-01 25:00' } }, 'format /window/start'],
		['a duration with a time', { review: { every: 'PT6H' } }, 'format /review/every'],
		['a bare P', { review: { every: 'P' } }, 'format /review/every'],
		['a language in the wrong letter case', { lang: 'zh-cn' }, 'format /lang'],
		['a kind that is none', { kind: 'runbok' }, 'not-allowed /kind'],
		['a required field that is empty', { outcome: null }, 'wrong-type /outcome'],
		['a key nobody knows', { titel: 'x' }, 'unknown-key /titel'],
		['an inherited name', { constructor: 'x' }, 'unknown-key /constructor'],
		['a key with a slash', { 'a/b~c': 1 }, 'unknown-key /a~1b~0c'],
		['a key inside a map', { window: { begin: '2026-01-01' } }, 'unknown-key /window/begin'],
	])('%s', (_name, changes, expected) => {
		expect(short(issues('system-log', changes))).toEqual([expected]);
	});

	it.each([
		['a leap day', { date: '2028-02-29' }],
		['keys of other tools', { 'x-shelf': { any: ['thing'] } }],
		['an optional field that is empty', { keywords: null, window: { start: null } }],
		[
			'a window with times and zones',
			{ window: { start: '2026-01-31 22:00', end: '2026-02-01T02:00:00+08:00' } },
		],
		['durations', { review: { every: 'P1Y6M' } }],
	])('accepts %s', (_name, changes) => {
		expect(issues('system-log', changes)).toEqual([]);
	});

	it('says what was expected, what was written, and what would do', () => {
		const [issue] = issues('runbook', { severity: 'S5' });
		expect(issue).toEqual({
			type: 'not-allowed',
			pointer: '/severity',
			key: 'severity',
			received: 'S5',
			expected: 'S1 | S2 | S3 | S4',
			candidates: ['S1', 'S2', 'S3', 'S4'],
		});
	});

	it('reports everything in one run', () => {
		const changes = {
			titel: 1,
			severity: 'high',
			symptoms: [5, {}],
			owner: undefined,
			workarounds: [{ type: 'x' }],
		};
		expect(short(issues('runbook', changes)).sort()).toEqual(
			[
				'missing /owner',
				'missing /workarounds/0/until',
				'not-allowed /severity',
				'not-allowed /workarounds/0/type',
				'unknown-key /titel',
				'wrong-type /symptoms/0',
				'wrong-type /symptoms/1',
			].sort(),
		);
	});

	it('shortens what was written', () => {
		const [issue] = issues('system-log', { date: '长'.repeat(200) });
		expect(issue?.received).toHaveLength(60);
	});
});

describe('unions', () => {
	const step = (next: unknown): SchemaIssue[] =>
		issues('process', { level: 3, parent: 'PR-VC-0001', steps: [{ id: 'a', name: 'A', next }] });

	it.each([
		['a text and a list of exits', 'b', []],
		['a good list', [{ to: 'b', when: 'yes' }, { to: 'c' }], []],
		['a number', 7, ['wrong-type /steps/0/next']],
		['a malformed id', 'no blanks', ['format /steps/0/next']],
		['a list of texts', ['b'], ['wrong-type /steps/0/next/0']],
		['a misspelt key of an exit', [{ to: 'b', wen: 'x' }], ['unknown-key /steps/0/next/0/wen']],
		['an exit to nowhere', [{ when: 'x' }], ['missing /steps/0/next/0/to']],
		['an empty list', [], ['format /steps/0/next']],
	])('%s', (_name, next, expected) => {
		expect(short(step(next))).toEqual(expected);
	});

	it('name both forms when neither is meant', () => {
		expect(step(7)[0]?.expected).toBe('step id | [{to, when}]');
	});
});

describe('what other fields make necessary', () => {
	const FOUR_EYES = ['requestedBy', 'executedBy', 'approvedBy', 'reason', 'ticket'];
	it.each([
		['process', { level: 2 }, ['parent']],
		['process', { level: 3 }, ['parent', 'steps']],
		['process', { level: 4 }, ['parent', 'steps']],
		['system-log', { logType: 'change' }, FOUR_EYES],
		['system-log', { logType: 'upgrade' }, [...FOUR_EYES, 'rollback']],
		['system-log', { logType: 'permission' }, [...FOUR_EYES, 'permission']],
		['system-log', { logType: 'data-fix' }, [...FOUR_EYES, 'dataFix']],
		['system-log', { logType: 'incident' }, ['severity', 'exceptionClass', 'cause']],
		['system-log', { logType: 'drill' }, []],
	] as const)('%s %j needs %j', (kind, changes, wanted) => {
		expect(short(issues(kind, changes))).toEqual(wanted.map((key) => `missing /${key}`));
	});

	it('stands beside other issues instead of waiting for them', () => {
		expect(short(issues('process', { level: 2, title: undefined }))).toEqual([
			'missing /title',
			'missing /parent',
		]);
	});

	it('asks nothing on the ground of a wrong value', () => {
		expect(short(issues('process', { level: 7 }))).toEqual(['not-allowed /level']);
		expect(short(issues('process', { level: '3' }))).toEqual(['wrong-type /level']);
	});

	it('a signature needs something to recognise, a pattern its example', () => {
		expect(short(issues('runbook', { signatures: [{ source: 'erpnext' }, { pattern: 'a.b' }] }))).toEqual([
			'missing /signatures/0/code',
			'missing /signatures/1/example',
		]);
	});

	it('recommends signatures except for user operation', () => {
		expect(recommendedFields('runbook', SMALLEST.runbook)).toEqual([]);
		const other = { ...SMALLEST.runbook, exceptionClass: 'integration' };
		expect(recommendedFields('runbook', other)).toEqual(['signatures']);
		expect(recommendedFields('runbook', { ...other, signatures: [{ code: 'X' }] })).toEqual([]);
	});
});

describe('vocabularies of mainstay.yaml', () => {
	it('reports a term that is not declared, and keeps it', () => {
		const data = { ...SMALLEST.runbook, modules: ['inventory', 'inventroy'] };
		const { value, issues: found } = validateFrontmatter('runbook', data, DECLARED);
		expect(found).toEqual([
			{
				type: 'unknown-term',
				pointer: '/modules/1',
				key: '1',
				received: 'inventroy',
				expected: 'key of modules',
				candidates: ['inventory', 'sales'],
				vocabulary: 'modules',
			},
		]);
		expect(value['modules']).toEqual(['inventory', 'inventroy']);
	});

	it('looks wherever roles and systems stand', () => {
		const runbook = {
			owner: 'a',
			roles: ['b'],
			escalation: [{ to: 'c' }],
			review: { by: 'd' },
			systems: ['s'],
		};
		const log = { requestedBy: 'a', executedBy: 'b', approvedBy: 'c', system: 's' };
		const steps = [{ id: 'a', name: 'A', role: 'a', system: 's' }];
		const process = { level: 3, parent: 'PR-VC-0001', lanes: ['b'], steps };
		expect(
			[
				...issues('runbook', runbook, DECLARED),
				...issues('system-log', log, DECLARED),
				...issues('process', process, DECLARED),
			]
				.map(({ vocabulary, pointer }) => `${vocabulary} ${pointer}`)
				.sort(),
		).toEqual([
			'roles /approvedBy',
			'roles /escalation/0/to',
			'roles /executedBy',
			'roles /lanes/0',
			'roles /owner',
			'roles /requestedBy',
			'roles /review/by',
			'roles /roles/0',
			'roles /steps/0/role',
			'systems /steps/0/system',
			'systems /system',
			'systems /systems/0',
		]);
	});

	it('accepts any key where none is declared', () => {
		expect(issues('runbook', { modules: ['anything'] })).toEqual([]);
	});
});

describe('own fields of the knowledge base', () => {
	const field = (type: CustomField['type'], more: Partial<CustomField> = {}): CustomField => ({
		type,
		label: { en: 'x' },
		required: false,
		...more,
	});
	const config = {
		...OPEN,
		fields: {
			runbook: new Map([
				['shift', field('string', { required: true, values: ['day', 'night'] })],
				['count', field('number')],
				['since', field('date')],
				['vip', field('boolean')],
				['sites', field('list', { values: ['A', 'B'] })],
			]),
		},
	};

	it('pass when they are as declared', () => {
		const changes = { shift: 'day', count: 1.5, since: '2026-01-01', vip: true, sites: ['A', 'B'] };
		expect(issues('runbook', changes, config)).toEqual([]);
		expect(issues('runbook', { shift: 'day' }, config)).toEqual([]);
	});

	it('are checked like any other field', () => {
		const changes = { count: 'x', since: '2026-13-01', vip: 'yes', sites: ['A', 'C'] };
		expect(short(issues('runbook', changes, config)).sort()).toEqual([
			'format /since',
			'missing /shift',
			'not-allowed /sites/1',
			'wrong-type /count',
			'wrong-type /vip',
		]);
	});

	it('are among the names that a misspelt key may mean', () => {
		const [issue] = issues('runbook', { shift: 'day', shfit: 'x' }, config);
		expect(issue?.candidates).toContain('shift');
	});

	it('belong to their kind only', () => {
		expect(short(issues('system-log', { shift: 'day' }, config))).toEqual(['unknown-key /shift']);
	});
});
