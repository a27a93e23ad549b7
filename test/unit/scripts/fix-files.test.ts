import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unchangedBytes } from '../../../scripts/fix/files.ts';

it('a file that was removed while it was checked is one that changed', async () => {
	const gone = unchangedBytes({ path: join(import.meta.dirname, 'none.md'), name: 'none.md', hash: '' });
	await expect(gone).rejects.toMatchObject({ code: 'file-changed' });
});
