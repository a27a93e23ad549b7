import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
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

// Only Linux has a device that is always full.
it.skipIf(!existsSync('/dev/full'))('output that cannot be written is told in one line, exit 2', () => {
	const full = openSync('/dev/full', 'w');
	try {
		const { status, stderr } = spawnSync(process.execPath, [CLI, '--help'], {
			stdio: ['ignore', full, 'pipe'],
		});
		expect(status).toBe(2);
		expect(String(stderr)).toMatch(/^The output cannot be written \(ENOSPC\)[^\n]*\n$/);
	} finally {
		closeSync(full);
	}
});
