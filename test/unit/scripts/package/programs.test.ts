import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROGRAMS } from '../../../../scripts/package/bundle.ts';

const ROOT = join(import.meta.dirname, '../../../..');

it('every thread is put together for the package, whose single modules may be left out', () => {
	const threads = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
		.map((path) => `src/${path.replaceAll('\\', '/')}`)
		.filter((path) => path.endsWith('.ts') && /\bparentPort\b/.test(readFileSync(join(ROOT, path), 'utf8')));
	expect(threads.length).toBeGreaterThan(3);
	expect(PROGRAMS).toEqual(expect.arrayContaining(threads.map((path) => path.replace(/\.ts$/, ''))));
});
