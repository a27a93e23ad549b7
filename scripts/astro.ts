/**
 * What an Astro site imports: `import mainstay from 'mainstay/astro'`. The integration with what the process
 * around it knows: the day, the language and the terminal.
 */
import type { AstroIntegration } from 'astro';
import type { MessageLocale } from '../src/model/index.ts';
import { embedded } from '../src/site/integration/embedded.ts';
import type { EmbeddedRun } from '../src/site/integration/embedded-compile.ts';
import type { EmbeddedOptions } from '../src/site/integration/embedded-options.ts';
import { systemLocale } from './arguments.ts';
import { compiledText } from './check/compiled.ts';
import { assertFound } from './check/once.ts';
import type { Io } from './command.ts';
import { checkedDay, dayOf } from './date.ts';

export type { EmbeddedOptions } from '../src/site/integration/embedded-options.ts';
export type { LayoutProps } from '../src/site/plan/layout-props.ts';

/**
 * Adds a knowledge base to an Astro site: `integrations: [mainstay({ prefix: '/kb' })]`. In `astro build` errors
 * in documents stop the build; in `astro dev` they are shown and the server goes on.
 * @throws UserError, from Astro's set-up, for options and settings that cannot be.
 */
export default function mainstay(options: EmbeddedOptions = {}): AstroIntegration {
	const io: Io = { cwd: process.cwd(), env: process.env, stdout: process.stdout, stderr: process.stderr };
	const locale = options.locale ?? systemLocale(io);
	const { asOf } = options;
	return embedded(options, {
		locale,
		day: () =>
			asOf === undefined ? dayOf({ positionals: [], options: {}, locale }, io) : checkedDay(asOf, 'asOf'),
		report: (run) => reportText(run, locale, io),
	});
}

/** Errors and warnings as `mainstay check` shows them; hints are counted. */
function reportText(run: EmbeddedRun, locale: MessageLocale, io: Io): string {
	assertFound(run.compilation, run.project);
	const shown = run.diagnostics.filter(({ severity }) => severity !== 'hint');
	return shown.length === 0 ? '' : compiledText(run, shown, locale, io);
}
