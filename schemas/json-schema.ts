import * as z from 'zod';
import type { Labels } from '../src/model/index.ts';
import { configSchema } from './config.ts';
import type { Condition } from './kinds/condition.ts';
import { type FieldMeta, metaOf } from './meta.ts';
import { KIND_SCHEMAS } from './registry.ts';

type Json = z.core.JSONSchema.BaseSchema;

/**
 * JSON Schema (2020-12) by file name without ending: the four kinds, `page`, and `mainstay` for
 * mainstay.yaml. Labels become titles and descriptions, which editors show.
 */
export function jsonSchemas(): Record<string, unknown> {
	const kinds = Object.entries(KIND_SCHEMAS).map(([kind, { schema, conditions }]) => {
		const json = toJson(schema);
		if (kind !== 'page')
			json.properties = { ...json.properties, kind: { ...kindProperty(json), const: kind } };
		const required = conditions.filter(({ advice }) => !advice);
		return [kind, required.length > 0 ? { ...json, allOf: required.map(conditional) } : json] as const;
	});
	return Object.fromEntries([...kinds, ['mainstay', toJson(configSchema)] as const]);
}

function kindProperty(json: Json): Json {
	const values = ['enum', 'enumDescriptions', 'markdownEnumDescriptions'];
	return Object.fromEntries(
		Object.entries(json.properties?.['kind'] ?? {}).filter(([key]) => !values.includes(key)),
	);
}

function toJson(schema: z.ZodType): Json {
	return z.toJSONSchema(schema, {
		// Refinements have no counterpart; what is expected stands in the description.
		unrepresentable: 'any',
		io: 'input',
		override: ({ zodSchema, jsonSchema }) => describe(zodSchema, jsonSchema),
	});
}

function describe(schema: z.core.$ZodType, json: Json): void {
	const meta = metaOf(schema);
	for (const key of OWN_KEYS) delete json[key];
	if (meta.labels)
		Object.assign(json, { title: meta.labels.en, description: description(meta.labels, meta) });
	else if (meta.expected && meta.expected !== 'text') json.description = meta.expected;
	if (meta.labels) json['markdownDescription'] = markdown(meta.labels, meta);
	if (meta.valueLabels) {
		// Editors read the one or the other.
		const names = Object.values(meta.valueLabels).map(sideBySide);
		Object.assign(json, { enumDescriptions: names, markdownEnumDescriptions: names });
	}
	if (meta.example) json['examples'] = [meta.example];
	if (meta.alternatives) json.anyOf = meta.alternatives.map((key) => ({ required: [key] }));
	if (meta.needs)
		json.dependentRequired = Object.fromEntries(Object.entries(meta.needs).map(([k, v]) => [k, [v]]));
	if (json.additionalProperties === false) json.patternProperties = { '^x-': {} };
	// The date pattern repeats what `format` says, in 180 characters that an editor would show.
	if (json.format === 'date') delete json.pattern;
}

const OWN_KEYS: readonly (keyof FieldMeta)[] = [
	'labels',
	'valueLabels',
	'enumName',
	'expected',
	'example',
	'vocabulary',
	'reference',
	'alternatives',
	'needs',
	'whenAbsent',
	'verbatim',
	'perVersion',
];

function description(labels: Labels, { expected, vocabulary }: FieldMeta): string {
	const hint = vocabulary ? `${vocabulary} (mainstay.yaml)` : expected === 'text' ? undefined : expected;
	return hint ? `${sideBySide(labels)}: ${hint}` : sideBySide(labels);
}

/** The names, then what is expected and an example; names of values, which few editors show by themselves. */
function markdown(labels: Labels, meta: FieldMeta): string {
	const { expected, vocabulary, example, valueLabels = {} } = meta;
	const hint = vocabulary ? `${vocabulary} (mainstay.yaml)` : expected === 'text' ? undefined : expected;
	const values = Object.entries(valueLabels).map(([value, names]) => `- \`${value}\`: ${sideBySide(names)}`);
	return [
		`**${sideBySide(labels)}**`,
		...(hint ? [`\`${hint}\``] : []),
		...(example && example !== hint ? [`\`${example}\``] : []),
		...(values.length > 0 ? [values.join('\n')] : []),
	].join('\n\n');
}

function sideBySide(labels: Labels): string {
	return [...new Set([labels.en, labels['zh-CN'], labels['zh-TW']])].join(' / ');
}

/** The keyword of JSON Schema; by name, because an object literal with it looks like a promise. */
const CONSEQUENCE = 'then';

function conditional({ field, in: values, require }: Condition): Json {
	return {
		if: { properties: { [field]: { enum: [...values] } }, required: [field] },
		[CONSEQUENCE]: { required: [...require] },
	};
}
