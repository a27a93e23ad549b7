import type { RulesText } from './index.ts';

export const en: RulesText = {
	title: 'Rules',
	lead: (count) =>
		`What \`mainstay check\` looks for: ${count} codes, each with its reason, its remedy and examples. Codes never change their meaning.`,
	bands: {
		'1': 'Frontmatter',
		'2': 'Links and pictures',
		'3': 'Diagrams and processes',
		'4': 'Structure of documents',
		'5': 'The whole set',
		'6': 'Files and safety',
		'7': 'Code and documents',
		'9': 'Settings',
	},
	severities: { error: 'Error', warning: 'Warning', hint: 'Hint' },
	severity: 'Severity',
	name: 'Name',
	why: 'Why it matters',
	mend: 'How to mend it',
	bad: 'Found in',
	good: 'Right',
	at: 'here',
	more: (count) => `More examples (${count})`,
	settings: 'Settings and exceptions',
	inSettings: 'Another severity for the whole knowledge base, in mainstay.yaml: error, warning, hint or off.',
	inDocument:
		'An exception at one place, in a line of its own above the block. The reason is required and counted.',
	inFrontmatter: 'In frontmatter, above the field; there it also covers findings about the whole document.',
	reason: 'the reason',
	fixed: 'This finding can neither be lowered nor ignored: publishing would lose or leak something.',
	sameOnTerminal: 'The same on the terminal',
	before: 'Before',
	after: 'After',
};
