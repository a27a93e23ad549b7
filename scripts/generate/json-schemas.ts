import { jsonSchemas } from '../../schemas/index.ts';

/** The files of schemas/json: name → text. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
	const schemas = Object.entries(jsonSchemas()).sort(([a], [b]) => (a < b ? -1 : 1));
	return new Map(
		schemas.map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, undefined, 2)}\n`]),
	);
}
