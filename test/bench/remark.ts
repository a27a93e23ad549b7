import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/**
 * `node test/bench/remark.ts <folder> [gfm]`: milliseconds (and those of the processors) that remark takes to parse the
 * documents of a folder on one thread, as it is or with the tables, tasks and footnotes that they are written in. For
 * parsing alone: neither start nor reading counts.
 */
const [folder = '.', gfm] = process.argv.slice(2);
const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.md'));
const texts = await Promise.all(paths.map((path) => readFile(join(folder, path), 'utf8')));
const processor = unified().use(remarkParse);
if (gfm) processor.use(remarkGfm);
processor.freeze();
const start = performance.now();
const before = process.cpuUsage();
for (const text of texts) processor.parse(text);
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms: performance.now() - start, cpu: (user + system) / 1000 }));
