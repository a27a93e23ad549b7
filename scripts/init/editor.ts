import type { InterfaceLanguage } from '../../src/model/index.ts';
import { workspaceSnippetsText } from '../generate/snippets.ts';
import type { Surroundings } from './choices.ts';
import { schemaPath } from './documents.ts';
import type { Wanted } from './plan.ts';
import { readTemplate } from './templates.ts';

/** Settings for editors: snippets, what mainstay.yaml may hold, how Markdown is written. */
export function editorFiles(surroundings: Surroundings, language: InterfaceLanguage): readonly Wanted[] {
	const { prefix } = surroundings;
	return [
		{ path: `${prefix}.vscode/mainstay.code-snippets`, text: workspaceSnippetsText(language) },
		{ path: `${prefix}.vscode/settings.json`, ...settings(surroundings) },
		{ path: `${prefix}.vscode/extensions.json`, text: json({ recommendations: ['redhat.vscode-yaml'] }) },
		...editorConfig(surroundings),
	];
}

function settings(surroundings: Surroundings): Pick<Wanted, 'text' | 'byHand'> {
	const schema = schemaPath(surroundings);
	// VS Code reads snippets in Markdown only where suggestions are on.
	const markdown = { 'editor.quickSuggestions': { other: true, comments: false, strings: false } };
	const schemas = schema === undefined ? {} : { 'yaml.schemas': { [schema]: ['mainstay.yaml'] } };
	const all = { ...schemas, '[markdown]': { ...markdown, 'editor.wordWrap': 'on' } };
	const byHand = schema && {
		lines: json(schemas).trim().split('\n').slice(1, -1),
		done: /mainstay\.schema\.json/,
	};
	return { text: json(all), ...(byHand ? { byHand } : {}) };
}

/** Only where neither the project nor anything above it in the repository has one. */
function editorConfig({ prefix, files }: Surroundings): readonly Wanted[] {
	const path = `${prefix}.editorconfig`;
	const parts = prefix.split('/').slice(0, -1);
	const above = parts.map(
		(_, index) =>
			`${parts
				.slice(0, index)
				.map((part) => `${part}/`)
				.join('')}.editorconfig`,
	);
	return above.some((each) => files.has(each)) ? [] : [{ path, text: readTemplate('editorconfig') }];
}

function json(value: unknown): string {
	return `${JSON.stringify(value, undefined, 2)}\n`;
}
