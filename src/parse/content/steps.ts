import type { Nodes, Parent } from 'mdast';
import { nearest, type ProcedureStep } from '../../model/index.ts';
import { directiveAttribute } from '../findings.ts';
import type { Directive } from '../tree.ts';
import { PLAIN_ID } from './anchor-ids.ts';
import { checkClosed, endsEarly } from './closing-lines.ts';
import type { Collector } from './collector.ts';
import { onItsOwn, textOf } from './plain-text.ts';

const RISKS = ['read-only', 'reversible', 'destructive'] as const;

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = { step: ['id', 'risk', 'minutes'] };

/** Checks a directive and, when it is a step, collects it. */
export function collectDirective(node: Directive, collector: Collector): void {
	checkClosed(node, collector);
	const isUnclear = checkAttributes(node, collector);
	if (node.name === 'expect' || node.name === 'rollback') markUnknownParts(node, collector);
	if (node.name !== 'step') return;
	const {
		id = '',
		risk = '',
		minutes = '',
	} = (node.attributes ?? {}) as Record<string, string | null | undefined>;
	const number = collector.procedure.length + 1;
	const title = titleOf(node);
	const time = Number(minutes);
	// What a step lacks that ended too early is not known.
	const isTorn = endsEarly(node, collector.text);
	const step: ProcedureStep = {
		id: collector.ids.claim(id && PLAIN_ID.test(id) ? id : `step-${number}`),
		title: title || id || String(number),
		risk: RISKS.find((each) => each === risk) ?? 'read-only',
		...(minutes && Number.isFinite(time) && time >= 0 ? { minutes: time } : {}),
		hasExpect: isTorn || holds(node, 'expect'),
		hasRollback: isTorn || holds(node, 'rollback'),
		...(isUnclear && { isUnclear }),
		...((node.children.length === 0 || node.data?.unclosed) && { unknownParts: true }),
		range: rangeOf(node, collector),
	};
	node.data = { ...node.data, step: collector.procedure.length };
	collector.procedure.push(step);
	if (!node.children.some((child) => child.type === 'heading')) collector.sections.open(step.id, step.title);
}

function rangeOf(node: Nodes, collector: Collector) {
	return collector.lines.range(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** The first heading in it, else its label: `::::step[Title]`. */
function titleOf(node: Directive): string {
	const heading = node.children.find((child) => child.type === 'heading');
	const label = node.children.find((child) => child.type === 'paragraph' && isLabel(child));
	const title = heading ?? label;
	if (!title) return '';
	const text = textOf(title).replace(/\s*\{#[^{}\s]+\}\s*$/, '');
	return onItsOwn(text.trim());
}

/** The paragraph that the parser makes of `[…]` behind a directive's name. */
export function isLabel(node: Nodes): boolean {
	return (node.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
}

/** A part that says nothing or stands behind its step is a finding by itself: the step may have what it seems to lack. */
function markUnknownParts(node: Directive, { procedure }: Collector): void {
	const step = procedure.at(-1);
	const isBehind = step && (node.position?.start.line ?? 0) > step.range.end.line;
	if (step && (isBehind || !saysAnything(node)))
		procedure[procedure.length - 1] = { ...step, unknownParts: true };
}

function saysAnything(node: Parent): boolean {
	return node.children.some((child) => !isLabel(child as Nodes));
}

function holds(node: Parent, name: string): boolean {
	return node.children.some(
		(child) =>
			(child.type === 'containerDirective' &&
				(child.name === name ? saysAnything(child) : child.name !== 'step' && holds(child, name))) ||
			((child.type === 'list' || child.type === 'listItem' || child.type === 'blockquote') &&
				holds(child, name)),
	);
}

/** Reports attributes that mean nothing; answers whether there are any. */
function checkAttributes(node: Directive, collector: Collector): boolean {
	const known = ATTRIBUTES[node.name] ?? ['id', 'class', 'title'];
	const before = collector.findings.length;
	const colon = withColon(node, known, collector);
	for (const [attribute, written] of Object.entries(node.attributes ?? {})) {
		if (colon.has(attribute)) continue;
		const value = written ?? '';
		const expected = expectedValue(node.name, attribute, value, known);
		if (expected === undefined) continue;
		const candidates = attribute === 'risk' ? RISKS : known.includes(attribute) ? [] : known;
		const suggestions = nearest(attribute === 'risk' ? value : attribute, candidates).map((each) => ({
			value: each,
		}));
		collector.findings.push({
			code: directiveAttribute.code,
			file: collector.file,
			range: attributeRange(node, attribute, expected === '' ? '' : value, collector),
			params: { directive: node.name, attribute, value, expected },
			...(suggestions.length > 0 && { suggestions }),
		});
	}
	return collector.findings.length > before;
}

/** `risk: destructive`, as fields are written: two attributes that mean nothing, and one mistake. Answers what is told. */
function withColon(node: Directive, known: readonly string[], collector: Collector): ReadonlySet<string> {
	const told = new Set<string>();
	const names = Object.keys(node.attributes ?? {});
	const start = node.position?.start.offset ?? 0;
	const [line = ''] = /^[^\r\n]*/.exec(collector.text.slice(start, start + 1000)) ?? [];
	for (const { 0: written, 1: attribute = '', 2: value = '', index } of line.matchAll(
		/(?<=[{\s])([A-Za-z]+)[:：][ \t]*([^\s{}"'=#.]+)/g,
	)) {
		const own = names.filter((name) => name === value || (name !== attribute && name.startsWith(attribute)));
		if (!known.includes(attribute) || own.length === 0) continue;
		for (const name of own) told.add(name);
		const expected = `${attribute}=${value}`;
		collector.findings.push({
			code: directiveAttribute.code,
			file: collector.file,
			range: collector.lines.range(start + index, start + index + written.length),
			params: { directive: node.name, attribute, value, expected, written },
			suggestions: [{ value: expected }],
		});
	}
	return told;
}

/** What should stand there instead; undefined when all is well, '' when nothing should. */
function expectedValue(
	directive: string,
	attribute: string,
	value: string,
	known: readonly string[],
): string | undefined {
	if (!known.includes(attribute)) return '';
	if (directive !== 'step') return undefined;
	if (attribute === 'risk') return RISKS.some((risk) => risk === value) ? undefined : RISKS.join(' | ');
	if (attribute === 'minutes') return /^\d{1,5}(?:\.\d+)?$/.test(value) ? undefined : 'minutes=10';
	return PLAIN_ID.test(value) ? undefined : '#step-id';
}

function attributeRange(node: Directive, attribute: string, value: string, collector: Collector) {
	const start = node.position?.start.offset ?? 0;
	const line = /^[^\r\n]*/.exec(collector.text.slice(start, start + 1000))?.[0] ?? '';
	const place =
		value === '' ? line.indexOf(attribute) : line.indexOf(value, Math.max(0, line.indexOf(attribute)));
	const from = start + Math.max(0, place);
	return collector.lines.range(from, from + (place === -1 ? line.length : (value || attribute).length));
}
