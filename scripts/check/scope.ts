import type { GateScope, MessageLocale } from '../../src/model/index.ts';
import { inert } from '../../src/model/inert.ts';
import { wordsIn } from '../../src/model/wording.ts';

/** What a check of changes looked at, for people. */
export function scopeText(scope: GateScope, locale: MessageLocale): string {
	return `${wordsIn({ en: english, 'zh-CN': chinese }, locale)(scope).map(inert).join('\n')}\n`;
}

function english(scope: GateScope): string[] {
	const { revision, base, files, documents, affected, code, notes, elsewhere, waived, whole } = scope;
	const reach = whole
		? `the settings changed, so all ${documents + affected} documents`
		: `${count(documents, 'document')} and ${affected} that ${affected === 1 ? 'hangs' : 'hang'} together with ${documents === 1 ? 'it' : 'them'}`;
	return [
		`Looked at ${count(files, 'changed file')} since ${revision} (${base}): ${reach}; ${count(code, 'file')} of code covered by one of ${count(notes, 'note')}.`,
		...elsewhere.map(
			({ repo, notes: ids }) => `Not looked at: code in ${repo} (${some(ids)}); run the check there.`,
		),
		...waived.map(({ id, reason, commit }) => `Waived: ${id} (${commit}): ${reason}`),
	];
}

function chinese(scope: GateScope): string[] {
	const { revision, base, files, documents, affected, code, notes, elsewhere, waived, whole } = scope;
	const reach = whole
		? `设置改了，因此检查全部 ${documents + affected} 篇文档`
		: `${documents} 篇文档，以及与其相关的 ${affected} 篇`;
	return [
		`检查了自 ${revision}（${base}）以来变更的 ${files} 个文件：${reach}；其中 ${code} 个代码文件被文档覆盖（共 ${notes} 篇二次开发文档）。`,
		...elsewhere.map(
			({ repo, notes: ids }) => `未检查：${repo} 中的代码（${some(ids)}），请在那个仓库里检查。`,
		),
		...waived.map(({ id, reason, commit }) => `已豁免：${id}（${commit}）：${reason}`),
	];
}

const MOST = 5;

function some(ids: readonly string[]): string {
	return ids.length > MOST ? `${ids.slice(0, MOST).join(', ')}, +${ids.length - MOST}` : ids.join(', ');
}

function count(number: number, noun: string): string {
	return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
