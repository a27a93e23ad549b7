import { describe, expect, it } from 'vitest';
import { compiledEndings } from '../../../../scripts/package/endings.ts';

describe('compiledEndings', () => {
	it('renames relative modules in components: head, scripts and dynamic imports', () => {
		const component = [
			'---',
			"import type { Route } from '../../model/index.ts';",
			"import '../styles/index.ts';",
			"import Toc from './Toc.astro';",
			"import url from '../scripts/theme.js?url';",
			'---',
			"<script>import '../scripts/site.ts'; void import('./late.ts');</script>",
		].join('\n');
		expect(compiledEndings('src/site/A.astro', component)).toBe(
			component
				.replace('model/index.ts', 'model/index.js')
				.replace('styles/index.ts', 'styles/index.js')
				.replace('site.ts', 'site.js')
				.replace('late.ts', 'late.js'),
		);
	});

	it('renames them in declarations, also inside types', () => {
		expect(compiledEndings('a.d.ts', "export type A = import('./b.ts').B;\nexport * from './c.ts';\n")).toBe(
			"export type A = import('./b.js').B;\nexport * from './c.js';\n",
		);
	});

	it('touches in JavaScript only addresses of modules: an import there may be an example in a text', () => {
		const text = [
			"new Worker(new URL('./worker.ts', import.meta.url), {});",
			"const example = `import { Rate } from './rate.ts';`;",
			"const notes = new URL('./notes.ts', base);",
		].join('\n');
		expect(compiledEndings('a.js', text)).toBe(text.replace('worker.ts', 'worker.js'));
	});

	it('leaves packages, other endings and what is compiled already as they are', () => {
		const text = "import a from 'pkg/x.ts';\nimport b from './b.js';\nimport c from './c.css';\n";
		expect(compiledEndings('A.astro', text)).toBe(text);
	});
});
