import type { ExamplesByCode, RuleExample } from '../model/index.ts';

const NOTE = 'docs/hold.md';
const CODE = 'sales/hold.py';
const TEST = 'sales/test_hold.py';

/** `fields` start on line 11, the section at line 15 where there is one field. */
function note(fields: string, how = 'Orders above the limit wait for a release.'): string {
	return `---
kind: dev-note
id: DN-SAL-0001
title: Credit hold
owner: developer
wricef: enhancement
objects: [{type: DocType, name: Credit Release}]
technique: exit
standardGap: The standard warns but does not hold.
upgrade: {risk: low}
${fields}
---

## How it works

${how}
`;
}

const LIMIT = (limit: number): string =>
	`LIMIT = ${limit}\n\n\ndef hold(order):\n    return order.total > LIMIT\n`;
const COVERED = note(`code: [{path: ${CODE}}]`);

interface Change {
	readonly before: Readonly<Record<string, string>>;
	readonly files: Readonly<Record<string, string>>;
	readonly message?: string;
}

function change({ before, files, message = 'Raise the limit' }: Change): RuleExample {
	return { files, commit: { before, message } };
}

/** The limit is raised; the note stays as it is unless said otherwise. */
function raised(message: string, now = COVERED): RuleExample {
	return change({
		before: { [CODE]: LIMIT(1000), [NOTE]: COVERED },
		files: { [CODE]: LIMIT(2000), [NOTE]: now },
		message,
	});
}

const RAISED = note(`code: [{path: ${CODE}}]`, 'Orders above 2000 wait for a release.');
const kept = raised('Raise the limit', RAISED);

/** A note that shows code; the fence opens at line 18. */
function block(info: string, code: string): string {
	return note(`code: [{path: ${CODE}}]`, `The rule:\n\n\`\`\`python ${info}\n${code}\`\`\``);
}

const HOLD = 'def hold(order):\n    return order.total > LIMIT\n';
const MARKED = `# mainstay:begin rule\n${HOLD}# mainstay:end rule\n`;

function including(info: string, code: string): RuleExample {
	return { files: { [CODE]: LIMIT(1000), [NOTE]: block(info, code) } };
}

const TESTED = note(`tests: [${TEST}]\ncode: [{path: ${CODE}}]`);
const test = (limit: number): string => `def test_hold():\n    assert not hold(order(${limit}))\n`;

/** The code, and a note that names a path of it. */
function named(path: string): RuleExample['files'] {
	return { [CODE]: LIMIT(1000), [NOTE]: note(`code: [{path: ${path}}]`) };
}

