import type { ModdleElement } from 'bpmn-moddle';
import { DATA_ACCESS, type DataUse, STEP_TYPES } from '../../../model/index.ts';
import { listOf, ownElement, propertyOf, textOf } from './access.ts';
import type { OwnStep } from './types.ts';

/** Letters of any script, digits, `-` and `_`: the grammar of step ids in the process schema. */
export const STEP_ID = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,63}$/u;

/** What a file that Mainstay wrote says of a step. Editors keep it; somebody may have changed it by hand. */
export function ownStepOf(element: ModdleElement): OwnStep | undefined {
	const written = ownElement(element, 'Step');
	if (!written) return undefined;
	const id = exact(written, 'id');
	const type = STEP_TYPES.find((each) => each === exact(written, 'type'));
	return {
		...(id && STEP_ID.test(id) ? { id } : {}),
		...(type ? { type } : {}),
		...optional('transaction', exact(written, 'transaction')),
		...optional('system', exact(written, 'system')),
		...optional('process', exact(written, 'process')),
		data: listOf(written, 'data').flatMap(dataUseOf),
		controls: textsOf(written, 'controls'),
		runbooks: textsOf(written, 'runbooks'),
		customisations: textsOf(written, 'customisations'),
	};
}

/** The fields of the document beside its steps; nothing when they are no JSON object. */
export function ownFieldsOf(process: ModdleElement): {
	lang: string;
	fields: Readonly<Record<string, unknown>>;
} {
	const written = ownElement(process, 'Process');
	const json = written ? propertyOf(written, 'fields') : undefined;
	const lang = written ? textOf(written, 'lang') : '';
	if (typeof json !== 'string') return { lang, fields: {} };
	try {
		const fields: unknown = JSON.parse(json);
		const isObject = typeof fields === 'object' && fields !== null && !Array.isArray(fields);
		return { lang, fields: isObject ? { ...fields } : {} };
	} catch {
		return { lang, fields: {} };
	}
}

function dataUseOf(element: ModdleElement): DataUse[] {
	const object = exact(element, 'object');
	if (!object) return [];
	const access = DATA_ACCESS.find((each) => each === exact(element, 'access'));
	return [access ? { object, access } : { object }];
}

/** As written: our own values are not tidied. */
function exact(element: ModdleElement, name: string): string | undefined {
	const value = propertyOf(element, name);
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function textsOf(element: ModdleElement, name: string): string[] {
	const value = propertyOf(element, name);
	return Array.isArray(value) ? value.filter((each) => typeof each === 'string' && each.trim() !== '') : [];
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
	return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
