import type { Installation, PackageManager } from './choices.ts';

const INSTALLED: Readonly<Record<PackageManager, string>> = {
	// Without `--no`, npx would fetch and run whatever the registry has under the name.
	npm: 'npx --no -- mainstay',
	pnpm: 'pnpm exec mainstay',
	yarn: 'yarn run mainstay',
	'yarn-classic': 'yarn run mainstay',
};

/** How a pipeline calls it, once it is installed. */
export function runner({ manager }: Installation): string {
	return INSTALLED[manager];
}

/** How a hook calls it: in the project, else for the whole machine. */
export function hookRunner({ listed, manager }: Installation): string {
	return listed === undefined ? 'mainstay' : INSTALLED[manager];
}

const TYPED: Readonly<Record<PackageManager, string>> = {
	npm: 'npx mainstay',
	pnpm: 'pnpm exec mainstay',
	yarn: 'yarn mainstay',
	'yarn-classic': 'yarn mainstay',
};

/** How a person calls it. */
export function typed({ listed, manager }: Installation): string {
	return listed === undefined ? 'mainstay' : TYPED[manager];
}

/**
 * The commands that install what the lockfile says. Scripts of packages do not run: a check works on what
 * strangers send.
 */
export function installCommands({ manager, locked }: Installation): readonly string[] {
	switch (manager) {
		case 'npm':
			return [
				locked
					? 'npm ci --ignore-scripts --no-audit --no-fund'
					: 'npm install --ignore-scripts --no-save --no-audit --no-fund',
			];
		case 'pnpm':
			return ['corepack enable', 'pnpm install --frozen-lockfile --ignore-scripts'];
		case 'yarn':
			return ['corepack enable', 'yarn install --immutable --mode=skip-build'];
		case 'yarn-classic':
			return ['corepack enable', 'yarn install --frozen-lockfile --ignore-scripts'];
	}
}

const ADDING: Readonly<Record<PackageManager, string>> = {
	npm: 'npm install --save-dev',
	pnpm: 'pnpm add --save-dev',
	yarn: 'yarn add --dev',
	'yarn-classic': 'yarn add --dev',
};

/**
 * How a project takes Mainstay among what it depends on. From the file: the name alone stands for somebody
 * else's package on the public registry.
 */
export function addCommand({ manager }: Installation, version: string): string {
	return `${ADDING[manager]} ./mainstay-${version}.tgz`;
}
