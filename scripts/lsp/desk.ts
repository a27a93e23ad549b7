import type { Diagnostic } from 'vscode-languageserver';
import { openProject, type Project, ruleNames } from '../../src/compiler/index.ts';
import { openWorkspace, type Workspace, type WorkspaceView } from '../../src/compiler/workspace/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import type { Finding } from '../../src/model/index.ts';
import { addressOf } from './addresses.ts';
import { diagnosticsByFile } from './diagnostics.ts';
import type { Tongue } from './tongue.ts';

/** A text that is open in the editor. `uri` as the editor writes it. */
export interface OpenText {
	readonly uri: string;
	readonly text: string;
	readonly version: number;
}

/** What a desk needs of its surroundings. */
export interface DeskHost {
	readonly tongue: Tongue;
	today(): string;
	publish(uri: string, diagnostics: readonly Diagnostic[], version: number | undefined): void;
	/** Shows that the documents are being read, until the task ends. */
	busy<T>(root: string, task: () => Promise<T>): Promise<T>;
	/** Calls back after changes on the disk; undefined where the editor tells of all of them. */
	watch(project: Project, onChange: () => void): { close(): void } | undefined;
	failed(error: unknown): void;
	/** Whether another project, inside this one, answers for a file. */
	isForeign(root: string, path: string): boolean;
}

/** What the desk knows of a project at this moment. */
export interface DeskState {
	readonly view: WorkspaceView;
	readonly findings: () => readonly Finding[];
	readonly workspace: Workspace;
}

/** One project with the texts of it that are open: takes changes in, publishes findings, answers with its state. */
export interface Desk {
	readonly root: string;
	put(path: string, text: OpenText): void;
	drop(path: string): void;
	textOf(path: string): OpenText | undefined;
	/** The address by which the editor knows a file. */
	addressOf(path: string): string;
	/** The documents with all texts taken in; undefined where the project could not be read. */
	state(): Promise<DeskState | undefined>;
	/** Something of it changed on the disk: documents, other files, settings. */
	refresh(): void;
	close(): Promise<void>;
}

/** Milliseconds without a change after which the slow findings are looked for. */
const QUIET = 600;

/** Milliseconds in which changes on the disk count as one. */
const SETTLED = 120;

