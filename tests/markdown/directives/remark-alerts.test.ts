import type { RootContent } from 'mdast';
import { describe, expect, it } from 'vitest';
import { sections } from '../../../src/book/book.ts';
import { messagesOf } from '../../../src/book/messages/messages.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { wordingOf } from '../../../src/language/wording.ts';
import { manuscript } from '../../builders/manuscript.ts';

/** Of the first block its kind, and what its children say. */
function boxOf(text: string, language = 'en', file: string = language) {
  const frontMatter = { language: file };
  const source = manuscript({ 'one.md': { text: `# One\n\n${text}`, frontMatter } }, { language });
  const book = parseManuscript({ ...source, labels: wordingOf(language) });
  const [block] = sections(book)[0]?.tree.children ?? [];
  return { block, box: block && shape(block), messages: messagesOf(source.files) };
}

function shape(block: RootContent): string[] {
  if (!('children' in block)) return [block.type];
  const name = block.type === 'containerDirective' ? block.name : block.type;
  return [name, ...block.children.map((child) => plainText(child))];
}

function childOf(block: RootContent | undefined, index: number): unknown {
  return block && 'children' in block ? block.children[index] : undefined;
}

describe('alerts', () => {
  it.each([
    ['> [!NOTE]\n> Useful.', ['note', 'Note', 'Useful.']],
    ['> [!TIP]\n>\n> - a\n> - b', ['tip', 'Tip', 'ab']],
    ['> [!important]\n> *So* it\n> is.', ['important', 'Important', 'So it is.']],
    ['> [!WARNING] \\\n> Mind.', ['warning', 'Warning', 'Mind.']],
    ['> [!CAUTION]', ['caution', 'Caution']],
    ['> [!tip] Use *this* first\n> Then that.', ['tip', 'Use this first', 'Then that.']],
    ['> [!tip]- Folded', ['tip', 'Folded']],
    ['> [!info]+\n> Open.', ['note', 'Note', 'Open.']],
    ['> [!danger|wide]\n> Off.', ['caution', 'Caution', 'Off.']],
    ['> [!bug] It bites\n> Often.', ['note', 'It bites', 'Often.']],
  ])('%j', (text, expected) => {
    const { box, block, messages } = boxOf(text);
    expect(messages).toEqual([]);
    expect(box).toEqual(expected);
    expect(block).toMatchObject({ data: { hProperties: { className: ['box', expected[0]] } } });
    expect(childOf(block, 0)).toMatchObject({ data: { hProperties: { className: ['title'] } } });
  });

  it('have their word in the language of the book', () => {
    expect(boxOf('> [!NOTE]\n> Ja.', 'de').box).toEqual(['note', 'Hinweis', 'Ja.']);
    const { block, box } = boxOf('> [!NOTE]\n> Oui.', 'de', 'fr');
    expect(box).toEqual(['note', 'Hinweis', 'Oui.']);
    expect(childOf(block, 0)).toMatchObject({ children: [{ data: { hProperties: { lang: 'de' } } }] });
  });

  it('may stand in one another', () => {
    const { block } = boxOf('> [!NOTE]\n> A\n>\n> > [!TIP]\n> > B');
    expect(childOf(block, 2)).toMatchObject({ type: 'containerDirective', name: 'tip' });
  });

  it.each(['> \\[!NOTE]\n> Text', '> Text [!NOTE]', '> [note] Text', '> [!] Text', 'Text'])(
    '%j is none',
    (text) => {
      expect(boxOf(text).box?.[0]).not.toBe('note');
    },
  );

  it.each(['> [!abstract]\n> Text', '> [!quote]\n> Text'])('%j is told of', (text) => {
    const { box, messages } = boxOf(text);
    expect(box?.[0]).toBe('blockquote');
    expect(messages).toMatchObject([{ rule: 'markup-unread', line: 3, column: 3 }]);
  });

  it('keep the places of what stands in them', () => {
    expect(boxOf('> [!NOTE] See [[a]]\n> [[b]]').messages).toMatchObject([
      { line: 3, column: 15, reason: expect.stringContaining('one.md:4:3') },
    ]);
  });
});
