import { describe, expect, it } from 'vitest';
import { neededDeclarations } from '../../../../scripts/package/declarations.ts';

const FILES: Readonly<Record<string, string>> = {
	'scripts/api.d.ts': "import type { A } from '../src/a.ts';\nexport type { B } from '../src/deep/b.ts';",
	'src/a.d.ts': "import { type B } from './deep/b.ts';\nimport type { X } from 'package';",
	'src/deep/b.d.ts': "export type B = import('../c.ts').C;",
	'src/c.d.ts': "import '../src/a.ts';\nimport './gone.ts';",
	'src/other.d.ts': 'export {};',
};

describe('neededDeclarations', () => {
	it('follows every way of importing, round in circles too, and stops at packages and at what is not there', () => {
		const needed = neededDeclarations(['scripts/api.d.ts', 'not-there.d.ts'], (path) => FILES[path]);
		expect([...needed].sort()).toEqual(['scripts/api.d.ts', 'src/a.d.ts', 'src/c.d.ts', 'src/deep/b.d.ts']);
	});
});
