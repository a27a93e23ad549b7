import { defineConfig } from 'astro/config';
import mainstay from './src/site/integration/index.ts';

// The embedded way to run the site: `npx astro build`. The command line is the usual one.
export default defineConfig({
	srcDir: './src/site',
	outDir: './dist',
	integrations: [mainstay({ asOf: new Date().toISOString().slice(0, 10) })],
});
