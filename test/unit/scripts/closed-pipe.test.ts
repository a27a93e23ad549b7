import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CLI = fileURLToPath(new URL('../../../scripts/mainstay.mjs', import.meta.url));

it('whoever stops reading, like `head`, gets no stack trace', async () => {
	const child = spawn(process.execPath, [CLI, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
	child.stdout.destroy();
	let told = '';
	child.stderr.on('data', (bytes) => {
		told += bytes;
	});
	const code = await new Promise((end) => child.on('close', end));
	expect({ code, told }).toEqual({ code: 0, told: '' });
});
