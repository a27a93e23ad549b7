/** What BPMN has no place for, as a vocabulary of its own: a round trip of our documents loses nothing. */
export const MAINSTAY_NAMESPACE = 'urn:x-mainstay:bpmn:1';

const texts = (name: string): object => ({ name, type: 'String', isMany: true });
const attribute = (name: string): object => ({ name, type: 'String', isAttr: true });

/** The vocabulary in the form that moddle reads. */
export const MAINSTAY_PACKAGE = {
	name: 'Mainstay',
	uri: MAINSTAY_NAMESPACE,
	prefix: 'mainstay',
	xml: { tagAlias: 'lowerCase' },
	types: [
		{
			name: 'Process',
			superClass: ['Element'],
			// The fields of the document beside its steps, as JSON.
			properties: [attribute('lang'), { name: 'fields', type: 'String', isBody: true }],
		},
		{ name: 'Lane', superClass: ['Element'], properties: [attribute('role')] },
		{
			name: 'Step',
			superClass: ['Element'],
			properties: [
				...['id', 'type', 'transaction', 'system', 'process'].map(attribute),
				{ name: 'data', type: 'DataUse', isMany: true },
				...['controls', 'runbooks', 'customisations'].map(texts),
			],
		},
		{ name: 'DataUse', superClass: ['Element'], properties: ['object', 'access'].map(attribute) },
	],
	enumerations: [],
	associations: [],
} as const;

/** Fields of a process document, beside its steps, that its BPMN file carries. */
export const PROCESS_FIELDS = [
	'summary',
	'owner',
	'modules',
	'systems',
	'stage',
	'phase',
	'level',
	'parent',
	'order',
	'trigger',
	'inputs',
	'outputs',
	'controls',
	'kpis',
	'keywords',
] as const;
