import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { sections } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { manuscript } from '../../builders/manuscript.ts';
import { parseText } from '../tree.ts';

/** A break as a line, everything else as its text. */
function shape(block: RootContent): unknown {
  if (block.type === 'leafDirective') return block.data?.hProperties?.['className'];
  return block.type === 'containerDirective' ? block.children.map(shape) : plainText(block);
}

const pageBreak = ['page-break'];

describe('breaks between pages', () => {
  it.each([
    '\\newpage',
    '\\pagebreak',
    '\\clearpage{}',
    '\\cleardoublepage',
    '::page-break',
    '::pagebreak',
    ':::pagebreak',
    '::: pagebreak  ',
    ':::newpage\n:::',
    '::: {.pagebreak}\n:::',
    '{pagebreak}',
    '{{< pagebreak >}}',
    '<div style="page-break-after: always;"></div>',
    '<div class="pagebreak"></div>',
  ])('%j is one', (text) => {
    const { tree, messages } = parseText(`A\n\n${text}\n\nB`);
    expect(messages).toEqual([]);
    expect(tree.children.map(shape)).toEqual(['A', pageBreak, 'B']);
  });

  it.each([
    ['A\n\n\\newpage\n\n\\clearpage\n\nB', ['A', pageBreak, 'B']],
    ['A\n\n\\newpage', ['A']],
    ['A[^1]\n\n\\newpage\n\n[^1]: B', ['A']],
    ['\\newpage\n\nA', [pageBreak, 'A']],
    ['A\n\n:::pagebreak\n\n:::tip\nB\n:::\n\nC', ['A', pageBreak, ['B'], 'C']],
    ['A\n\n:::pagebreak\nB', ['A', pageBreak, 'B']],
    ['::::tip\nA\n\n:::pagebreak\n\nB\n::::', [['A', pageBreak, 'B']]],
  ])('of %j', (text, expected) => {
    const { tree, messages } = parseText(text);
    expect(messages).toEqual([]);
    expect(tree.children.map(shape)).toEqual(expected);
  });

  it('at the beginning of a file are none', () => {
    const source = manuscript({ 'one.md': '<!-- a -->\n\n\\newpage\n\n# One\n\nA' });
    const [section] = sections(parseManuscript(source));
    expect(section?.tree.children.map(shape)).toEqual(['', 'A']);
    expect(messagesOf(source.files)).toEqual([]);
  });

  it.each(['\\newpage and more', '`\\newpage`', '\\\\newpage'])('%j is none', (text) => {
    expect(parseText(`A\n\n${text}\n\nB`).tree.children.map(shape)).not.toContainEqual(pageBreak);
  });
});
