import type { Readable, Writable } from 'node:stream';
import { CANCEL_SYMBOL, confirm, multiselect, select, text } from '@clack/prompts';
import type { InterfaceLanguage } from '../../src/model/index.ts';
import { type Choices, EXAMPLE_KINDS, HOOKS, PIPELINES, type Surroundings } from './choices.ts';
import { freeFolder, usualHook, usualPipelines, type Wishes } from './defaults.ts';
import { folderInside } from './flags.ts';
import { INIT_WORDS } from './words.ts';

export interface Terminal {
	readonly input: Readable;
	readonly output: Writable;
	readonly signal?: AbortSignal;
}

/** Whoever answers gave up; nothing is to be written. */
export class Cancelled extends Error {}

/** Asks what the flags left open. What the settings say already is not asked. @throws {@link Cancelled} */
export async function askWishes(
	given: Wishes,
	language: InterfaceLanguage,
	surroundings: Surroundings,
	root: string,
	terminal: Terminal,
): Promise<Wishes> {
	const { settings } = surroundings;
	const words = INIT_WORDS[language].ask;
	const docs = given.docs ?? settings?.docs ?? (await askFolder(await freeFolder(root), language, terminal));
	const kinds =
		given.kinds ??
		(settings
			? EXAMPLE_KINDS
			: await asked(
					multiselect({
						...terminal,
						showInstructions: false,
						message: words.kinds,
						options: EXAMPLE_KINDS.map((value) => ({ value, label: words.kind[value] })),
						initialValues: [...EXAMPLE_KINDS],
						required: false,
					}),
				));
	const hook = given.hook ?? (await askHook(surroundings, language, terminal));
	const pipelines =
		given.pipelines ??
		(await asked(
			multiselect({
				...terminal,
				showInstructions: false,
				message: words.pipelines,
				options: PIPELINES.map((value) => ({ value, label: words.pipeline[value] })),
				initialValues: usualPipelines(surroundings),
				required: false,
			}),
		));
	const editor = given.editor ?? (await askYes(words.editor, language, terminal));
	return { language, docs, kinds, hook, pipelines, editor };
}

/** The last question, when it is known what would be written. @throws {@link Cancelled} for no */
export async function askToWrite(
	count: number,
	language: InterfaceLanguage,
	terminal: Terminal,
): Promise<void> {
	if (count === 0) return;
	if (!(await askYes(INIT_WORDS[language].ask.write(count), language, terminal))) throw new Cancelled();
}

/** The first question; it stands in all languages, since it is not known yet which one. @throws {@link Cancelled} */
export function askLanguage(system: InterfaceLanguage, terminal: Terminal): Promise<InterfaceLanguage> {
	return asked(
		select<InterfaceLanguage>({
			...terminal,
			showInstructions: false,
			message: 'Language · 语言 · 語言',
			options: [
				{ value: 'en', label: 'English' },
				{ value: 'zh-CN', label: '简体中文' },
				{ value: 'zh-TW', label: '繁體中文' },
			],
			initialValue: system,
		}),
	);
}

async function askFolder(usual: string, language: InterfaceLanguage, terminal: Terminal): Promise<string> {
	const words = INIT_WORDS[language].ask;
	const written = await asked(
		text({
			...terminal,
			message: words.docs,
			placeholder: usual,
			defaultValue: usual,
			validate: (value) => (value && folderInside(value) === undefined ? words.docsWrong : undefined),
		}),
	);
	return folderInside(written) ?? usual;
}

async function askHook(
	surroundings: Surroundings,
	language: InterfaceLanguage,
	terminal: Terminal,
): Promise<Choices['hook']> {
	if (!surroundings.isRepository) return 'none';
	const words = INIT_WORDS[language].ask;
	const usual = usualHook(surroundings);
	return asked(
		select<Choices['hook']>({
			...terminal,
			showInstructions: false,
			message: words.hook,
			options: HOOKS.map((value) => ({ value, label: words.hookHint[value] })),
			initialValue: usual,
		}),
	);
}

function askYes(message: string, language: InterfaceLanguage, terminal: Terminal): Promise<boolean> {
	const { yes, no } = INIT_WORDS[language].ask;
	return asked(confirm({ ...terminal, message, active: yes, inactive: no }));
}

async function asked<T>(answer: Promise<T | typeof CANCEL_SYMBOL>): Promise<T> {
	const given = await answer;
	if (given === CANCEL_SYMBOL) throw new Cancelled();
	return given;
}
