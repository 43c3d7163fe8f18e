import { describe, expect, it } from 'vitest';
import { VFile } from 'vfile';
import type { FrontMatter } from '../../../src/book/manuscript.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { readFrontMatter } from '../../../src/read/chapters/front-matter.ts';

function read(value: string): { frontMatter: FrontMatter; messages: string[] } {
  const file = new VFile({ path: 'a.md', value });
  const { frontMatter } = readFrontMatter(file, 'en');
  return {
    frontMatter,
    messages: messagesOf([file]).map((each) => `${each.line}:${each.column} ${each.rule} ${each.reason}`),
  };
}

describe('readFrontMatter', () => {
  it.each([
    ['\n \n---\ntitle: A\n---\n\nText.\n', 3],
    ['----\ntitle: A\nrights:\n  holder: B\n----\n', 1],
    ['--\ntitle: A\n--\n\nText.\n', 1],
    ['—\ntitle: A\n—\n', 1],
    ['***\ntitle: A\n***\n', 1],
    ['title: A\nauthor: Ada\n\nText.\n', 1],
  ])('tells of front matter that is none: %j', (source, line) => {
    expect(read(source)).toEqual({
      frontMatter: {},
      messages: [`${line}:1 config-unread This looks like front matter and is printed as text`],
    });
  });

  it.each(['Title: a play in one act.\n\nText.\n', '***\n\ntitle: A\n', 'Date: 1 May.\nIt was cold.\n'])(
    'sees none in %j',
    (source) => {
      expect(read(source).messages).toEqual([]);
    },
  );

  it('understands every key', () => {
    expect(
      read(
        '---\ntitle: "A: B"\nsubtitle: C\nauthor: Ada\nrole: preface\nlanguage: DE\nnumbered: false\ntoc: true\n---\n\n# One\n',
      ),
    ).toEqual({
      frontMatter: {
        title: 'A: B',
        subtitle: 'C',
        author: 'Ada',
        role: 'preface',
        language: 'de',
        numbered: false,
        toc: true,
      },
      messages: [],
    });
  });

  it.each([
    ['no front matter', '# One\n'],
    ['empty front matter', '---\n---\n# One\n'],
    ['an opening thematic break', '---\n\nText.\n'],
  ])('finds nothing in %s', (_, source) => {
    expect(read(source)).toEqual({ frontMatter: {}, messages: [] });
  });

  it('counts lines from the top of the file', () => {
    expect(read('---\ntitel: A\nrole: chaptr\nlanguage: klingon\nnumbered: 1\n---\n').messages).toEqual([
      '2:1 config-unknown-key "titel" is no key known here',
      '3:7 config-value "chaptr" is no role of a section',
      '4:11 language-tag "klingon" is not a language tag',
      '5:11 config-value "numbered" must be true or false, not "1"',
    ]);
    expect(read('---\ntitle: A: B\n---\n').messages).toEqual([
      '2:8 config-syntax A value that contains ": " must be put in quotes',
    ]);
  });

  it('notices a closing line forgotten', () => {
    expect(read('---\ntitle: A\n\n# One\n').messages).toEqual([
      '1:1 config-syntax The front matter has no closing line',
    ]);
  });

  it('refuses what is no mapping, and more than 64 KB', () => {
    expect(read('---\n- a\n---\n').messages[0]).toMatch(/^2:1 config-value The YAML must be a mapping/);
    expect(read(`---\ntitle: ${'a'.repeat(70_000)}\n---\n`).messages[0]).toMatch(/^1:1 file-too-large/);
  });

  it('leaves the text of the file whole', () => {
    const file = new VFile({ path: 'a.md', value: '---\ntitle: A\n---\n\n# One\n' });
    readFrontMatter(file, 'en');
    expect(String(file)).toBe('---\ntitle: A\n---\n\n# One\n');
  });
});

describe('what several wrote', () => {
  it.each([
    ['author: [Ada, Bo, Cy]', 'Ada, Bo, and Cy'],
    ['language: de\nauthors: [Ada, Bo]', 'Ada und Bo'],
    ['author:\n  - { name: Ada, affiliation: A House }\n  - Bo', 'Ada and Bo'],
  ])('%s', (yaml, author) => {
    const { frontMatter, messages } = read(`---\n${yaml}\n---\n`);
    expect([frontMatter.author, messages]).toEqual([author, []]);
  });
});

describe('keys of other programs', () => {
  it('leave the rest of the front matter in use, as wrong values do', () => {
    expect(read('---\ntitle: A\nlayout: post\nnumbered: maybe\n---\n')).toEqual({
      frontMatter: { title: 'A' },
      messages: ['4:11 config-value "numbered" must be true or false, not "maybe"'],
    });
  });
});