export function openDesk(root: string, host: DeskHost): Desk {
	const open = new Map<string, OpenText>();
	const dirty = new Set<string>();
	const published = new Map<string, string>();
	let workspace: Workspace | undefined;
	let ofSettings: readonly Finding[] | undefined;
	let tail: Promise<void> = Promise.resolve();
	let isPublishing = false;
	let isTaking = false;
	let isSettling = false;
	let isClosed = false;
	let quiet: NodeJS.Timeout | undefined;
	let changed: NodeJS.Timeout | undefined;
	let watcher: { close(): void } | undefined;

	/** One after the other; what fails is told and stops nothing. */
	function enqueue(task: () => Promise<void>): Promise<void> {
		tail = tail.then(() => (isClosed ? undefined : task())).catch(host.failed);
		return tail;
	}

	const uriOf = (path: string): string => open.get(path)?.uri ?? addressOf(root, path);

	async function load(): Promise<void> {
		await host.busy(root, async () => {
			const project = await openProject(root);
			await workspace?.close();
			// Without its settings a folder may belong to the project above it.
			workspace = project.root === root ? await openWorkspace(project, host.today) : undefined;
			watcher?.close();
			watcher = workspace && host.watch(project, () => desk.refresh());
		});
		await takeInAll();
	}

	async function refresh(): Promise<void> {
		const known = workspace?.project;
		if (!workspace || !known || !isSameSettings(known, await openProject(root))) return load();
		await workspace.refresh();
		await takeInAll();
	}

	async function takeInAll(): Promise<void> {
		for (const path of open.keys()) dirty.add(path);
		await takeIn();
	}

	async function takeIn(): Promise<void> {
		isTaking = true;
		await takeDirty().finally(() => {
			isTaking = false;
		});
		publishSoon();
	}

	async function takeDirty(): Promise<void> {
		for (const path of [...dirty]) {
			dirty.delete(path);
			const text = open.get(path)?.text;
			if (!workspace || text === undefined) continue;
			if (path === workspace.project.config.file) {
				ofSettings = (await loadConfig(root, ruleNames, text)).findings;
			} else await workspace.write(path, text);
		}
	}

	/** After the answers to requests that wait for the same texts. */
	function publishSoon(): void {
		if (isPublishing) return;
		isPublishing = true;
		setImmediate(() => {
			isPublishing = false;
			// With a text half taken in, old findings would go out under its new version.
			if (dirty.size > 0 || isTaking || isClosed) return;
			try {
				publish();
			} catch (error) {
				host.failed(error);
			}
			settleSoon();
		});
	}

	function settleSoon(): void {
		clearTimeout(quiet);
		quiet = setTimeout(() => void settle().catch(host.failed), QUIET);
	}

	/** Beside the queue: drawings take seconds, and nobody who writes waits for them. */
	async function settle(): Promise<void> {
		const settled = workspace;
		if (isSettling) return settleSoon();
		isSettling = true;
		try {
			await settled?.settle();
		} finally {
			isSettling = false;
		}
		if (settled === workspace && dirty.size === 0 && !isTaking) publish();
	}

	function findings(): readonly Finding[] {
		if (!workspace) return [];
		const { findings: ofFile } = workspace.project;
		if (!ofSettings) return workspace.findings();
		return [...workspace.findings().filter((each) => !ofFile.includes(each)), ...ofSettings];
	}

	function publish(): void {
		if (!workspace || isClosed) return;
		const now = diagnosticsByFile(findings(), workspace.project.config, host.tongue, uriOf);
		const gone = [...published.keys()].filter((path) => !now.has(path));
		for (const path of [...now.keys(), ...gone]) {
			if (host.isForeign(root, path)) continue;
			const diagnostics = now.get(path) ?? [];
			const text = open.get(path);
			// The version counts: an editor may drop what was found in an older one.
			const mark = JSON.stringify([uriOf(path), text?.version, diagnostics]);
			if (published.get(path) === mark) continue;
			if (diagnostics.length > 0 || text) published.set(path, mark);
			else published.delete(path);
			host.publish(uriOf(path), diagnostics, text?.version);
		}
		for (const [path, text] of open) {
			if (now.has(path) || published.has(path)) continue;
			published.set(path, JSON.stringify([text.uri, text.version, []]));
			host.publish(text.uri, [], text.version);
		}
	}

	void enqueue(load);
	const desk: Desk = {
		root,
		textOf: (path) => open.get(path),
		addressOf: uriOf,
		put(path, text) {
			open.set(path, text);
			dirty.add(path);
			clearTimeout(quiet);
			void enqueue(takeIn);
		},
		drop(path) {
			const left = open.get(path);
			open.delete(path);
			dirty.delete(path);
			if (left && published.has(path)) published.set(path, '');
			void enqueue(async () => {
				if (path === workspace?.project.config.file) ofSettings = undefined;
				else await workspace?.release(path);
				publishSoon();
			});
		},
		async state() {
			await tail;
			const at = workspace;
			return at && { view: at.view, findings, workspace: at };
		},
		refresh() {
			clearTimeout(changed);
			changed = setTimeout(() => void enqueue(refresh), SETTLED);
		},
		async close() {
			isClosed = true;
			clearTimeout(quiet);
			clearTimeout(changed);
			watcher?.close();
			await tail;
			for (const path of published.keys()) host.publish(uriOf(path), [], undefined);
			await workspace?.close();
		},
	};
	return desk;
}

function isSameSettings(a: Project, b: Project): boolean {
	return (
		a.root === b.root &&
		a.config.hash === b.config.hash &&
		a.config.file === b.config.file &&
		JSON.stringify(a.findings) === JSON.stringify(b.findings)
	);
}
