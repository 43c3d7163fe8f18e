import { describe, expect, it } from 'vitest';
import { sections } from '../../src/book/book.ts';
import type { Role } from '../../src/book/roles.ts';
import { messagesOf } from '../../src/book/messages/messages.ts';
import { parseManuscript } from '../../src/markdown/parse-manuscript.ts';
import { manuscript, type TestFile } from '../builders/manuscript.ts';

function parse(files: Readonly<Record<string, TestFile>>) {
  const source = manuscript(files);
  const book = parseManuscript(source);
  return { book, all: sections(book), messages: messagesOf(source.files) };
}

function sectionOf(role: Role): TestFile {
  return { text: `# ${role}`, frontMatter: { role } };
}

describe('parseManuscript', () => {
  it('makes a section of every file, its heading the title', () => {
    const { book, all, messages } = parse({
      '01-loomings.md': '# The *"Spouter"*-Inn[^1]\n\nCall me Ishmael.\n\n[^1]: A note.\n',
    });
    const [section] = all;
    expect(section).toMatchObject({
      id: 'loomings',
      role: 'chapter',
      title: 'The “Spouter”-Inn',
      untitled: false,
      numbered: true,
      toc: true,
    });
    expect(section?.titleTree.children.map(({ type }) => type)).toEqual([
      'text',
      'emphasis',
      'text',
      'noteReference',
    ]);
    expect(section?.tree.children.map(({ type }) => type)).toEqual(['paragraph']);
    expect(book.notes).toHaveLength(1);
    expect(messages).toEqual([]);
  });

  it('lets front matter name the title, and drops a heading that says it again', () => {
    const { all } = parse({
      'a.md': {
        text: '---\ntitle: Given\n---\n\n# Heading\n\nText.\n',
        frontMatter: {
          title: 'It\'s "given"',
          subtitle: "What's more",
          author: 'A. Writer',
          numbered: false,
          toc: false,
        },
      },
    });
    expect(all[0]).toMatchObject({
      title: 'It’s “given”',
      subtitle: 'What’s more',
      author: 'A. Writer',
      numbered: false,
      toc: false,
    });
    expect(all[0]?.tree.children.map(({ type }) => type)).toEqual(['paragraph']);
  });

  it('leaves a dedication untitled, but one with a heading not', () => {
    const dedication = { role: 'dedication' } as const;
    const { all, messages } = parse({
      'a.md': { text: 'For you.', frontMatter: dedication },
      'b.md': { text: '# To\n\nyou.', frontMatter: dedication },
    });
    expect(all.map(({ title, untitled, toc }) => [title, untitled, toc])).toEqual([
      ['Dedication', true, false],
      ['To', false, true],
    ]);
    expect(messages).toEqual([]);
  });

  it('arranges front, body and back by role, acknowledgments where they stand', () => {
    const { book } = parse({
      'a.md': sectionOf('acknowledgments'),
      'b.md': sectionOf('introduction'),
      'c.md': '# Chapter',
      'd.md': sectionOf('afterword'),
      'e.md': sectionOf('preface'),
      'f.md': sectionOf('acknowledgments'),
    });
    expect(book.front.map(({ id }) => id)).toEqual(['a', 'e']);
    expect(book.body.map(({ id }) => id)).toEqual(['b', 'c']);
    expect(book.back.map(({ id }) => id)).toEqual(['d', 'f']);
  });

  it('opens parts from book.yaml and from files', () => {
    const { all } = parse({
      'a.md': '# Before',
      'part:The "Sea"': '',
      'b.md': { text: '# One', within: 1 },
      'c.md': '# Between',
      'd.md': { text: '# Land', frontMatter: { role: 'part' } },
      'e.md': '# Two',
      'f.md': { text: '# End', frontMatter: { role: 'epilogue' } },
    });
    expect(all.map(({ id, title, part }) => [id, title, part])).toEqual([
      ['a', 'Before', undefined],
      ['part-the-sea', 'The “Sea”', undefined],
      ['b', 'One', 'part-the-sea'],
      ['c', 'Between', undefined],
      ['d', 'Land', undefined],
      ['e', 'Two', 'd'],
      ['f', 'End', undefined],
    ]);
  });

  it('has in a part of files what stands among its chapters, whatever its role', () => {
    const { all } = parse({
      'a.md': { text: '# Land', frontMatter: { role: 'part' } },
      'b.md': { text: '# First', frontMatter: { role: 'introduction' } },
      'c.md': '# One',
      'd.md': { text: '# Between', frontMatter: { role: 'epilogue' } },
      'e.md': '# Two',
      'f.md': { text: '# Sea', frontMatter: { role: 'part' } },
      'g.md': '# Three',
      'h.md': { text: '# End', frontMatter: { role: 'conclusion' } },
    });
    expect(all.map(({ id, part }) => [id, part])).toEqual([
      ['a', undefined],
      ['b', 'a'],
      ['c', 'a'],
      ['d', 'a'],
      ['e', 'a'],
      ['f', undefined],
      ['g', 'f'],
      ['h', undefined],
    ]);
  });

  it('opens parts within parts, and closes them where they end', () => {
    const { all } = parse({
      'part:Out': '',
      'a.md': { text: '# A', within: 1 },
      'b.md': { text: '# Land', frontMatter: { role: 'part' }, within: 1 },
      'c.md': { text: '# C', within: 1 },
      'd.md': { text: '# D', frontMatter: { role: 'epilogue' }, within: 1 },
      'e.md': { text: '# Sea', frontMatter: { role: 'part' }, within: 1 },
      'f.md': '# F',
      'g.md': { text: '# Home', frontMatter: { role: 'part' } },
      'h.md': '# H',
    });
    expect(all.map(({ id, part }) => [id, part])).toEqual([
      ['part-out', undefined],
      ['a', 'part-out'],
      ['b', 'part-out'],
      ['c', 'b'],
      ['d', 'part-out'],
      ['e', 'part-out'],
      ['f', undefined],
      ['g', undefined],
      ['h', 'g'],
    ]);
  });

  it('sets punctuation in the language of the file', () => {
    const { all } = parse({
      'a.md': { text: '# "A"', frontMatter: { language: 'de' } },
      'b.md': '# "B" :lang["C"]{uk} "D"',
    });
    expect(all.map(({ title, language }) => [title, language])).toEqual([
      ['„A“', 'de'],
      ['“B” «C» “D”', undefined],
    ]);
  });

  it('gives ids once in the whole book', () => {
    const text = '# Same\n\n## Notes\n\n## Title\n\n## Notes\n\nA[^1] b[^1]\n\n[^1]: Text.';
    const { book, all } = parse({ '1-a.md': text, '2-a.md': text });
    expect(all.map(({ id }) => id)).toEqual(['a', 'a-2']);
    const ids = [
      ...all.flatMap(({ headings }) => headings.map(({ id }) => id)),
      ...book.notes.map(({ id }) => id),
    ];
    expect(ids[0]).toBe('a--notes-2');
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  });

  it('survives nesting no parser stack can hold', () => {
    const { all, messages } = parse({ 'a.md': `${'> '.repeat(3000)}deep` });
    expect(all[0]?.tree.children).toEqual([]);
    expect(messages).toMatchObject([{ rule: 'too-deep', line: 1, column: 201 }]);
  });

  it('keeps what is nested as deeply as allowed', () => {
    const { all, messages } = parse({ 'a.md': `# A\n\n${'> '.repeat(98)}deep` });
    expect(all[0]?.tree.children).toHaveLength(1);
    expect(messages).toEqual([]);
  });
});
