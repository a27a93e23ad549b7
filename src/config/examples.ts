import type { ExamplesByCode, RuleExample } from '../model/index.ts';

const PAGE = { 'docs/index.md': '# Start\n\nRead on below.\n' };

function settings(text: string): RuleExample {
	return { files: { 'mainstay.yaml': text, ...PAGE } };
}

function bad(text: string, place: string): RuleExample {
	return { ...settings(text), at: `mainstay.yaml:${place}` };
}

/** Of every code that mainstay.yaml can have. */
export const configExamples: ExamplesByCode = {
	MS901: {
		bad: [bad('title: ERP: how we run it\n', '1:8'), bad('docs: docs\ndocs: handbook\n', '2:1')],
		good: [settings('title: "ERP: how we run it"\ndocs: docs\n')],
	},
	MS902: {
		bad: [bad('langauges: [en]\n', '1:1'), bad('review: {evry: P6M}\n', '1:10')],
		good: [settings('languages: [en]\nreview: {every: P6M}\nx-team: ERP\n')],
	},
	MS903: {
		bad: [bad('review: {every: 6 months}\n', '1:17'), bad('languages: en\n', '1:12')],
		good: [settings('review: {every: P6M}\nlanguages: [en]\n')],
	},
	MS904: {
		bad: [bad('rules:\n  link-target-mising: warning\n', '2:3')],
		good: [settings('rules:\n  link-target-missing: warning\n')],
	},
	MS905: {
		bad: [
			bad('kinds: {"../runbooks/**": runbook}\n', '1:9'),
			bad('kinds: {"runbooks\\\\**": runbook}\n', '1:9'),
		],
		good: [settings('kinds: {"runbooks/**": runbook}\n')],
	},
	MS906: { bad: [bad('languages: [en, chinese]\n', '1:17')], good: [settings('languages: [en, zh-CN]\n')] },
	MS907: {
		bad: [
			bad('docs: handbook\n', '1:7'),
			bad('sources: [{name: a, path: docs}, {name: b, path: docs}]\n', '1:50'),
		],
		good: [settings('docs: docs\n')],
	},
	MS908: {
		bad: [
			bad(
				'modules: {stock: Stock}\naudiences: {vendor: {classification: public, modules: [stok]}}\nrules: {config-audiences-not-applied: off}\n',
				'2:56',
			),
		],
		good: [
			settings(
				'modules: {stock: Stock}\naudiences: {vendor: {classification: public, modules: [stock]}}\nrules: {config-audiences-not-applied: off}\n',
			),
		],
	},
	MS909: {
		bad: [
			bad('sources: [{name: main, path: docs}, {name: shop, git: "https://git.example/shop.git"}]\n', '1:55'),
		],
		good: [
			{
				files: {
					'mainstay.yaml': 'sources: [{name: main, path: docs}, {name: shop, path: shop}]\n',
					...PAGE,
					'shop/opening.md': '# Shop\n\nOpen at nine.\n',
				},
			},
		],
	},
	MS910: {
		bad: [
			{
				...bad('title: 运维知识库\n', '1:1'),
				disk: { 'mainstay.yaml': { type: 'encoding', name: 'gb18030' } },
			},
		],
		good: [settings('title: 运维知识库\n')],
	},
	MS911: {
		bad: [bad('audiences: {vendor: {classification: public}}\n', '1:1')],
		good: [settings('title: Handbook\n')],
	},
};
