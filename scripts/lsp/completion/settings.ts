import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver';
import { factsAt } from '../../../schemas/index.ts';
import { catalogue } from '../../../src/compiler/index.ts';
import { placesOf } from '../../../src/fixes/index.ts';
import { wordsIn } from '../../../src/model/wording.ts';
import type { Spot } from '../spot.ts';
import type { YamlCursor } from '../yaml-cursor.ts';
import type { KeyOffer, Offer } from './items.ts';
import { schemaValues } from './values.ts';
import { yamlItems } from './yaml.ts';

type Path = readonly (string | number)[];

/** Keys and values of mainstay.yaml. */
export function completeSettings(spot: Spot, cursor: YamlCursor, snippets: boolean): CompletionItem[] {
	const { text, tongue } = spot;
	return yamlItems(cursor, {
		text,
		places: placesOf(text),
		snippets,
		tongue,
		factsAt: (path) => factsAt('mainstay', path),
		isRequired: () => false,
		valuesAt: (path, facts) => [...fromElsewhere(spot, path), ...(facts ? schemaValues(spot, facts) : [])],
		moreKeys: (path) => keysFromElsewhere(spot, path),
	});
}

/** Keys of maps that are open to any name, where it is known which ones make sense. */
function keysFromElsewhere({ view, tongue }: Spot, path: Path): KeyOffer[] {
	const facts = factsAt('mainstay', [...path, 'x']);
	if (path.length !== 1 || !facts) return [];
	const named = (key: string, label: string): KeyOffer => ({
		key,
		isRequired: false,
		facts: { ...facts, labels: { en: label, 'zh-CN': label, 'zh-TW': label } },
	});
	if (path[0] === 'rules') {
		return [...catalogue.values()]
			.filter(({ fixed }) => fixed !== true)
			.map(({ rule, code, title }) => named(rule, `${code} ${wordsIn(title, tongue.messages)}`));
	}
	if (path[0] !== 'continuity') return [];
	return [...view.config.systems].map(([key, label]) => named(key, Object.values(label)[0] ?? key));
}

/** Keys of the vocabularies, where settings name them. */
function fromElsewhere({ view }: Spot, path: Path): Offer[] {
	const { config } = view;
	const keys = (some: Iterable<string>): Offer[] =>
		[...some].map((value) => ({ value, kind: CompletionItemKind.EnumMember }));
	if (path[0] === 'audiences' && path[2] === 'modules' && path.length === 4)
		return keys(config.modules.keys());
	if (path[0] === 'dataObjects' && path[2] === 'system') return keys(config.systems.keys());
	return [];
}
