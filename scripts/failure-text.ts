// Straight from its file: a wrong flag must be told without loading the whole model.
import { type Phrase, phraseText } from '../src/model/failure.ts';
import type { Bilingual, MessageLocale, UserError } from '../src/model/index.ts';
import { inert } from '../src/model/inert.ts';
import { traditional } from '../src/model/taiwan.ts';
import { wordsIn } from '../src/model/wording.ts';
import { USER_ERROR_WORDS } from './user-error-words.ts';

/** Message and next step of a UserError in one line. */
export function failureText({ said }: Pick<UserError, 'said'>, locale: MessageLocale): string {
	const texts = [said.message, said.hint].map((text) =>
		phraseText(text, (template) => translated(template, locale)),
	);
	const [message = '', hint = ''] = texts;
	const isJoined = locale !== 'en' && /[。？！：]$/.test(message);
	return inert([message, hint].filter((text) => text !== '').join(isJoined ? '' : ' '));
}

/** A template keeps its places; the values come in later and are nobody's to convert. */
function translated(template: string, locale: MessageLocale): string | undefined {
	if (locale === 'en') return undefined;
	const chinese = USER_ERROR_WORDS[template];
	return chinese !== undefined && locale === 'zh-TW' ? traditional(chinese) : chinese;
}

const ERROR: Bilingual<string> = { en: 'error: ', 'zh-CN': '错误：' };
const BUG: Bilingual<string> = {
	en: 'Mainstay failed, and this is a bug of Mainstay. Please report it with the lines below.',
	'zh-CN': 'Mainstay 运行失败，这是 Mainstay 的缺陷。请附上以下内容报告。',
};

export function errorLabel(locale: MessageLocale): string {
	return wordsIn(ERROR, locale);
}

/** What a long-running command writes of an error that it survives. */
export function errorLine(error: unknown, locale: MessageLocale): string {
	const text = isUserError(error)
		? failureText(error, locale)
		: error instanceof Error
			? error.message
			: String(error);
	return `${errorLabel(locale)}${text}\n`;
}

export function bugText(error: unknown, locale: MessageLocale): string {
	const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return `${wordsIn(BUG, locale)}\n${stack}\n`;
}

function isUserError(
	error: unknown,
): error is { readonly said: { message: string | Phrase; hint: string | Phrase } } {
	return error instanceof Error && 'said' in error;
}
