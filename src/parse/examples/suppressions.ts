import type { ExamplesByCode, RuleExample } from '../../model/index.ts';

const PATH = 'docs/contract.md';

function page(comment: string, link = 'contract.pdf.md'): RuleExample {
	return { files: { [PATH]: `# Contract\n\n${comment}\n\nSee [the file](${link}).\n` } };
}

function bad(comment: string, link?: string): RuleExample {
	return { ...page(comment, link), at: `${PATH}:3:1` };
}

const REASON = 'it lies in the archive until the audit (2027-03)';
const good: readonly RuleExample[] = [page(`<!-- mainstay-ignore MS201: ${REASON} -->`)];

export const suppressionExamples: ExamplesByCode = {
	MS140: {
		bad: [bad('<!-- mainstay-ignore MS208 -->', '#contract')],
		good: [page('<!-- mainstay-ignore MS208: only at the front desk -->', 'file:///c:/contract.pdf')],
	},
	MS141: { bad: [bad(`<!-- mainstay-ignore MS201: ${REASON} -->`, '#contract')], good },
	MS142: {
		bad: [
			bad('<!-- mainstay-ignore MS1234: it is in order -->', '#contract'),
			bad('<!-- mainstay-ignore: it is in order -->', '#contract'),
			bad('<!-- mainstay-ignore MS601: it is in order -->', '#contract'),
			bad('<!-- mainstay-ignore MS560: it is in order -->', '#contract'),
		],
		good,
	},
};
