import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);

/** Runs a module in a process of its own, where its loader belongs to it. */
function printed(code: string): string {
	const args = ['--input-type=module', '--eval', code];
	return execFileSync(process.execPath, args, { cwd: fileURLToPath(ROOT), encoding: 'utf8' }).trim();
}

it('modules loaded the fast way are the same modules, and zod still has its words', () => {
	const load = `
		const { catalogue } = await import('${ROOT}src/compiler/catalogue.ts');
		const { configSchema } = await import('${ROOT}schemas/config.ts');
		const [issue] = configSchema.safeParse({ languages: 1 }).error.issues;
		console.log(JSON.stringify([catalogue.size, Object.keys(await import('${ROOT}src/model/index.ts')), issue]));
	`;
	const fast = `(await import('${ROOT}src/workers/own-modules.ts')).loadOwnModulesFast();`;
	expect(printed(fast + load)).toBe(printed(load));
});

it('what is not there is told as ever', () => {
	const code = `
		(await import('${ROOT}src/workers/own-modules.ts')).loadOwnModulesFast();
		const tell = (error) => console.log(error.code);
		await import('${ROOT}src/nowhere.ts').catch(tell);
		await import('no-such-package').catch(tell);
	`;
	expect(printed(code).split('\n')).toEqual(['ERR_MODULE_NOT_FOUND', 'ERR_MODULE_NOT_FOUND']);
});
