import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { parse } from 'yaml';

const stranger = inject('stranger');

/** npm's own judge of versions. */
const { satisfies } = createRequire(join(stranger.tools, '../npm/package.json'))('semver') as {
	satisfies(version: string, range: string): boolean;
};

interface Locked {
	readonly engines?: { readonly node?: string };
	/** A build for one platform; the manager leaves out those that do not suit. */
	readonly os?: readonly string[];
	readonly cpu?: readonly string[];
}

const { packages } = parse(readFileSync(join(stranger.projects.pnpm, 'pnpm-lock.yaml'), 'utf8')) as {
	packages: Record<string, Locked>;
};
const manifest = JSON.parse(
	readFileSync(join(stranger.projects.npm, 'node_modules/mainstay/package.json'), 'utf8'),
) as { engines: { node: string } };

/** Packages, with what they ask for, that are not made for a version of Node. */
function refusing(node: string): string[] {
	return Object.entries(packages)
		.filter(([name, { os, cpu }]) => !os && !cpu && !name.startsWith('mainstay@'))
		.flatMap(([name, { engines }]) => (engines?.node === undefined ? [] : [[name, engines.node] as const]))
		.filter(([, range]) => !satisfies(node, range))
		.map(([name, range]) => `${name}: ${range}`);
}

describe('engines', () => {
	it('are true of every dependency, at the oldest version of each major and later', () => {
		expect(Object.keys(packages).length).toBeGreaterThan(300);
		const oldest = manifest.engines.node.match(/\d+\.\d+\.\d+/g) ?? [];
		expect(oldest.length).toBeGreaterThan(1);
		for (const node of [...oldest, '22.23.3', '24.21.0', '27.0.0']) {
			expect(satisfies(node, manifest.engines.node), node).toBe(true);
			expect(refusing(node), node).toEqual([]);
		}
	});

	it('leave out no version that every dependency takes', () => {
		for (const node of ['20.20.0', '22.22.1', '23.11.0', '24.14.9', '25.9.0']) {
			expect(satisfies(node, manifest.engines.node), node).toBe(false);
			expect(refusing(node), node).not.toEqual([]);
		}
	});
});
