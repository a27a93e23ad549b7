import type { Bilingual, Document, Reference } from '../../src/model/index.ts';
import type { StalePattern } from './settings.ts';

interface MoveTexts {
	readonly refused: string;
	readonly dryRun: string;
	becomes(before: Document, after: Document): string;
	lostLink(file: string, reference: Reference): string;
	redirect(file: string, address: string): string;
	redirectByHand(file: string, address: string): string;
	links(count: number, files: number): string;
	staleGlob(pattern: StalePattern): string;
}

const at = (file: string, { range, target }: Reference): string =>
	`  ${file}:${range.start.line}:${range.start.column}  ${target}`;

const placeOf = ({ file, line }: StalePattern): string => (line === undefined ? file : `${file}:${line}`);

export const moveTexts: Bilingual<MoveTexts> = {
	en: {
		refused:
			'Nothing was moved: the checks would then find what they do not find now (--force moves all the same).',
		dryRun: 'No file was touched.',
		becomes: (before, after) =>
			before.kind === after.kind
				? `  ${after.file}  its language would be ${after.lang} instead of ${before.lang}`
				: `  ${after.file}  would be a ${after.kind} instead of a ${before.kind}: write \`kind: ${before.kind}\` into it first`,
		lostLink: (file, reference) => `${at(file, reference)}  cannot be rewritten; change it by hand`,
		redirect: (file, address) => `${file}  redirects from ${address}`,
		redirectByHand: (file, address) => `${file}  add \`redirectFrom: [${address}]\` by hand`,
		links: (count, files) =>
			count === 0
				? 'No link had to be rewritten.'
				: `${count} ${count === 1 ? 'link' : 'links'} rewritten in ${files} ${files === 1 ? 'file' : 'files'}.`,
		staleGlob: (pattern) =>
			`${placeOf(pattern)}  the pattern ${pattern.glob} covered what is moved; change it if it should go on`,
	},
	'zh-CN': {
		refused: '没有移动：移动后检查会发现现在没有的问题（--force 仍然移动）。',
		dryRun: '没有改动任何文件。',
		becomes: (before, after) =>
			before.kind === after.kind
				? `  ${after.file}  语言会从 ${before.lang} 变成 ${after.lang}`
				: `  ${after.file}  会从 ${before.kind} 变成 ${after.kind}：请先在文件中写明 \`kind: ${before.kind}\``,
		lostLink: (file, reference) => `${at(file, reference)}  无法改写，请手工修改`,
		redirect: (file, address) => `${file}  从 ${address} 重定向`,
		redirectByHand: (file, address) => `${file}  请手工加上 \`redirectFrom: [${address}]\``,
		links: (count, files) =>
			count === 0 ? '没有需要改写的链接。' : `改写了 ${files} 个文件中的 ${count} 个链接。`,
		staleGlob: (pattern) =>
			`${placeOf(pattern)}  模式 ${pattern.glob} 覆盖过被移动的文件；如需继续生效请修改`,
	},
};
