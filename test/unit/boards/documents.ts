import { boardsOf } from '../../../src/boards/index.ts';
import type { Boards, ContinuityTarget } from '../../../src/model/index.ts';
import { checkProject } from '../../rules/mini-project.ts';

export const AS_OF = '2026-11-22';

/** The boards of a project in memory: path → text. Modules are those that documents name. */
export function boardsIn(
	files: Readonly<Record<string, string>>,
	options: { readonly codeChanged?: ReadonlyMap<string, string>; readonly asOf?: string } = {},
): Boards {
	const { graph, config } = checkProject(files);
	return boardsOf({
		graph,
		asOf: AS_OF,
		reviewEvery: config.review.every,
		modules: [...config.modules.keys()],
		exceptionClasses: ['data-inconsistency', 'crash-or-slow', 'user-operation'],
		continuity: config.continuity as ReadonlyMap<string, ContinuityTarget>,
		...options,
	});
}

function document(fields: readonly string[]): string {
	return `---\n${fields.join('\n')}\n---\n\nText.\n`;
}

export function runbook(id: string, ...fields: string[]): string {
	return document([
		`id: ${id}`,
		'kind: runbook',
		`title: ${id}`,
		'owner: it-support',
		'summary: s',
		'exceptionClass: user-operation',
		'severity: S3',
		'symptoms: [x]',
		...fields,
	]);
}

export function log(id: string, date: string, logType: string, ...fields: string[]): string {
	return document([
		`id: ${id}`,
		'kind: system-log',
		`title: ${id}`,
		'owner: it-support',
		`logType: ${logType}`,
		`date: ${date}`,
		...(fields.some((field) => field.startsWith('system:')) ? [] : ['system: erp']),
		...(fields.some((field) => field.startsWith('outcome:')) ? [] : ['outcome: success']),
		...fields,
	]);
}

export function note(id: string, upgrade: string, ...fields: string[]): string {
	return document([
		`id: ${id}`,
		'kind: dev-note',
		`title: ${id}`,
		'owner: developer',
		'wricef: enhancement',
		'technique: exit',
		'standardGap: g',
		`upgrade: ${upgrade}`,
		...(fields.some((field) => field.startsWith('objects:')) ? [] : ['objects: [{type: DocType, name: X}]']),
		...fields,
	]);
}

export function process(id: string, ...fields: string[]): string {
	return document([
		`id: ${id}`,
		'kind: process',
		`title: ${id}`,
		'owner: owner',
		'summary: s',
		'level: 1',
		...fields,
	]);
}
