import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesOf, type Message } from '../../src/book/messages.ts';
import type { Role } from '../../src/book/roles.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { manuscript, type TestFile } from './manuscript.ts';

const fixtures = new URL('../fixtures/rules/', import.meta.url);

/** The rules that this step alone can find broken. */
const rules = [
  'note-undefined',
  'note-unused',
  'note-duplicate',
  'note-empty',
  'link-target',
  'link-protocol',
  'heading-missing',
  'heading-level',
  'directive-unknown',
  'too-deep',
  'language-tag',
];

describe('the rules of Markdown', () => {
  it.each(rules)('%s', (rule) => {
    const input = new URL(`${rule}/input/`, fixtures);
    const names = readdirSync(input).filter((name) => name.endsWith('.md'));
    const files = names.toSorted().map((name): [string, TestFile] => {
      const text = readFileSync(new URL(name, input), 'utf8');
      const role = /^---\nrole: (\w+)/.exec(text)?.[1] as Role | undefined;
      return [name, { text, frontMatter: role ? { role } : {} }];
    });
    const source = manuscript(Object.fromEntries(files));
    parseManuscript(source);
    const expected = JSON.parse(
      readFileSync(new URL(`${rule}/expected/messages.json`, fixtures), 'utf8'),
    ) as Message[];
    const texts = new Map(files.map(([name, file]) => [name, typeof file === 'string' ? file : file.text]));
    expect(messagesOf(source.files)).toEqual(
      expected.filter(({ file, line }) => line > frontMatterLines(texts.get(file) ?? '')),
    );
  });
});

/** How many lines of a file are front matter, which another step reads. */
function frontMatterLines(text: string): number {
  return (/^---\n[\s\S]*?\n---\n/.exec(text)?.[0].split('\n').length ?? 1) - 1;
}
