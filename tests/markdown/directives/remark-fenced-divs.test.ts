import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../src/language/wording.ts';
import { sections } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { manuscript } from '../../builders/manuscript.ts';

function parsed(text: string) {
  const source = manuscript({ 'one.md': `# One\n\n${text}` });
  const book = parseManuscript({ ...source, labels: wordingOf('en') });
  return { blocks: sections(book)[0]?.tree.children ?? [], messages: messagesOf(source.files) };
}

/** A block as its name and its children, a paragraph as its text. */
function shape(block: RootContent): unknown {
  if (block.type === 'paragraph')
    return block.data?.directiveLabel ? `# ${plainText(block)}` : plainText(block);
  if (block.type !== 'containerDirective') return block.type;
  return [block.name, ...block.children.map(shape)];
}

describe('blocks as other dialects open them', () => {
  it.each([
    ['::: tip\nA\n:::', [['tip', 'A']]],
    [':::tip A *title*\nB\n:::', [['tip', '# A title', 'B']]],
    ['::: warning Mind: the step   \nB\n:::', [['warning', '# Mind: the step', 'B']]],
    ['::: {.note}\nA\n:::', [['note', 'A']]],
    [':::{.note}\nA\n:::', [['note', 'A']]],
    ['::: { .odd .note }\nA\n:::', [['note', 'A']]],
    ['::: {.note title="A *title*"}\nB\n:::', [['note', '# A title', 'B']]],
    [':::note{title="A title"}\nB\n:::', [['note', '# A title', 'B']]],
    ['::: {.callout-tip}\nA\n:::', [['tip', '# Tip', 'A']]],
    ['::: {.callout-caution}\n## A title\n\nB\n:::', [['caution', '# A title', 'B']]],
    ['::: tip :::\nA\n::::::', [['tip', 'A']]],
    ['::: {.tip} ::::\nA\n:::', [['tip', 'A']]],
    ['::: danger\nA\n:::', [['caution', 'A']]],
    [':::info Title\nA\n:::', [['note', '# Title', 'A']]],
    ['::: tip {#x}\nA\n:::', [['tip', 'A']]],
    ['::: verse\nA\n  B\n:::', [['verse', 'A B']]],
    [':::: tip\nA\n\n::: warning B\nC\n:::\n\nD\n::::', [['tip', 'A', ['warning', '# B', 'C'], 'D']]],
    ['Text\n::: tip\nA\n:::', ['Text', ['tip', 'A']]],
    ['- a\n\n  ::: tip\n  A\n  :::\n', ['list']],
    ['> ::: tip Title-\n> A\n> :::', ['blockquote']],
    ['::: tip', [['tip']]],
  ])('%j', (text, expected) => {
    const { blocks, messages } = parsed(text);
    expect(messages.filter(({ reason }) => !reason.includes('never closed'))).toEqual([]);
    expect(blocks.map(shape)).toEqual(expected);
  });

  it('have ids and classes', () => {
    const { blocks, messages } = parsed('::: {.callout-note .wide #x}\nA [b](#x)\n:::');
    expect(messages).toEqual([]);
    expect(blocks[0]).toMatchObject({
      data: { hProperties: { id: 'one---x', className: ['box', 'note', 'wide'] } },
    });
  });

  it('are told of where nobody knows their name; their text stays', () => {
    const { blocks, messages } = parsed(
      'A\n\n::: {.column-margin #x}\nB [c](#x)\n:::\n\n::: {layout-ncol=2}\nD\n:::',
    );
    expect(messages.map(({ rule, line, reason }) => [rule, line, reason])).toEqual([
      ['directive-unknown', 5, 'There is no directive ":::column-margin"'],
      ['directive-unknown', 9, 'There is no directive "::: {layout-ncol=2}"'],
    ]);
    expect(blocks.map(shape)).toEqual(['A', 'element', 'D']);
  });

  it('are told of where their attributes have no effect', () => {
    expect(parsed('::: {.callout-tip collapse="true" icon=false}\nA\n:::').messages).toMatchObject([
      { rule: 'markup-dropped', line: 3, reason: expect.stringContaining('collapse=true icon=false') },
    ]);
  });

  it.each([
    ['::: some words\nA\n:::', '2 places look'],
    [':::tip {odd\nA\n:::', '2 places look'],
    ['::: {odd}\nA\n:::', '2 places look'],
    ['::: {.tip}{.odd}\nA\n:::', '2 places look'],
    [':::\nA', 'This looks'],
  ])('%j is none', (text, counted) => {
    const [message, ...others] = parsed(text).messages;
    expect(others).toEqual([]);
    expect(message).toMatchObject({ rule: 'markup-unread', line: 3, column: 1 });
    expect(message?.reason).toContain(counted);
  });

  it('never closed are told of', () => {
    expect(parsed('::: tip\nA\n\nB').messages).toMatchObject([{ rule: 'markup-unread', line: 3 }]);
    expect(parsed('> ::: {.tip}\n> A').messages).toMatchObject([
      { rule: 'markup-unread', line: 3, column: 3 },
    ]);
  });

  it('leave the places of what stands in them as they are', () => {
    expect(parsed('> ::: tip A [[b]] c\n> [[d]]\n> :::\n\n[[e]]').messages).toMatchObject([
      { line: 3, column: 13, reason: expect.stringContaining('next one.md:4:3, one.md:7:1') },
    ]);
  });
});
