import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/book/messages/messages.ts';
import { htmlOf } from './convert.ts';

const fixtures = new URL('../fixtures/rules/', import.meta.url);

/** The rules that this step alone can find broken. */
const rules = ['html-unsafe', 'math-syntax', 'image-remote', 'image-outside'];

describe('the rules of HTML', () => {
  it.each(rules)('%s', (rule) => {
    const text = readFileSync(new URL(`${rule}/input/01-one.md`, fixtures), 'utf8');
    const expected = readFileSync(new URL(`${rule}/expected/messages.json`, fixtures), 'utf8');
    expect(htmlOf(text, '01-one.md').messages).toEqual(JSON.parse(expected) as Message[]);
  });
});
