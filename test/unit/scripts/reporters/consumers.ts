import { JSDOM } from 'jsdom';

/** A workflow command as the runner of GitHub Actions reads it (`ActionCommand.TryParseV2` of actions/runner). */
export function readCommand(
	line: string,
): { command: string; properties: Record<string, string>; data: string } | undefined {
	if (!line.startsWith('::')) return undefined;
	const end = line.indexOf('::', 2);
	if (end === -1) return undefined;
	const head = line.slice(2, end);
	const space = head.indexOf(' ');
	const properties: Record<string, string> = {};
	for (const pair of space === -1
		? []
		: head
				.slice(space + 1)
				.trim()
				.split(',')) {
		const equals = pair.indexOf('=');
		if (equals > 0) properties[pair.slice(0, equals)] = unescaped(pair.slice(equals + 1), '%3A', '%2C');
	}
	return {
		command: space === -1 ? head : head.slice(0, space),
		properties,
		data: unescaped(line.slice(end + 2)),
	};
}

/** The runner undoes its escapes one after the other, the percent sign last. */
function unescaped(text: string, ...more: readonly string[]): string {
	return ['%0D', '%0A', ...more, '%25'].reduce(
		(all, sign) => all.replaceAll(sign, String.fromCharCode(Number.parseInt(sign.slice(1), 16))),
		text,
	);
}

/** Required properties and values of GitLab's Code Quality report, as JSON Schema. */
export const GITLAB_SCHEMA = {
	type: 'array',
	items: {
		type: 'object',
		required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
		properties: {
			description: { type: 'string', minLength: 1 },
			check_name: { type: 'string', minLength: 1 },
			fingerprint: { type: 'string', minLength: 1 },
			severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
			location: {
				type: 'object',
				required: ['path', 'lines'],
				properties: {
					// Relative to the repository; `./` before it is not understood.
					path: { type: 'string', pattern: '^(?!\\./|/|\\.\\./).+' },
					lines: {
						type: 'object',
						required: ['begin'],
						properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
					},
				},
			},
		},
	},
};

interface JUnitElement {
	readonly attributes: readonly string[];
	readonly required: readonly string[];
	readonly inside: readonly string[];
	readonly numbers?: readonly string[];
}

/** The elements that we write, with what the schema of Jenkins (junit-10.xsd) lets them have. */
const JUNIT: Readonly<Record<string, JUnitElement>> = {
	testsuites: {
		attributes: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'],
		required: [],
		inside: [''],
		numbers: ['time', 'tests', 'failures', 'errors'],
	},
	testsuite: {
		attributes: [
			'name',
			'tests',
			'failures',
			'errors',
			'time',
			'disabled',
			'skipped',
			'timestamp',
			'hostname',
			'id',
			'package',
			'file',
		],
		required: ['name', 'tests'],
		inside: ['testsuites'],
		numbers: ['tests', 'failures', 'errors', 'time', 'skipped'],
	},
	testcase: {
		attributes: ['name', 'assertions', 'time', 'classname', 'status', 'class', 'file', 'line'],
		required: ['name'],
		inside: ['testsuite'],
		numbers: ['time', 'line'],
	},
	failure: { attributes: ['message', 'type'], required: [], inside: ['testcase'] },
	'system-out': { attributes: [], required: [], inside: ['testcase'] },
};

export interface JUnitCase {
	readonly name: string;
	readonly file: string;
	/** '' where the case passes. */
	readonly message: string;
	readonly text: string;
}

/** Reads a report with a strict XML parser. @throws where it is no XML, or not what the schema allows. */
export function readJUnit(xml: string): JUnitCase[] {
	const { DOMParser } = new JSDOM('').window;
	const document = new DOMParser().parseFromString(xml, 'application/xml');
	const failure = document.querySelector('parsererror');
	if (failure) throw new Error(failure.textContent);
	for (const element of document.querySelectorAll('*')) assertAllowed(element);
	return [...document.querySelectorAll('testcase')].map((each) => ({
		name: each.getAttribute('name') ?? '',
		file: each.getAttribute('file') ?? '',
		message: each.querySelector('failure')?.getAttribute('message') ?? '',
		text: each.textContent,
	}));
}

function assertAllowed(element: Element): void {
	const { localName, parentElement } = element;
	const rule = JUNIT[localName];
	const within = parentElement?.localName ?? '';
	if (!rule?.inside.includes(within)) throw new Error(`<${localName}> inside <${within}>`);
	for (const { name, value } of element.attributes) {
		if (!rule.attributes.includes(name)) throw new Error(`${name} on <${localName}>`);
		if (rule.numbers?.includes(name) && !/^\d+(?:\.\d+)?$/.test(value)) {
			throw new Error(`${name}="${value}" on <${localName}>`);
		}
	}
	for (const name of rule.required) {
		if (!element.getAttribute(name)) throw new Error(`<${localName}> without ${name}`);
	}
}
