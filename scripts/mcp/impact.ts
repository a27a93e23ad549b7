import * as z from 'zod';
import { impactOf } from '../../src/boards/impact/index.ts';
import type { ImpactCause, ImpactedDocument } from '../../src/model/index.ts';
import { defineTool, failed } from './tool.ts';

const names = z.array(z.string().min(1).max(400)).max(500).default([]);

export const impact = defineTool({
	name: 'impact',
	title: 'Impact of a change',
	description:
		'What a change touches: the development notes, processes, steps, runbooks, roles and tests that rest on the given files, code objects, tables, documents, or that a release asks to adapt. Each cites file and line.',
	input: z.object({
		files: names.describe('Paths from the root of the code repository.'),
		objects: names.describe(
			'Code objects, tables, standard objects, interfaces, transactions or data objects.',
		),
		ids: names.describe('Documents.'),
		release: z.string().max(100).optional().describe('A release to upgrade to, as the notes write it.'),
	}),
	run: async ({ graph, project }, { files, objects, ids, release }) => {
		if (files.length + objects.length + ids.length === 0 && release === undefined) {
			return failed('Name at least one of files, objects, ids or release.');
		}
		const found = impactOf(
			{ graph, config: project.config },
			{ files, objects, ids, ...(release === undefined ? {} : { release }) },
		);
		const direct = found.documents.filter(({ distance }) => distance === 0);
		const wider = found.documents.filter(({ distance }) => distance > 0);
		const text = [
			found.documents.length === 0 ? 'Nothing in the knowledge base is declared to rest on it.' : '',
			...part('Named by it', direct.map(documentLine)),
			...part('Resting on those', wider.map(documentLine)),
			...part(
				'Steps',
				found.steps.map(
					({ process, step, name, role, file, line }) =>
						`${process}#${step} ${name} (${role}) ${file}:${line}`,
				),
			),
			...part('Roles', found.roles.length > 0 ? [found.roles.join(', ')] : []),
			...part(
				'Tests',
				found.tests.map(({ test, note, file, line }) => `${test} (${note}) ${file}:${line}`),
			),
		];
		return { text: text.filter(Boolean).join('\n'), data: { ...found } };
	},
});

function part(title: string, lines: readonly string[]): string[] {
	return lines.length > 0 ? [`${title}:`, ...lines.map((line) => `- ${line}`)] : [];
}

function documentLine({ id, title, file, line, causes }: ImpactedDocument): string {
	return `${id} ${title} ${file}:${line} (${causes.map(causeText).join('; ')})`;
}

function causeText({ type, value }: ImpactCause): string {
	return type === 'reference' ? `through ${value}` : `${type} ${value}`;
}
