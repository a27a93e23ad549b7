import { expect, it } from 'vitest';
import { readingMinutes } from '../../../src/boards/reading-time.ts';

it.each([
	['nothing', '', 1],
	['a page of Chinese', '读'.repeat(510), 2],
	['a page of English', 'word '.repeat(684), 3],
	['both', `${'读'.repeat(255)} ${'word '.repeat(228)}`, 2],
	['punctuation and spaces', '… — 。，'.repeat(900), 1],
])('the time to read %s', (_name, text, minutes) => expect(readingMinutes(text)).toBe(minutes));
