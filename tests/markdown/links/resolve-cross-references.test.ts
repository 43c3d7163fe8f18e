import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { sections, type Book } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import type { CrossReference } from '../../../src/book/nodes.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { manuscript, type TestFile } from '../../builders/manuscript.ts';

function parse(files: Record<string, TestFile>, options: Parameters<typeof manuscript>[1] = {}) {
  const source = manuscript(files, options);
  const book = parseManuscript(source);
  return { book, references: referencesIn(book), messages: messagesOf(source.files) };
}

function referencesIn(book: Book): CrossReference[] {
  const found: CrossReference[] = [];
  const roots = [...sections(book).map(({ tree }) => tree), ...book.notes.map(({ tree }) => tree)];
  for (const root of roots) visit(root, 'crossReference', (node: CrossReference) => void found.push(node));
  return found;
}

const two = '# Two\n\n## The quay\n\n:::verse{#poem}\nA line\n:::\n';

describe('a cross-reference', () => {
  it.each([
    ['poem', 'two---poem'],
    ['02-two.md#poem', 'two---poem'],
    ['02-two.md', 'two'],
    ['two', 'two'],
    ['the-quay', 'two--the-quay'],
    ['part-the-sea', 'part-the-sea'],
    ['^gull', 'one--note-gull'],
    ['[^gull]', 'one--note-gull'],
    ['^Gull', 'one--note-gull'],
  ])('to %s leads to %s', (target, id) => {
    const text = `# One\n\nSee :ref[${target}].[^gull]\n\n[^gull]: A bird.\n`;
    const { references, messages } = parse({ 'part:The Sea': '', '01-one.md': text, '02-two.md': two });
    expect(messages).toEqual([]);
    expect(references).toMatchObject([{ target, targetId: id, shows: 'name', capital: false }]);
  });

  it('prefers a place of its own file', () => {
    const { references } = parse({
      '01-one.md': '# One\n\nSee :ref[end].\n\n## End\n',
      '02-two.md': '# Two\n\n## End\n',
    });
    expect(references[0]?.targetId).toBe('one--end');
  });

  it('may name a note of the shared file, and stand in it', () => {
    const options = { shared: '[^gull]: See :ref[poem].\n' };
    const text = '# One\n\nSee :ref[^gull].[^gull]\n';
    const { references, messages } = parse({ '01-one.md': text, '02-two.md': two }, options);
    expect(messages).toEqual([]);
    expect(references.map(({ targetId }) => targetId)).toEqual(['shared--note-gull', 'two---poem']);
  });

  it.each([
    [':ref[two]{page}', { shows: 'name-and-page' }],
    [':ref[two]{page=only}', { shows: 'page' }],
    [':page[two]', { shows: 'page-number' }],
    [':Ref[two]', { shows: 'name', capital: true }],
    [`:ref[two]{text="see the ship's plan"}`, { text: 'see the ship’s plan' }],
  ])('%s is told what to show', (typed, expected) => {
    const { references, messages } = parse({ '01-one.md': `# One\n\n${typed}\n`, '02-two.md': two });
    expect(messages).toEqual([]);
    expect(references).toMatchObject([expected]);
  });

  it('to a note is no mark: the note must be cited as well', () => {
    const { messages } = parse({ '01-one.md': '# One\n\nSee :ref[^gull].\n\n[^gull]: A bird.\n' });
    expect(messages.map(({ rule }) => rule)).toEqual(['note-unused']);
  });

  it('to a name that several files have asks for the file', () => {
    const end = '# Two\n\n## End\n';
    const { messages } = parse({
      '01-one.md': '# One\n\nSee :ref[end].\n',
      '02-two.md': end,
      '03-three.md': end,
    });
    expect(messages).toMatchObject([
      {
        line: 3,
        column: 10,
        rule: 'reference-unknown',
        reason: 'Several files have a place "end"',
        hint: 'Name the file as well: 02-two.md#end or 03-three.md#end.',
      },
    ]);
  });

  it('to nowhere is reported at its name and stays as typed', () => {
    const { book, messages } = parse({
      '01-one.md': '# One\n\nSee :ref[nowhere]{page}.\n',
      '02-two.md': two,
    });
    expect(messages).toMatchObject([{ line: 3, column: 10, rule: 'reference-unknown' }]);
    expect(JSON.stringify(book.body[0]?.tree)).toContain(':ref[nowhere]{page}');
  });

  it('has no other attributes', () => {
    const { messages } = parse({ '01-one.md': '# One\n\nSee :ref[one]{pages=1}.\n' });
    expect(messages).toMatchObject([
      { line: 3, column: 14, rule: 'directive-unknown', reason: 'A reference has no attribute "pages"' },
    ]);
  });

  it('does not disturb the quotation marks around it', () => {
    const { book } = parse({ '01-one.md': '# One\n\nHe wrote ":ref[one]" and "left".\n' });
    const text: string[] = [];
    for (const { tree } of book.body) visit(tree, 'text', ({ value }) => void text.push(value));
    expect(text.join('*')).toBe('He wrote “*” and “left”.');
  });
});
