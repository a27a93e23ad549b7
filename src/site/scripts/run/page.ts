import { loadRunText } from '../../i18n/run/load.ts';
import type { RunData } from '../../plan/run-data.ts';
import { overlayParent, siteBase, siteRoot } from '../site-root.ts';
import { createBar } from './bar.ts';
import { wireCommands } from './commands.ts';
import { wireCopying } from './copying.ts';
import { wireKeys } from './keys.ts';
import { createPanel } from './panel.ts';
import { wireParameters } from './parameters-view.ts';
import { fingerprint } from './runs.ts';
import { createSession, type Session } from './session.ts';
import { wireSteps } from './steps-view.ts';
import { createStore } from './store.ts';

/** What the page said before anything was filled in, by step; '' for the text around the steps. */
function printsOf(data: RunData): Record<string, string> {
	const article = document.querySelector('.prose');
	const prints: Record<string, string> = {};
	let around = textOf(article);
	for (const { id } of data.steps) {
		const text = textOf(document.getElementById(id));
		prints[id] = fingerprint(text);
		around = around.replace(text, '');
	}
	prints[''] = fingerprint(around);
	return prints;
}

function textOf(element: Element | null): string {
	return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

async function openRecord(session: Session): Promise<void> {
	const { openRunRecord } = await import('../record/run-record.ts');
	await openRunRecord(session);
}

async function begin(holder: HTMLElement): Promise<void> {
	const data = JSON.parse(holder.dataset['run'] ?? '') as RunData;
	const prints = printsOf(data);
	const text = await loadRunText(siteRoot().lang);
	const store = createStore(siteBase(), data.id);
	const session = createSession(data, text, store, prints);
	const record = (): void => void openRecord(session);
	const commands = wireCommands(session);
	wireParameters(session);
	holder.replaceChildren(createPanel(session, record));
	const steps = wireSteps(session, commands);
	overlayParent().append(createBar(session, steps, record));
	wireCopying(session, commands);
	wireKeys(session, steps, commands, record);
}

const holder = document.querySelector<HTMLElement>('[data-run]');
if (holder) void begin(holder);
