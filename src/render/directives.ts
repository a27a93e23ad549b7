import type { Element, ElementContent } from 'hast';
import type { BlockContent, Blockquote, Parents } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { defaultHandlers } from 'remark-rehype';
import { marked } from './marks.ts';
import type { Rendering } from './to-hast.ts';
import type { Words } from './words.ts';

type State = Parameters<typeof defaultHandlers.link>[0];

type Admonition = keyof Words['admonitions'];

/** A directive as HTML: a step, its expected result, its way back, or an admonition. */
export function directive(state: State, node: ContainerDirective, rendering: Rendering): Element {
	const { words } = rendering;
	const { label, content } = splitLabel(state, node);
	switch (node.name) {
		case 'step':
			return step(node, label, content, rendering);
		case 'expect':
			return block('expect', label.length > 0 ? label : [text(words.expect)], content);
		case 'rollback':
			return block('rollback', label.length > 0 ? label : [text(words.rollback)], content);
		default:
			return aside(
				node.name as Admonition,
				label.length > 0 ? label : [text(words.admonitions[node.name as Admonition] ?? '')],
				content,
			);
	}
}

/** An admonition made of something else than a directive. */
export function admonition(
	state: State,
	parent: Parents,
	name: Admonition,
	label: ElementContent[],
	words: Words,
): Element {
	return aside(
		name,
		label.length > 0 ? label : [text(words.admonitions[name])],
		state.wrap(state.all(parent), true),
	);
}

/** `[…]` behind a directive's name is a title; the parser puts it first among the children. */
function splitLabel(
	state: State,
	node: ContainerDirective,
): { label: ElementContent[]; content: ElementContent[] } {
	const [first, ...rest] = node.children;
	const isLabel =
		first?.type === 'paragraph' && (first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
	const children = isLabel ? rest : node.children;
	return {
		label: isLabel ? state.all(first) : [],
		content: state.wrap(state.all({ ...node, children }), true),
	};
}

function step(
	node: ContainerDirective,
	label: ElementContent[],
	content: ElementContent[],
	{ document, words }: Rendering,
): Element {
	const index = node.data?.step ?? 0;
	const procedure = document.procedure[index];
	if (!procedure) return marked('div', {}, content);
	const { id, risk, minutes } = procedure;
	const facts: ElementContent[] = [
		marked('span', { dataMsClass: 'step-index' }, [text(words.step(index + 1))]),
		text(' '),
		marked('span', { dataMsClass: `step-risk ${risk}` }, [text(words.risks[risk])]),
	];
	if (minutes !== undefined) {
		facts.push(text(' '), marked('span', { dataMsClass: 'step-minutes' }, [text(words.minutes(minutes))]));
	}
	const set = { 'data-risk': risk, ...(minutes !== undefined && { 'data-minutes': String(minutes) }) };
	const title = label.length > 0 ? [marked('p', { dataMsClass: 'step-title' }, label)] : [];
	return marked(
		'div',
		{ dataMsTag: 'section', dataMsClass: 'step', dataMsId: id, dataMsSet: JSON.stringify(set) },
		[marked('p', { dataMsClass: 'step-bar' }, facts), ...title, ...content],
	);
}

function block(name: string, title: ElementContent[], content: ElementContent[]): Element {
	return marked('div', { dataMsClass: name }, [
		marked('p', { dataMsClass: `${name}-title` }, title),
		...content,
	]);
}

function aside(name: string, title: ElementContent[], content: ElementContent[]): Element {
	return marked('div', { dataMsTag: 'aside', dataMsClass: `admonition ${name}` }, [
		marked('p', { dataMsClass: 'admonition-title' }, title),
		...content,
	]);
}

function text(value: string): ElementContent {
	return { type: 'text', value };
}

const ALERTS: Readonly<Record<string, Admonition>> = {
	NOTE: 'note',
	TIP: 'tip',
	IMPORTANT: 'note',
	WARNING: 'caution',
	CAUTION: 'danger',
};

/** GitHub's `> [!NOTE]`, which many folders are full of; undefined for any other quote. */
export function alertOf(
	node: Blockquote,
): { name: Admonition; children: Blockquote['children'] } | undefined {
	const [first, ...rest] = node.children;
	const lead = first?.type === 'paragraph' ? first.children[0] : undefined;
	const match = lead?.type === 'text' ? /^\[!([A-Z]+)\][ \t]*(?:\n|$)/.exec(lead.value) : null;
	const name = ALERTS[match?.[1] ?? ''];
	if (!match || !name || first?.type !== 'paragraph' || lead?.type !== 'text') return undefined;
	const remaining = lead.value.slice(match[0].length);
	const children = [...(remaining === '' ? [] : [{ ...lead, value: remaining }]), ...first.children.slice(1)];
	const paragraph: BlockContent[] = children.length === 0 ? [] : [{ ...first, children }];
	return { name, children: [...paragraph, ...rest] };
}
