import { defineConfig } from 'vitest/config';

/**
 * Three projects: `unit` needs nothing but Node; `e2e` builds sites and opens them in a browser; `package`
 * packs, installs and runs the package elsewhere, and needs the registry.
 */
export default defineConfig({
	test: {
		// Two at a time also where there are two cores: browsers and child processes wait a good deal.
		maxWorkers: 2,
		projects: [
			{
				test: {
					name: 'unit',
					include: ['test/*.test.ts', 'test/{unit,rules,fixtures}/**/*.test.ts'],
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