/** Of every code that comparing documents with code can find. */
export const gateExamples: ExamplesByCode = {
	MS560: {
		bad: [{ ...raised('Raise the limit'), at: `${CODE}:1:1` }],
		good: [kept, raised('Rename a variable\n\nDocs-Waiver: DN-SAL-0001 the rule is the same')],
	},
	MS561: {
		bad: [
			{
				...change({
					before: { [CODE]: LIMIT(1000), [NOTE]: COVERED },
					files: { [NOTE]: RAISED, [CODE]: LIMIT(2000) },
					message: 'Raise the limit\n\nDocs-Waiver: DN-SAL-0001',
				}),
				at: ':1:1',
			},
		],
		good: [raised('Raise the limit\n\nDocs-Waiver: DN-SAL-0001 the note names no figure')],
	},
	MS562: {
		bad: [
			{
				...raised('Raise the limit\n\nDocs-Waiver: DN-SAL-0010 the note names no figure', RAISED),
				at: ':1:1',
			},
		],
		good: [raised('Raise the limit\n\nDocs-Waiver: DN-SAL-0001 the note names no figure')],
	},
	MS566: {
		bad: [
			{
				...raised('Raise the limit\n\nDocs-Waver: DN-SAL-0001 the note names no figure', RAISED),
				at: ':1:1',
			},
		],
		good: [raised('Raise the limit\n\nDocs-Waiver: DN-SAL-0001 the note names no figure')],
	},
	MS563: {
		bad: [
			{
				...raised('Raise the limit\n\nDocs-Waiver: DN-SAL-0001 the note names no figure'),
				at: `${CODE}:1:1`,
			},
		],
		good: [kept],
	},
	MS569: {
		bad: [
			{
				...change({
					before: { [CODE]: LIMIT(1000), [NOTE]: COVERED, 'docs/index.md': '# Start\n' },
					files: { [CODE]: LIMIT(2000), 'docs/index.md': '# Start\n' },
				}),
				at: `${CODE}:1:1`,
			},
		],
		good: [
			change({
				before: { [CODE]: LIMIT(1000), [NOTE]: COVERED, 'docs/index.md': '# Start\n' },
				files: { 'docs/index.md': '# Start\n' },
				message: 'Take the hold away',
			}),
		],
	},
	MS567: {
		bad: [
			{
				...change({
					before: { [CODE]: LIMIT(1000), [NOTE]: COVERED },
					files: { 'sales/limit.py': LIMIT(1000), [NOTE]: RAISED },
					message: 'Move the check',
				}),
				at: `${NOTE}:11:${'code: [{path: '.length + 1}`,
			},
		],
		good: [
			change({
				before: { [CODE]: LIMIT(1000), [NOTE]: COVERED },
				files: { 'sales/limit.py': LIMIT(1000), [NOTE]: note('code: [{path: sales/limit.py}]') },
				message: 'Move the check',
			}),
		],
	},
	MS568: {
		bad: [
			{
				files: {
					[CODE]: `${MARKED}\n${MARKED}`,
					[NOTE]: note(`code: [{path: ${CODE}, region: rule}]`),
				},
				at: `${NOTE}:11:${`code: [{path: ${CODE}, region: `.length + 1}`,
			},
		],
		good: [
			{
				files: {
					[CODE]: `${MARKED}\n${MARKED.replaceAll(' rule', ' other-rule')}`,
					[NOTE]: note(`code: [{path: ${CODE}, region: rule}]`),
				},
			},
		],
	},
	MS564: {
		bad: [
			{
				...change({
					before: { [TEST]: test(500), [CODE]: LIMIT(1000), [NOTE]: TESTED },
					files: { [CODE]: LIMIT(1000), [NOTE]: TESTED },
					message: 'Drop a test',
				}),
				at: `${NOTE}:11:9`,
			},
		],
		good: [
			change({
				before: { [TEST]: test(500), [CODE]: LIMIT(1000), [NOTE]: TESTED },
				files: {
					'sales/test_limit.py': test(500),
					[CODE]: LIMIT(1000),
					[NOTE]: TESTED.replace(TEST, 'sales/test_limit.py'),
				},
				message: 'Move a test',
			}),
		],
	},
	MS565: {
		bad: [
			{
				...change({
					before: { [TEST]: test(500), [CODE]: LIMIT(1000), [NOTE]: TESTED },
					files: { [TEST]: test(500), [CODE]: LIMIT(2000), [NOTE]: TESTED.replace('the limit', 'of 2000') },
				}),
				at: `${NOTE}:11:9`,
			},
		],
		good: [
			change({
				before: { [TEST]: test(500), [CODE]: LIMIT(1000), [NOTE]: TESTED },
				files: { [TEST]: test(1500), [CODE]: LIMIT(2000), [NOTE]: TESTED.replace('the limit', 'of 2000') },
			}),
		],
	},
	MS570: {
		bad: [
			{ ...including(`file=${CODE} symbol=hold`, HOLD.replace('>', '>=')), at: `${NOTE}:20:1` },
			{ ...including(`file=${CODE}`, LIMIT(500)), at: `${NOTE}:19:1` },
		],
		good: [including(`file=${CODE} symbol=hold`, HOLD), including(`file=${CODE}`, LIMIT(1000))],
	},
	MS571: {
		bad: [{ ...including('file=sales/hld.py', HOLD), at: `${NOTE}:18:1` }],
		good: [including(`file=${CODE} symbol=hold`, HOLD)],
	},
	MS572: {
		bad: [
			{ ...including(`file=${CODE} symbol=release`, HOLD), at: `${NOTE}:18:1` },
			{ ...including(`file=${CODE} region=rule`, HOLD), at: `${NOTE}:18:1` },
			{
				files: named('sales/*.py, symbol: release'),
				at: `${NOTE}:11:${'code: [{path: sales/*.py, symbol: '.length + 1}`,
			},
			{
				files: { [CODE]: LIMIT(1000), [NOTE]: note(`code: [{path: ${CODE}, symbol: release}]`) },
				at: `${NOTE}:11:${`code: [{path: ${CODE}, symbol: `.length + 1}`,
			},
		],
		good: [
			including(`file=${CODE} symbol=hold`, HOLD),
			{
				files: {
					[CODE]: MARKED,
					[NOTE]: block(`file=${CODE} region=rule`, HOLD),
				},
			},
		],
	},
	MS573: {
		bad: [
			{ files: named('sales/hld.py'), at: `${NOTE}:11:15` },
			{ files: named('sales/reports/**'), at: `${NOTE}:11:15` },
			{ files: named('sales\\hold.py'), at: `${NOTE}:11:15` },
		],
		good: [
			{ files: named(CODE) },
			{ files: named('/sales/*.py') },
			{ files: named('sales/') },
			// The code lies elsewhere.
			{ files: { [NOTE]: note(`code: [{path: ${CODE}}]`) } },
			{ files: named('apps/other/hold.py, repo: apps') },
		],
	},
};
