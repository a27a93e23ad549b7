import type { Labels, LabelTable } from '../src/model/index.ts';
import { fieldPaths } from './paths.ts';
import { KIND_SCHEMAS } from './registry.ts';

/**
 * Labels of all fields and values: `field.severity`, `severity.S1`, `kind.runbook`. A field inside
 * another that means something else than its namesake is found by its path: `field.upgrade.risk`.
 * Values are found by their field's name and, where that says little, by the name of their
 * enumeration too: `stepType`, `controlType`, `workaroundType`, `riskClass`, `upgradeRisk`.
 */
export const labels: LabelTable = buildLabels();

function buildLabels(): LabelTable {
	const table = new Map<string, Labels>();
	const all = Object.values(KIND_SCHEMAS).flatMap(({ schema }) => fieldPaths(schema));
	const byDepth = all.sort((a, b) => a.path.length - b.path.length);
	for (const { path, meta } of byDepth) {
		addField(
			table,
			path.filter((key) => key !== '*'),
			meta.labels,
		);
		const names = [meta.enumName, path.findLast((key) => key !== '*')];
		for (const [value, label] of Object.entries(meta.valueLabels ?? {})) {
			for (const name of names.filter((each) => each !== undefined)) {
				if (!table.has(`${name}.${value}`)) table.set(`${name}.${value}`, label);
			}
		}
	}
	return Object.fromEntries(table);
}

function addField(table: Map<string, Labels>, path: readonly string[], label: Labels | undefined): void {
	const name = path.at(-1);
	if (name === undefined || label === undefined) return;
	const first = table.get(`field.${name}`);
	if (first === undefined) table.set(`field.${name}`, label);
	else if (first.en !== label.en) table.set(`field.${path.join('.')}`, label);
}
