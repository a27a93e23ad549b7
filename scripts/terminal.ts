import type { OnProgress, Phase } from '../src/compiler/index.ts';
import type { Bilingual, MessageLocale } from '../src/model/index.ts';
import { wordsIn } from '../src/model/wording.ts';
import type { Io, Output } from './command.ts';

/** Whether a stream takes colours: a terminal, and nobody asked for none. */
export function hasColor(output: Output, io: Io): boolean {
	return Boolean(output.isTTY) && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
}

export const PHASE_NAMES: Record<Phase, Bilingual<string>> = {
	sources: { en: 'read sources', 'zh-CN': '读取文档' },
	documents: { en: 'compile documents', 'zh-CN': '编译文档' },
	graph: { en: 'check links and relations', 'zh-CN': '检查链接与关系' },
	diagrams: { en: 'draw diagrams', 'zh-CN': '绘制图表' },
	'site-model': { en: 'join pages', 'zh-CN': '汇集页面' },
	pages: { en: 'write pages', 'zh-CN': '写出页面' },
	search: { en: 'index for search', 'zh-CN': '建立搜索索引' },
	publish: { en: 'publish', 'zh-CN': '发布' },
};

const CACHED: Bilingual<string> = { en: 'cached', 'zh-CN': '来自缓存' };

/** Phases with counts and times on a terminal; nothing elsewhere (the summary line says it). */
export function progressReporter(io: Io, locale: MessageLocale): OnProgress {
	if (!io.stderr.isTTY || io.env['CI']) return () => {};
	let lastTick = 0;
	return ({ phase, state, done, total, ms, cached }) => {
		const name = wordsIn(PHASE_NAMES[phase], locale);
		if (state === 'end') {
			const count = total > 0 ? `  ${done}${cached ? ` (${cached} ${wordsIn(CACHED, locale)})` : ''}` : '';
			io.stderr.write(`\r\u001b[K  ${name}${count}  ${formatMs(ms)}\n`);
			return;
		}
		// A terminal shows ten states a second; more would only cost time.
		if (state === 'tick' && ms - lastTick < 100 && ms > lastTick) return;
		lastTick = ms;
		io.stderr.write(`\r\u001b[K  ${name}${total > 0 ? `  ${done}/${total}` : ''}…`);
	};
}

export function formatMs(ms: number): string {
	return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

export function formatBytes(bytes: number): string {
	return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
