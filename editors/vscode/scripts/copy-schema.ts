import { copyFile } from 'node:fs/promises';

// The schema's home is the repository; the package carries a copy.
await copyFile(
	new URL('../../../schemas/json/mainstay.schema.json', import.meta.url),
	new URL('../dist/mainstay.schema.json', import.meta.url),
);
