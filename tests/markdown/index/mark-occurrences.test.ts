import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { sections, type Book } from '../../../src/book/book.ts';
import type { ConcordanceEntry } from '../../../src/book/concordance.ts';
import type { IndexMark } from '../../../src/book/nodes.ts';
import { parseManuscript } from '../../../src/markdown/parse-manuscript.ts';
import { plainText } from '../../../src/markdown/plain-text.ts';
import { manuscript, type TestFile } from '../../builders/manuscript.ts';

function entry(path: string, ...find: string[]): ConcordanceEntry {
  return { path: path.split(' > '), find, file: new VFile({ path: 'index.yaml' }) };
}

function parse(files: Readonly<Record<string, TestFile>>, ...concordance: ConcordanceEntry[]): Book {
  return parseManuscript({ ...manuscript(files), concordance });
}

/** What is marked, as `path "words"`. */
function found(text: string, ...concordance: ConcordanceEntry[]): string[] {
  return marks(parse({ 'one.md': `# One\n\n${text}` }, ...concordance));
}

function marks(book: Book): string[] {
  const all: string[] = [];
  for (const { tree } of [...sections(book), ...book.notes]) {
    visit(tree, 'indexMark', (mark: IndexMark) => {
      all.push(`${mark.path.join(' > ')} "${plainText(mark)}"`);
    });
  }
  return all;
}

const whale = entry('whale', 'whale', 'whales');

describe('a concordance', () => {
  it('finds whole words', () => {
    expect(found('A whale among whales, no whaler; whale-oil, the whale’s eye.', whale)).toEqual([
      'whale "whale"',
      'whale "whales"',
      'whale "whale"',
      'whale "whale"',
    ]);
    expect(found('Überwal, Wal und Walé', entry('Wal', 'Wal'))).toEqual(['Wal "Wal"']);
  });

  it('finds capitals by small letters, but only capitals by capitals', () => {
    expect(found('Whale WHALE whale', whale)).toHaveLength(3);
    expect(found('flask Flask FLASK', entry('Flask', 'Flask'))).toEqual(['Flask "Flask"']);
  });

  it('prefers the longer of two phrases, over line ends and whichever apostrophe', () => {
    const white = entry('whale > white', 'white whale');
    expect(found('The white\nwhale, a whale.', whale, white)).toEqual([
      'whale > white "white whale"',
      'whale "whale"',
    ]);
    expect(found("Ahab's leg", entry('leg', 'Ahab’s leg'))).toEqual(['leg "Ahab’s leg"']);
  });

  it('marks one occurrence for several entries', () => {
    expect(found('Moby Dick', entry('Dick', 'Moby Dick'), entry('whale', 'Moby Dick'))).toEqual([
      'Dick "Moby Dick"',
      'whale "Moby Dick"',
    ]);
  });

  it('leaves headings, code, formulas and the text alone', () => {
    const text = '## The whale\n\nA `whale`, a *whale*, $whale$.\n\n```\nwhale\n```';
    const searched = parse({ 'one.md': `# The whale\n\n${text}` }, whale);
    expect(marks(searched)).toEqual(['whale "whale"']);
    const without = parse({ 'one.md': `# The whale\n\n${text}` });
    const texts = (book: Book) => sections(book).map(({ tree }) => tree.children.map(plainText));
    expect(texts(searched)).toEqual(texts(without));
  });

  it('looks into notes, but not into bibliography, dedication or index', () => {
    const book = parse(
      {
        'one.md': '# One\n\nText[^a].\n\n[^a]: A whale.',
        'two.md': { text: '# Works\n\nOn the whale.', frontMatter: { role: 'bibliography' } },
        'three.md': { text: 'To the whale.', frontMatter: { role: 'dedication' } },
      },
      whale,
    );
    expect(marks(book)).toEqual(['whale "whale"']);
  });

  it('does not mark again what the author marked', () => {
    expect(found('A :index[whale] and a whale.', whale)).toEqual(['whale "whale"', 'whale "whale"']);
  });

  it('finds words of scripts without blanks', () => {
    expect(found('白鲸记中的白鲸。', entry('白鲸', '白鲸'))).toEqual(['白鲸 "白鲸"', '白鲸 "白鲸"']);
  });
});
