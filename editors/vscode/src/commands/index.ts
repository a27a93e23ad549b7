import { commands, type Disposable } from 'vscode';
import type { Services } from '../services.ts';
import { check } from './check.ts';
import { showMenu } from './menu.ts';
import { newDocument } from './new-document.ts';
import { openPreview } from './open-preview.ts';
import { restart } from './restart.ts';

const COMMANDS: Readonly<Record<string, (services: Services) => unknown>> = {
	'mainstay.openPreview': openPreview,
	'mainstay.stopPreview': ({ previews }) => previews.stopAll(),
	'mainstay.newDocument': newDocument,
	'mainstay.check': check,
	'mainstay.restart': restart,
	'mainstay.showOutput': ({ output }) => output.show(),
	'mainstay.showMenu': showMenu,
};

/** Registers every command. */
export function registerCommands(services: Services): Disposable[] {
	return Object.entries(COMMANDS).map(([name, run]) => commands.registerCommand(name, () => run(services)));
}
