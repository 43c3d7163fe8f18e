import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { messagesOf, type Message } from '../../src/book/messages/messages.ts';
import { judgeSources } from '../../src/markdown/judge-sources.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { readManuscript } from '../../src/read/manuscript.ts';

const fixtures = new URL('../fixtures/rules/', import.meta.url);

/** The rules that reading and parsing alone can find broken. */
const rules = [
  'note-undefined',
  'note-unused',
  'note-duplicate',
  'abbreviation-duplicate',
  'note-empty',
  'note-misplaced',
  'note-bracketed',
  'notes-file',
  'link-target',
  'link-protocol',
  'reference-unknown',
  'caption-alone',
  'heading-missing',
  'heading-level',
  'directive-unknown',
  'markup-unread',
  'markup-dropped',
  'too-deep',
  'too-dense',
  'language-tag',
];

describe('the rules of Markdown', () => {
  it.each(rules)('%s', async (rule) => {
    const source = await readManuscript(fileURLToPath(new URL(`${rule}/input`, fixtures)));
    if (judgeSources(source)) parseManuscript(source);
    const expected = readFileSync(new URL(`${rule}/expected/messages.json`, fixtures), 'utf8');
    expect(messagesOf(source.files)).toEqual(JSON.parse(expected) as Message[]);
  });
});
