import { describe, expect, test } from 'vitest';
import { VFile } from 'vfile';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { parseYaml } from '../../../src/read/yaml/yaml-document.ts';

/** What is said of a source: place, reason, hint. */
function said(source: string): string[] {
  const file = new VFile({ path: 'book.yaml' });
  parseYaml(file, source);
  return messagesOf([file]).map(({ line, column, reason, hint }) => `${line}:${column} ${reason} | ${hint}`);
}

describe('a slip in YAML is told once, where it is to be mended', () => {
  test.each<[string, string]>([
    [
      'title:\u00A0T\nlanguage: en\n',
      '1:7 The blank behind the colon is a special one, as word processors and web pages have them | Type an ordinary one: title: T',
    ],
    ['title:T\nlanguage: en\n', '1:7 There is no blank behind the colon | Write: title: T'],
    ['title: T\nlanguage:en\n', '2:10 There is no blank behind the colon | Write: language: en'],
    [
      'title: T\n language: en\n',
      '2:2 The line is indented as if it went on with the value above it | Begin it in column 1, below "title".',
    ],
    [
      'title My book\n# the language\nlanguage: en\n',
      '1:1 The line has no colon | Write a key, a colon, a blank and a value, as in title: The Whale.',
    ],
    [
      '# A book\n  title: T\nlanguage: en\n',
      '2:3 The line is indented, and those below it are not | Begin it in column 1, too.',
    ],
    [
      'title: "T\nlanguage: en\n',
      '1:8 The quote " that begins here is never closed | Put " behind the value too, or take this one away.',
    ],
    ["title: 'It's here'\n", '1:8 Text follows the quote that closes the value | Write: title: "It\'s here"'],
    [
      'title: "The "Ship""\n',
      '1:8 Text follows the quote that closes the value | Write: title: \'The "Ship"\'',
    ],
    ['title: @home\n', "1:8 A value that begins with @ must be put in quotes | Write: title: '@home'"],
    ['title: *A* book\n', "1:8 A value that begins with * must be put in quotes | Write: title: '*A* book'"],
    [
      'title: [Draft] Ship\n',
      "1:8 A value that begins with [ must be put in quotes | Write: title: '[Draft] Ship'",
    ],
    [
      'print: { trim: A5\nlanguage: en\n',
      '1:8 The bracket { that begins here is never closed | Close it with }; where it is part of a text, put the text in quotes.',
    ],
    [
      'contributors:\n  - name: A\n   role: author\n',
      '3:4 The line begins in no column of the lines above it | If it belongs to "name", begin it in column 5, too.',
    ],
    [
      'publisher:\n  name: X\n place: Y\n',
      '3:2 The line begins in no column of the lines above it | If it belongs to "name", begin it in column 3, too.',
    ],
    [
      'contents:\n  - part: One\n    - 1.md\n',
      '3:5 A list stands below a key that has a value already | Give it a key of its own: under a part, contents: in the column of part, and the list below.',
    ],
    [
      'publisher:\n\tname: X\n',
      '2:1 The line is indented by a tab | Indent with blanks, two for each level.',
    ],
    [
      'title: T\n---\nlanguage: en\n',
      '2:1 A second document begins here, which nobody would read | Take the line --- away.',
    ],
    [
      'title\nlanguage: en\n',
      '1:1 The line has no colon | Write a key, a colon, a blank and a value, as in title: The Whale.',
    ],
    [
      'title: “T”\n',
      "1:8 The quotes around the value are not taken for a part of it | Take them away, or put straight ones around them where they are meant: '“T”'.",
    ],
    [
      'title: T #1\n',
      '1:9 "#1" is read as a comment | Put the whole value in quotes; behind the # of a comment stands a blank.',
    ],
  ])('%j', (source, expected) => {
    expect(said(source)).toEqual([expected]);
  });

  test('comments and quotes that are meant are let be', () => {
    expect(said("title: '“T”' # a comment\ndate: 2024 # “so”\n")).toEqual([]);
  });
});
