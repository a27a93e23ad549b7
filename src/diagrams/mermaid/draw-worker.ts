import { parentPort } from 'node:worker_threads';
import type { MermaidConfig } from 'mermaid';
import { fixTime } from './determinism.ts';
import { installDom } from './dom.ts';
import { draw } from './draw.ts';
import { initialSettings } from './settings.ts';
import type { DrawTask } from './types.ts';

/** The worker's half of the drawing pool: one task in, one answer out. Mermaid must find a DOM when it loads. */
fixTime();
const page = installDom();
const { default: mermaid } = await import('mermaid');
mermaid.initialize(initialSettings(mermaid.mermaidAPI.defaultConfig.secure ?? []) as MermaidConfig);

// The first drawing loads the layout engine; that belongs to booting, not to somebody's time limit.
await draw(mermaid, { source: 'flowchart LR\n a --> b', idPrefix: 'first', title: '' });

parentPort?.on('message', async (task: DrawTask) => {
	const answer = await draw(mermaid, task);
	page.body.replaceChildren();
	parentPort?.postMessage({ result: answer });
});
parentPort?.postMessage({ ready: true });
