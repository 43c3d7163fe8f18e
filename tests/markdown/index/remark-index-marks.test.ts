import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { sections, type Book } from '../../../src/book/book.ts';
import type { IndexMark } from '../../../src/book/nodes.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { parseBook } from '../notes.ts';

/** The marks of a book as `path "words"`, with what else they say. */
function marks(book: Book): string[] {
  const found: string[] = [];
  const trees = [
    ...sections(book).flatMap(({ titleTree, tree }) => [titleTree, tree]),
    ...book.notes.map(({ tree }) => tree),
  ];
  for (const tree of trees) {
    visit(tree, 'indexMark', (mark: IndexMark) => {
      const { path, sort, range, main, see, also } = mark;
      const rest = Object.entries({ sort, range, see, also, ...(main && { main }) })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => ` ${name}=${value}`);
      found.push(`${path.join(' > ')} "${plainText(mark)}"${rest.join('')}`);
    });
  }
  return found;
}

function marksOf(text: string): string[] {
  return marks(parseBook({ 'one.md': `# One\n\n${text}` }).book);
}

/** The text of the only chapter. */
function textOf(text: string): string {
  const tree = sections(parseBook({ 'one.md': `# One\n\n${text}` }).book)[0]?.tree;
  return tree ? tree.children.map(plainText).join(' | ') : '';
}

describe('marks of the index', () => {
  it('take their term from the words they print, or from what they say', () => {
    expect(marksOf('A :index[whale] and :index[the white one]{term="whale > white"}.')).toEqual([
      'whale "whale"',
      'whale > white "the white one"',
    ]);
    expect(marksOf(':index[Ahab]{sub="leg of > lost"} came.')).toEqual(['Ahab > leg of > lost "Ahab"']);
  });

  it('keep what else they say', () => {
    expect(
      marksOf('A :index[whale]{main sort=w} or :index[Leviathan]{see="whale; sea > deep" also=x}.'),
    ).toEqual(['whale "whale" sort=w main=true', 'Leviathan "Leviathan" see=whale; sea > deep also=x']);
    expect(marksOf('It :index[began]{term=a range=start} and :index[ended]{term=a range=end}.')).toEqual([
      'a "began" range=start',
      'a "ended" range=end',
    ]);
  });

  it('know italics by asterisks, and quotation marks in typographic form', () => {
    expect(marksOf("The :index[*Pequod* of Nantucket], :index[Ahab's leg].")).toEqual([
      '*Pequod* of Nantucket "Pequod of Nantucket"',
      'Ahab’s leg "Ahab’s leg"',
    ]);
    expect(marksOf('His :index[leg]{term="Ahab\'s leg"}.')).toEqual(['Ahab’s leg "leg"']);
  });

  it.each([
    ['the :index[]{term=a}whale', 'the whale', 'whale'],
    ['the whale:index[]{term=a} swam', 'the whale swam', 'whale'],
    ['the whale :index[]{term=a} swam off', 'the whale swam off', 'swam'],
    ['it swam. :index[]{term=a}', 'it swam.', 'swam.'],
    ['*white*:index[]{term=a} whale', 'white whale', 'whale'],
  ])('without words hold the word beside them: %s', (text, printed, held) => {
    expect(textOf(text)).toBe(printed);
    expect(marksOf(text)).toEqual([`a "${held}"`]);
  });

  it('on a line of their own go to the block that follows, or else to the one before', () => {
    expect(marksOf('::index{term=a}\n\n- One item')).toEqual(['a "One"']);
    expect(textOf('Before.\n\n::index{term=a}\n\n- One item')).toBe('Before. | One item');
    expect(marksOf('The last word.\n\n::index{term=a}')).toEqual(['a "word."']);
  });

  it('may stand in titles, headings and notes', () => {
    const { book } = parseBook({
      'one.md': '# The :index[whale]\n\nText[^a].\n\n## On :index[oil]\n\nMore.\n\n[^a]: Of :index[Jonah].',
    });
    expect(marks(book)).toEqual(['whale "whale"', 'oil "oil"', 'Jonah "Jonah"']);
    expect(sections(book)[0]?.title).toBe('The whale');
    expect(sections(book)[0]?.headings[0]?.text).toBe('On oil');
  });

  it('have ids of their own', () => {
    const { book } = parseBook({
      'one.md': '# One\n\n:index[Sea] and :index[sea]',
      'two.md': '# Two\n\n:index[sea]',
    });
    const ids: unknown[] = [];
    for (const { tree } of sections(book)) {
      visit(tree, 'indexMark', (mark: IndexMark) => void ids.push(mark.data.hProperties.id));
    }
    expect(ids).toEqual(['one--index-sea', 'one--index-sea-2', 'two--index-sea']);
  });

  it('are reported where they say what no mark can, and their words stay', () => {
    const { book, places } = parseBook({
      'one.md': '# One\n\nA :index[whale]{terms=x} and :index[]{} no more.',
    });
    expect(places).toEqual(['one.md:3:3 index-mark', 'one.md:3:30 index-mark']);
    expect(marks(book)).toEqual([]);
    expect(plainText(sections(book)[0]?.tree.children[0] ?? { type: 'text', value: '' })).toBe(
      'A whale and no more.',
    );
  });
});
