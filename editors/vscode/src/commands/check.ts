import { l10n, ProcessExecution, Task, TaskPanelKind, TaskRevealKind, TaskScope, tasks } from 'vscode';
import { messageLocale } from '../settings.ts';
import { commandTarget } from './target.ts';

/** Runs `mainstay check` in a terminal, where every place can be clicked. */
export async function check(): Promise<void> {
	const target = await commandTarget();
	if (!target) return;
	const { root, toolchain } = target;
	const { installed, node } = toolchain;
	const execution = new ProcessExecution(
		node.command,
		[installed.script, 'check', root, '--locale', messageLocale()],
		{ cwd: root, env: { ...node.env } },
	);
	const task = new Task(
		{ type: 'process' },
		TaskScope.Workspace,
		l10n.t('Check the knowledge base'),
		'Mainstay',
		execution,
	);
	task.presentationOptions = { reveal: TaskRevealKind.Always, panel: TaskPanelKind.Dedicated, clear: true };
	await tasks.executeTask(task);
}
