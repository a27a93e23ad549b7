import { defineConfig } from 'rolldown';
import { licenses } from './scripts/licenses.ts';

/** One file, without node_modules: the editor starts faster, and the package stays small. */
export default defineConfig({
	input: 'src/extension.ts',
	platform: 'node',
	// VS Code 1.91 runs extensions on Node 20.
	transform: { target: 'node20' },
	external: ['vscode'],
	plugins: [licenses()],
	output: { file: 'dist/extension.cjs', format: 'cjs', minify: true, comments: { legal: true } },
});
