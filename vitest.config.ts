import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Worker threads and commands that tests start load their code sooner; by itself only a command keeps what it compiled.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('node_modules/.cache/code', import.meta.url));

/**
 * Three projects: `unit` needs nothing but Node; `e2e` builds sites and opens them in a browser; `package`
 * packs, installs and runs the package elsewhere, and needs the registry.
 *
 * The files of a project share a process, so nothing is loaded twice. A file that mocks modules
 * resets them before and after (`test/rules/code-examples.test.ts`).
 */
export default defineConfig({
	test: {
		// Three at a time also where there are two cores: who drives a browser or a child process waits a good deal.
		maxWorkers: 3,
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/*.test.ts', 'test/{unit,rules,fixtures}/**/*.test.ts'],
					setupFiles: ['test/property-seed.ts'],
					isolate: false,
					// Nothing takes as long; a busy machine is no failure.
					testTimeout: 60_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: 'e2e',
					include: ['test/e2e/**/*.test.ts'],
					globalSetup: ['test/e2e/global-setup.ts'],
					setupFiles: ['test/property-seed.ts'],
					isolate: false,
					testTimeout: 120_000,
					hookTimeout: 180_000,
				},
			},
			{
				test: {
					name: 'package',
					include: ['test/package/**/*.test.ts'],
					globalSetup: ['test/package/global-setup.ts'],
					testTimeout: 120_000,
				},
			},
		],
	},
});
