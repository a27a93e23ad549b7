import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import { placesOf } from '../../../src/fixes/index.ts';
import type { Labels } from '../../../src/model/index.ts';
import { rangeOf } from '../positions.ts';
import type { Spot } from '../spot.ts';
import { offerItems, valueOffers } from './items.ts';

interface Block {
	readonly name: string;
	readonly labels: Labels;
	/** Behind the colons and the name; `$0` is where writing goes on. */
	readonly body: string;
	readonly colons: string;
}

const text = (en: string, cn: string, tw: string): Labels => ({ en, 'zh-CN': cn, 'zh-TW': tw });

const BLOCKS: readonly Block[] = [
	{
		name: 'step',
		labels: text('Step', '步骤', '步驟'),
		colons: '::::',
		body: '{#$1 risk=read-only minutes=$2}\n### $3\n\n$0\n::::',
	},
	{
		name: 'expect',
		labels: text('Expected result', '预期结果', '預期結果'),
		colons: ':::',
		body: '\n$0\n:::',
	},
	{ name: 'rollback', labels: text('Rollback', '回退', '回復'), colons: ':::', body: '\n$0\n:::' },
	{ name: 'note', labels: text('Note', '说明', '說明'), colons: ':::', body: '\n$0\n:::' },
	{ name: 'tip', labels: text('Tip', '提示', '提示'), colons: ':::', body: '\n$0\n:::' },
	{ name: 'caution', labels: text('Caution', '注意', '注意'), colons: ':::', body: '\n$0\n:::' },
	{ name: 'danger', labels: text('Danger', '危险', '危險'), colons: ':::', body: '\n$0\n:::' },
];

const RISKS = [
	{ value: 'read-only', labels: text('Read only', '只读', '唯讀') },
	{ value: 'reversible', labels: text('Reversible', '可撤销', '可復原') },
	{ value: 'destructive', labels: text('Destructive', '破坏性', '破壞性') },
];

/** The blocks that begin with `:::`, and the risk of a step. */
export function completeDirective(
	spot: Spot,
	line: string,
	offset: number,
	snippets: boolean,
): CompletionItem[] {
	const places = placesOf(spot.text);
	const risk = /^\s*:{3,}step\{[^}]*\brisk="?([a-z-]*)$/.exec(line)?.[1];
	if (risk !== undefined) {
		const rest = /^[a-z-]*/.exec(spot.text.slice(offset))?.[0] ?? '';
		const range = places.range(offset - risk.length, offset + rest.length);
		return offerItems(valueOffers(RISKS, spot.tongue), range);
	}
	const opening = /^\s*(:{2,}[a-z]*)$/.exec(line)?.[1];
	if (opening === undefined) return [];
	const range = rangeOf(places.range(offset - opening.length, offset));
	return BLOCKS.map(({ name, labels, colons, body }, index) => ({
		label: `${colons}${name}`,
		kind: CompletionItemKind.Snippet,
		sortText: String(index),
		filterText: `:::${name} ::::${name} ${Object.values(labels).join(' ')}`,
		detail: labels[spot.tongue.labels],
		...(snippets && { insertTextFormat: InsertTextFormat.Snippet }),
		textEdit: { range, newText: `${colons}${name}${snippets ? body : plain(body)}` },
	}));
}

/** A snippet without its stops, for editors that know none. */
function plain(body: string): string {
	return body.replace(/ minutes=\$\d|\$\d/g, '');
}
