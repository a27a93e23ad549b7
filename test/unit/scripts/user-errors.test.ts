import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { failureText } from '../../../scripts/failure-text.ts';
import { USER_ERROR_WORDS } from '../../../scripts/user-error-words.ts';
import { phrase, UserError } from '../../../src/model/failure.ts';

const ROOT = new URL('../../../', import.meta.url);

interface Found {
	/** Templates of messages and hints. */
	readonly texts: Set<string>;
	/** Texts with values in them that no phrase holds together. */
	readonly loose: string[];
}

function textsOfSources(): Found {
	const found: Found = { texts: new Set(), loose: [] };
	for (const place of ['scripts', 'src']) {
		for (const path of readdirSync(new URL(place, ROOT), { recursive: true, encoding: 'utf8' })) {
			if (!path.endsWith('.ts') || path.includes('generate')) continue;
			const text = readFileSync(new URL(`${place}/${path}`, ROOT), 'utf8');
			if (/new UserError|phrase`/.test(text)) readSource(`${place}/${path}`, text, found);
		}
	}
	return found;
}

function readSource(path: string, text: string, { texts, loose }: Found): void {
	const read = (node: ts.Expression): void => {
		if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(read);
		else if (ts.isStringLiteralLike(node)) texts.add(node.text);
		else if (ts.isTemplateExpression(node)) loose.push(`${path}: ${node.getText()}`);
	};
	const walk = (node: ts.Node): void => {
		if (ts.isNewExpression(node) && node.expression.getText() === 'UserError') {
			node.arguments?.slice(1, 3).forEach(read);
		}
		if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'phrase')
			texts.add(templateOf(node.template));
		ts.forEachChild(node, walk);
	};
	walk(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
}

function templateOf(template: ts.TemplateLiteral): string {
	if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
	return template.templateSpans.reduce(
		(text, span, index) => `${text}{${index}}${span.literal.text}`,
		template.head.text,
	);
}

/** Commands as they are typed, and what others have said. */
const isSaidAlike = (text: string): boolean =>
	text === '' || /^(\{\d\}|[:\s{}\d-])+$|^mainstay [a-z]/.test(text);

const placesOf = (text: string): string[] => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

describe('usage errors', () => {
	const { texts, loose } = textsOfSources();

	it('are all phrases, so that they can be said in Chinese', () => {
		expect(texts.size).toBeGreaterThan(150);
		expect(loose).toEqual([]);
	});

	it('have Chinese words each', () => {
		const missing = [...texts].filter((text) => !isSaidAlike(text) && USER_ERROR_WORDS[text] === undefined);
		expect(missing).toEqual([]);
	});

	it('keep their values in Chinese', () => {
		for (const [english, chinese] of Object.entries(USER_ERROR_WORDS)) {
			const inEnglish = placesOf(english).filter((place) => english !== COUNTED || place === '{0}');
			expect(placesOf(chinese), english).toEqual(inEnglish);
		}
	});

	it('are said in the reader’s language, with values as they were written', () => {
		const error = new UserError('x', phrase`There is no folder ${'数据/文档'}.`, 'Check the path.');
		expect(error.message).toBe('There is no folder 数据/文档.');
		expect(failureText(error, 'en')).toBe('There is no folder 数据/文档. Check the path.');
		expect(failureText(error, 'zh-CN')).toBe('没有 数据/文档 这个目录。请检查路径。');
		expect(failureText(error, 'zh-TW')).toBe('沒有 数据/文档 這個目錄。請檢查路徑。');
		const nested = phrase`Use one of: ${'a, b'}.${phrase` Did you mean ${'a'}?`}`;
		expect(failureText(new UserError('x', 'An argument is missing.', nested), 'zh-TW')).toBe(
			'缺少參數。可用：a, b。是否想寫 a？',
		);
	});
});

/** English alone needs a word for the number. */
const COUNTED = 'The knowledge base has {0} {1}; nothing was built.';
