import {
	type CompileConfig,
	type DataUse,
	type Flow,
	type Frontmatter,
	type Lane,
	type LanguageTag,
	localize,
	type ProcessModel,
	type Step,
} from '../src/model/index.ts';
import type { ProcessFrontmatter } from './views.ts';

type WrittenStep = NonNullable<ProcessFrontmatter['steps']>[number];

/**
 * A process as a drawing sees it, from validated frontmatter. Steps without an id are left out (their
 * absence is an issue already); a flow may lead to a step that does not exist, which the rules report.
 */
export function processModelOf(
	frontmatter: Frontmatter,
	lang: LanguageTag,
	config: CompileConfig,
): ProcessModel {
	const written = frontmatter as ProcessFrontmatter;
	const steps = (written.steps ?? []).flatMap((step, index) => stepOf(step, `/steps/${index}`));
	return {
		id: written.id ?? '',
		title: written.title ?? '',
		lanes: lanesOf(written.lanes ?? [], steps, lang, config),
		steps,
		flows: flowsOf(written.steps ?? [], steps),
	};
}

function stepOf(written: WrittenStep, pointer: string): Step[] {
	if (!written.id) return [];
	return [
		{
			id: written.id,
			name: written.name ?? written.id,
			type: written.type ?? 'task',
			role: written.role ?? '',
			...(written.transaction === undefined ? {} : { transaction: written.transaction }),
			...(written.system === undefined ? {} : { system: written.system }),
			data: (written.data ?? []).flatMap(dataUseOf),
			controls: written.controls ?? [],
			runbooks: written.runbooks ?? [],
			customisations: written.customisations ?? [],
			...(written.process === undefined ? {} : { process: written.process }),
			pointer,
		},
	];
}

/** An entry whose object is missing (an issue already) is no use of anything. */
function dataUseOf(written: NonNullable<WrittenStep['data']>[number]): DataUse[] {
	const { object, access } = typeof written === 'string' ? { object: written } : written;
	if (!object) return [];
	return [access === undefined ? { object } : { object, access }];
}

/** The lanes as listed, then the roles of the steps that the list lacks, by first appearance. */
function lanesOf(
	listed: readonly string[],
	steps: readonly Step[],
	lang: LanguageTag,
	config: CompileConfig,
): Lane[] {
	const used = steps.map((step) => step.role);
	const keys = new Set([...listed.filter((key) => key !== ''), ...used]);
	return [...keys].map((key) => ({ key, label: localize(config.roles.get(key) ?? { [lang]: key }, lang) }));
}

function flowsOf(written: readonly WrittenStep[], steps: readonly Step[]): Flow[] {
	const byPointer = new Map(written.map((step, index) => [`/steps/${index}`, step]));
	return steps.flatMap((step, index) => {
		const next = byPointer.get(step.pointer)?.next;
		if (typeof next === 'string') {
			return [{ from: step.id, to: next, implicit: false, pointer: `${step.pointer}/next` }];
		}
		if (Array.isArray(next)) return explicitFlows(step, next);
		return implicitFlow(step, steps[index + 1]);
	});
}

function explicitFlows(
	step: Step,
	next: readonly { readonly to?: string; readonly when?: string }[],
): Flow[] {
	return next.flatMap(({ to, when }, index) => {
		if (!to) return [];
		const pointer = `${step.pointer}/next/${index}/to`;
		const flow = { from: step.id, to, implicit: false, pointer };
		return [when === undefined ? flow : { ...flow, label: when }];
	});
}

/** `next` left out: the step below. An end leads nowhere, whatever stands below it. */
function implicitFlow(step: Step, below: Step | undefined): Flow[] {
	if (step.type === 'end' || !below) return [];
	return [{ from: step.id, to: below.id, implicit: true, pointer: step.pointer }];
}
