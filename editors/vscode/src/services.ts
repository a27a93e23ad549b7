import type { LogOutputChannel } from 'vscode';
import type { Sessions } from './language/sessions.ts';
import type { Previews } from './preview/previews.ts';

/** What lives as long as the window, handed to every command. */
export interface Services {
	readonly output: LogOutputChannel;
	readonly sessions: Sessions;
	readonly previews: Previews;
}
