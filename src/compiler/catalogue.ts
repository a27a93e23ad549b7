// Straight from their files: a check must not load what draws, nor what parses where nothing is to be parsed.
import { configDiagnostics } from '../config/findings.ts';
import { diagramsDiagnostics } from '../diagrams/findings.ts';
import { gateDiagnostics } from '../gate/findings.ts';
import type { DiagnosticDefinition } from '../model/index.ts';
import { parseDiagnostics } from '../parse/findings.ts';
import { rules } from '../rules/index.ts';
import { sourcesDiagnostics } from '../sources/findings.ts';
import { compilerDiagnostics } from './findings.ts';

/** Every code that exists, by code. Two rooms that claim one code are a programming error. */
export const catalogue: ReadonlyMap<string, DiagnosticDefinition> = unite([
	...sourcesDiagnostics,
	...configDiagnostics,
	...parseDiagnostics,
	...rules,
	...diagramsDiagnostics,
	...gateDiagnostics,
	...compilerDiagnostics,
]);

/** Rule names, for `rules:` in mainstay.yaml. */
export const ruleNames: readonly string[] = [...catalogue.values()]
	.map((definition) => definition.rule)
	.sort();

function unite(definitions: readonly DiagnosticDefinition[]): ReadonlyMap<string, DiagnosticDefinition> {
	const byCode = new Map<string, DiagnosticDefinition>();
	const names = new Set<string>();
	for (const definition of [...definitions].sort((a, b) => (a.code < b.code ? -1 : 1))) {
		if (byCode.has(definition.code) || names.has(definition.rule)) {
			throw new Error(`The code ${definition.code} or the name ${definition.rule} is defined twice.`);
		}
		byCode.set(definition.code, definition);
		names.add(definition.rule);
	}
	return byCode;
}
