import { describe, expect, it } from 'vitest';
import { runText } from '../../../../src/site/i18n/run/index.ts';
import type { RunData } from '../../../../src/site/plan/run-data.ts';
import type { Run } from '../../../../src/site/scripts/run/runs.ts';
import { createSession, type Session } from '../../../../src/site/scripts/run/session.ts';
import type { RunStore } from '../../../../src/site/scripts/run/store.ts';

const DATA: RunData = {
	id: 'RB-FIN-0001',
	kind: 'runbook',
	title: 'Closed period',
	lang: 'en',
	slug: 'closed-period',
	modules: [],
	systems: [],
	steps: [{ id: 'look', title: 'Look', risk: 'read-only' }],
	parameters: [
		{ name: 'company', label: 'Company', example: '', pattern: '[a-z]{1,9}', secret: false },
		{ name: 'password', label: 'Password', example: '', secret: true },
	],
	escalation: [],
	places: [],
};

function memoryStore(): RunStore {
	let runs: readonly Run[] = [];
	let followed: string | undefined;
	return {
		runs: () => runs,
		save: (run) => {
			runs = [...runs.filter(({ id }) => id !== run.id), run];
		},
		remove: (id) => {
			runs = runs.filter((run) => run.id !== id);
		},
		problem: () => undefined,
		onChange: () => undefined,
		followed: () => followed,
		follow: (id) => {
			followed = id ?? '';
		},
	};
}

function session(): Session {
	return createSession(DATA, runText.en, memoryStore(), {});
}

describe('values of a run', () => {
	it('filled in before it began can be changed and emptied afterwards', () => {
		const runs = session();
		runs.type('company', 'acme');
		runs.begin();
		expect(runs.valid('company')).toBe('acme');
		runs.type('company', 'other');
		expect(runs.typed('company')).toBe('other');
		expect(runs.run()?.values['company']).toBe('other');
		runs.type('company', '');
		expect(runs.typed('company')).toBe('');
	});

	it('belong to one run: another begins empty, and each finds its own again', () => {
		const runs = session();
		runs.type('company', 'acme');
		runs.type('password', 'hunter2');
		runs.begin();
		const first = runs.run()?.id;
		expect(runs.typed('password')).toBe('hunter2');
		runs.begin();
		expect(runs.typed('company')).toBe('');
		expect(runs.typed('password')).toBe('');
		runs.type('company', 'other');
		runs.follow(first);
		expect(runs.typed('company')).toBe('acme');
	});
});
