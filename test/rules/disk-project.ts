import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { formerDocuments } from '../../scripts/check/former-documents.ts';
import { compile, openProject, toDiagnostics } from '../../src/compiler/index.ts';
import type { MermaidRenderer } from '../../src/diagrams/index.ts';
import { checkChanges } from '../../src/gate/index.ts';
import type { Diagnostic, DiskFact, MessageLocale, RuleExample } from '../../src/model/index.ts';
import { changesSince, changeTexts } from '../../src/sources/index.ts';

const GIT = ['user.name=t', 'user.email=t@example.org', 'commit.gpgsign=false', 'core.autocrlf=false'];

/** Puts an example on the disk, its commit in a repository, checks it as the command does, and takes it away. */
export async function checkExample(
	{ files, disk = {}, commit }: RuleExample,
	renderer?: MermaidRenderer,
	locale: MessageLocale = 'en',
): Promise<readonly Diagnostic[]> {
	const root = await realpath(await mkdtemp(join(tmpdir(), 'mainstay-example-')));
	const git = (...args: string[]): void => {
		execFileSync('git', [...GIT.flatMap((each) => ['-c', each]), ...args], { cwd: root, stdio: 'ignore' });
	};
	try {
		if (commit) {
			git('init', '-q', '-b', 'main');
			await write(root, { ...withoutNew(files, commit.before), ...commit.before }, disk);
			git('add', '-A');
			git('commit', '-q', '-m', 'before');
			for (const path of Object.keys(commit.before)) if (!(path in files)) await rm(join(root, path));
		}
		await write(root, files, disk);
		if (commit) {
			git('add', '-A');
			git('commit', '-q', '-m', commit.message);
		}
		const project = await openProject(root);
		const { findings, graph } = await compile(project, {
			target: 'check',
			asOf: '2026-11-22',
			cache: false,
			...(renderer ? { renderer } : {}),
		});
		const shown = (all: typeof findings) => toDiagnostics(all, project.config.rules, locale, 'check');
		if (!commit) return shown(findings);
		const changes = await changesSince(root, 'HEAD~1');
		const texts = changeTexts(changes);
		const former = formerDocuments(changes, texts, project.config);
		const gate = checkChanges(graph, changes, texts, { former });
		return shown([...findings.filter(gate.concerns), ...gate.findings]);
	} finally {
		await chmod(join(root, 'docs'), 0o755).catch(() => {});
		await rm(root, { recursive: true, force: true });
	}
}

/** A file that only the later state has is what the commit adds. */
function withoutNew(
	files: RuleExample['files'],
	before: Readonly<Record<string, string>>,
): Record<string, string> {
	return Object.fromEntries(Object.entries(files).filter(([path]) => path in before));
}

async function write(
	root: string,
	files: Readonly<Record<string, string>>,
	disk: Readonly<Record<string, DiskFact>>,
): Promise<void> {
	for (const [path, text] of Object.entries(files)) {
		const file = join(root, path);
		await mkdir(dirname(file), { recursive: true });
		const fact = disk[path];
		if (fact?.type === 'link') await symlink(fact.to, file);
		else await writeFile(file, bytesOf(text, fact), fact?.type === 'unreadable' ? { mode: 0 } : {});
	}
}

function bytesOf(text: string, fact: DiskFact | undefined): Buffer {
	if (fact?.type === 'encoding') return inGb(text);
	if (fact?.type === 'size') return Buffer.from(text.padEnd(fact.kilobytes * 1024, 'All items. '));
	return Buffer.from(text);
}

/** Two bytes for a Chinese character: what `TextDecoder` reads, the other way round. */
function inGb(text: string): Buffer {
	const decoder = new TextDecoder('gb18030');
	const bytes = new Map<string, readonly number[]>();
	for (let high = 0x81; high <= 0xfe; high++) {
		for (let low = 0x40; low <= 0xfe; low++) {
			if (low !== 0x7f) bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
		}
	}
	return Buffer.from([...text].flatMap((sign) => bytes.get(sign) ?? [sign.charCodeAt(0)]));
}
