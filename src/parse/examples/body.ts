import type { ExamplesByCode, RuleExamples } from '../../model/index.ts';

const PATH = 'docs/restart.md';

function shown(bad: readonly (readonly [text: string, place: string])[], good: string): RuleExamples {
	return {
		bad: bad.map(([text, place]) => ({ files: { [PATH]: text }, at: `${PATH}:${place}` })),
		good: [{ files: { [PATH]: good } }],
	};
}

/** A page with these lines below its heading: they start on line 3. */
function page(...lines: readonly string[]): string {
	return ['# Restart', '', ...lines, ''].join('\n');
}

const step = (attributes: string): readonly string[] => [
	`::::step{${attributes}}`,
	'## Stop the server',
	'Tell the users first.',
	'::::',
];

export const bodyExamples: ExamplesByCode = {
	MS120: shown(
		[
			[page(...step('#stop risk=high')), '3:21'],
			[page(...step('#stop minutes=ten')), '3:24'],
		],
		page(...step('#stop risk=reversible minutes=10')),
	),
	MS121: shown(
		[
			[page(':::note', 'The night job is running until six.', '', '## Then', 'Restart it.'), '3:1'],
			[page('::::step{#stop}', '## Stop', 'Tell the users.', '', ...step('#start')), '3:1'],
			[page(':::note', '夜间任务六点结束。', '：：：', '', '之后重启。'), '5:1'],
			[page(':::step{#stop}', '## Stop', ':::expect', 'It is down.', ':::', ':::'), '3:1'],
		],
		page(':::note', 'The night job is running until six.', ':::', '', '## Then', 'Restart it.'),
	),
	MS433: shown(
		[
			[
				page('<details>', '<summary>The log</summary>', '', 'It is long.', '', '## Then', 'Restart it.'),
				'3:1',
			],
			[page('Press <kbd>Enter<kbd> twice.'), '3:17'],
			[page('<!-- Ask Wang first ->', '', '## Then', '', 'Restart it.'), '3:1'],
			[page('> <div>', '>', '> Wait.', '>', '> </div></div>'), '7:9'],
		],
		page(
			'<details><summary>The log</summary>',
			'',
			'<b>Long</b> <a id="x"> <br> `<b>` <!-- <b> -->',
			'</details>',
		),
	),
	MS610: shown([[page(`${'> '.repeat(101)}deep`), '3:1']], page('> > > deep')),
	MS611: {
		bad: [{ files: { [PATH]: page('Stop it, start it.') }, at: `${PATH}:1:1`, event: 'failed-parser' }],
		good: [{ files: { [PATH]: page('Stop it, start it.') } }],
	},
	MS612: shown([[page('!['.repeat(101)), '3:1']], page('```text', '!['.repeat(101), '```')),
};
