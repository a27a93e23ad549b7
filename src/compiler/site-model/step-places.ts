import {
	type DocumentId,
	type DocumentLink,
	documentKey,
	type LanguageTag,
	type ProcessModel,
	type Step,
	type StepPlace,
} from '../../model/index.ts';
import type { SiteInput } from './index.ts';
import type { Versions } from './versions.ts';

/** Looks up processes and their steps in the version that suits one language. */
export interface StepPlaces {
	readonly lang: LanguageTag;
	link(id: DocumentId): DocumentLink | undefined;
	/** One entry per id, in order; unknown documents are left out. */
	links(ids: readonly DocumentId[]): DocumentLink[];
	step(process: DocumentId, id: string): NumberedStep | undefined;
	place(process: DocumentId, step: string): StepPlace;
}

export interface NumberedStep {
	readonly step: Step;
	/** Position in the process, counted from 1. */
	readonly number: number;
}

export function stepPlaces(input: SiteInput, versions: Versions, lang: LanguageTag): StepPlaces {
	const links = remembered((id: DocumentId) => versions.link(id, lang));
	const stepsOf = remembered((id: DocumentId) => numbered(modelOf(input, versions, id, lang)));
	const step = (process: DocumentId, id: string): NumberedStep | undefined => stepsOf(process).get(id);
	return {
		lang,
		link: links,
		links: (ids) => ids.flatMap((id) => links(id) ?? []),
		step,
		place: (process, id) => {
			const link = links(process);
			const name = step(process, id)?.step.name ?? id;
			return { process, step: id, name, route: link?.route ?? '', lang: link?.lang ?? lang };
		},
	};
}

function modelOf(
	input: SiteInput,
	versions: Versions,
	id: DocumentId,
	lang: LanguageTag,
): ProcessModel | undefined {
	const document = versions.of(id, lang);
	return document && input.processes.get(documentKey(document.id, document.lang))?.model;
}

function numbered(model: ProcessModel | undefined): ReadonlyMap<string, NumberedStep> {
	return new Map(model?.steps.map((step, at) => [step.id, { step, number: at + 1 }]));
}

function remembered<T>(make: (id: DocumentId) => T): (id: DocumentId) => T {
	const made = new Map<DocumentId, T>();
	return (id) => {
		const known = made.get(id);
		if (known !== undefined || made.has(id)) return known as T;
		const value = make(id);
		made.set(id, value);
		return value;
	};
}
