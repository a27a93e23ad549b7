import { EventEmitter, type LogOutputChannel, workspace } from 'vscode';
import type { Hindrance } from '../problems.ts';
import { toolchainOf } from '../settings.ts';
import type { Problem, Toolchain } from '../toolchain/toolchain.ts';
import { type Session, startSession } from './session.ts';
import { watchInstallation } from './watch-installation.ts';

/** How the language server of an opened folder stands. */
export type Standing =
	| { readonly type: 'starting' }
	| { readonly type: 'running'; readonly version: string; readonly node: string }
	| { readonly type: 'hindered'; readonly problem: Hindrance }
	| { readonly type: 'ended'; readonly message: string };

interface Entry {
	standing: Standing;
	session: Session | undefined;
	/** The projects for which the server was wanted: Mainstay may be installed there only. */
	readonly projects: string[];
	/** Work on one folder happens one after the other. */
	work: Promise<void>;
	readonly watching: (() => void)[];
}

/** The language servers of this window, one per opened folder. */
export function createSessions(output: LogOutputChannel) {
	const entries = new Map<string, Entry>();
	const changed = new EventEmitter<string>();

	const say = (folder: string, entry: Entry, standing: Standing): void => {
		entry.standing = standing;
		changed.fire(folder);
	};

	const start = async (folder: string, entry: Entry): Promise<void> => {
		if (!workspace.isTrusted) return say(folder, entry, { type: 'hindered', problem: { type: 'untrusted' } });
		say(folder, entry, { type: 'starting' });
		const toolchain = await nearestToolchain([folder, ...entry.projects]);
		if ('type' in toolchain) return say(folder, entry, { type: 'hindered', problem: toolchain });
		const { installed, node } = toolchain;
		output.info(`${folder}: ${node.command} (Node.js ${node.version}) ${installed.script}`);
		try {
			entry.session = await startSession(folder, toolchain, output, () => {
				if (entry.session && !entry.session.isRunning()) say(folder, entry, { type: 'ended', message: '' });
				else if (entry.session) say(folder, entry, running);
			});
		} catch (error) {
			const message = error instanceof Error ? error.message : String(error);
			output.error(`${folder}: ${message}`);
			return say(folder, entry, { type: 'ended', message });
		}
		const running: Standing = { type: 'running', version: installed.version, node: node.version };
		say(folder, entry, running);
	};

	const stop = async (entry: Entry): Promise<void> => {
		const session = entry.session;
		entry.session = undefined;
		await session?.stop();
	};

	const inTurn = (entry: Entry, work: () => Promise<void>): Promise<void> => {
		entry.work = entry.work.then(work).catch((error) => output.error(String(error)));
		return entry.work;
	};

	const restart = (folder: string): Promise<void> => {
		const entry = entries.get(folder);
		if (!entry) return Promise.resolve();
		return inTurn(entry, async () => {
			await stop(entry);
			await start(folder, entry);
		});
	};

	/** Another version, another Node, or installed at last: then the server starts anew. */
	const refresh = (folder: string, entry: Entry): Promise<void> =>
		inTurn(entry, async () => {
			const current = entry.session?.toolchain;
			const toolchain = await nearestToolchain([folder, ...entry.projects]);
			const same =
				current !== undefined &&
				!('type' in toolchain) &&
				current.installed.stamp === toolchain.installed.stamp &&
				current.node.command === toolchain.node.command;
			if (same) return;
			await stop(entry);
			await start(folder, entry);
		});

	/** A further project of a folder may have installed what the others have not. */
	const wantFor = (folder: string, entry: Entry, project: string): Promise<void> => {
		if (entry.projects.includes(project)) return entry.work;
		entry.projects.push(project);
		entry.watching.push(watchInstallation([project], () => refresh(folder, entry)));
		return entry.standing.type === 'hindered' ? refresh(folder, entry) : entry.work;
	};

	/** Starts the server of an opened folder, for a project in it, unless it has one. */
	const ensure = (folder: string, project: string): Promise<void> => {
		const known = entries.get(folder);
		if (known) return wantFor(folder, known, project);
		const entry: Entry = {
			standing: { type: 'starting' },
			session: undefined,
			work: Promise.resolve(),
			projects: [project],
			watching: [],
		};
		entries.set(folder, entry);
		entry.watching.push(watchInstallation([folder, project], () => refresh(folder, entry)));
		return inTurn(entry, () => start(folder, entry));
	};

	const drop = async (folder: string): Promise<void> => {
		const entry = entries.get(folder);
		if (!entry) return;
		entries.delete(folder);
		for (const end of entry.watching) end();
		await inTurn(entry, () => stop(entry));
		changed.fire(folder);
	};

	return {
		ensure,
		restart,
		drop,
		/** Looks again what is installed and configured, and restarts where that differs. */
		refreshAll: async () => {
			await Promise.all([...entries].map(([folder, entry]) => refresh(folder, entry)));
		},
		folders: (): readonly string[] => [...entries.keys()],
		standing: (folder: string): Standing | undefined => entries.get(folder)?.standing,
		/** Tells the folder whose standing has changed. */
		onDidChange: changed.event,
		dispose: async () => {
			await Promise.all([...entries.keys()].map(drop));
			changed.dispose();
		},
	};
}

export type Sessions = ReturnType<typeof createSessions>;

/** The toolchain of the first folder that has one; what hinders in the first one where none has. */
async function nearestToolchain(folders: readonly string[]): Promise<Toolchain | Problem> {
	let first: Problem | undefined;
	for (const folder of new Set(folders)) {
		const found = await toolchainOf(folder);
		if (!('type' in found) || found.type !== 'not-installed') return found;
		first ??= found;
	}
	return first ?? { type: 'not-installed' };
}
