import type { DataText } from './index.ts';

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

export const en: DataText = {
	dictionary: 'Data dictionary',
	lead: 'Every data object that a step names: who creates it, who changes it, who only reads it, and in which system.',
	object: 'Data object',
	system: 'System',
	module: 'Module',
	anySystem: 'All systems',
	anyModule: 'All modules',
	find: 'Find an object',
	shown: (n, total) => `${n} of ${total} objects`,
	none: 'No object matches.',
	column: { create: 'Create', change: 'Change', delete: 'Delete', read: 'Read', use: 'Use' },
	by: { create: 'Created by', change: 'Changed by', delete: 'Deleted by', read: 'Read by', use: 'Used by' },
	steps: 'Steps',
	step: 'Step',
	process: 'Process',
	role: 'Role',
	roles: 'Roles',
	transaction: 'Transaction',
	alsoCalled: 'Also called',
	key: 'Name in the catalogue',
	uses: (steps, processes) => `${many(steps, 'step', 'steps')} in ${many(processes, 'process', 'processes')}`,
	unused: 'No step names this object.',
	neverCreated: 'No step says that it creates this object.',
	count: (n) => many(n, 'step', 'steps'),
};
