import { describe, expect, test } from 'vitest';
import { findPassages } from '../../../src/prove/text/find-passages.ts';
import { printedLetters, visibleText } from '../../../src/prove/text/folding.ts';

const { fold } = ((folding) => ({ fold: (text: string) => folding.fold(text) }))(
  printedLetters(new Set('𐎀')),
);

/** Runs that stand on no page. */
function shown(runs: string[]) {
  return runs.map((letters) => ({ letters }));
}

/** What was found of each passage: all of it, or so many letters. */
function found(wanted: string[], runs: string[]): Array<true | number> {
  return findPassages(
    wanted.map((text) => ({ letters: fold(text) })),
    shown(runs.map(fold).filter((run) => run !== '')),
  ).map((finding) => finding.found || finding.letters);
}

function onPage(letters: string, x: number, y: number, reversed = false, page = 0) {
  return { letters: fold(letters), place: { page, x, y, reversed } };
}

describe('findPassages', () => {
  test('finds passages over the ends of lines, hyphens, ligatures, small capitals', () => {
    expect(found(['An efficient Harpooner'], ['An e\uFB03‐', 'cient HARPOONER'])).toEqual([true]);
  });

  test('lets numbers, heads and signs of ours stand between passages', () => {
    expect(found(['one', 'two'], ['1.', 'one', '2.', 'two', '12'])).toEqual([true, true]);
  });

  test('does not find a word within another', () => {
    expect(found(['Yes', 'Yesterday it rained.'], ['Yesterday it rained.'])).toEqual([0, true]);
  });

  test('does not take one text for two', () => {
    expect(found(['Ibid.', 'Ibid.'], ['Ibid.'])).toEqual([true, 0]);
  });

  test('finds what is painted before or after its place', () => {
    expect(found(['The 19', 'th', ' century, then'], ['The 19', 'century, then', 'th'])).toEqual([
      true,
      true,
      true,
    ]);
    expect(found(['The ship', 'sails on'], ['T', 'he ship', 'sails on'])).toEqual([true, true]);
    expect(found(['Call me Ishmael.', 'Some'], ['C', 'Some', 'all me', 'Ishmael.'])).toEqual([true, true]);
  });

  test('leaves to a passage its own runs where another far away ends alike', () => {
    const notes = (count: number): string[] => Array.from({ length: count }, (_, index) => `Note ${index}.`);
    const long = ['one', 'two', 'three'].map((word) => `A heading of more than a few letters, ${word}`);
    const headings = ['Notes', '9 Chapter of in', ...long, '109 Chapter of in'];
    const far = ['Notes', ...notes(40), '9', 'Chapter of in', ...notes(40), ...long, ...notes(900)];
    expect(found(headings, [...far, '109', 'Chapter of in'])).toEqual(headings.map(() => true));
    expect(found(headings, far)).not.toEqual(headings.map(() => true));
  });

  test('finds cells that the end of a page tore apart', () => {
    const row = ['long cell of many words', 'another cell'];
    expect(found(row, ['long cell', 'another', 'of many words', 'cell'])).toEqual([true, true]);
    expect(found(row, ['long cell', 'another', 'of many words'])).toEqual([true, 'another'.length]);
  });

  test('finds right-to-left lines whose runs are painted from left to right', () => {
    expect(found(['ברא 12–15 English אלהים'], ['אלהים', 'English', '15', '12', 'ברא'])).toEqual([true]);
    expect(found(['ברא 12–15 English אלהים'], ['אלהים', 'English', '15', 'ברא'])).toEqual([3]);
    // Amid numbers and both directions letters are counted.
    expect(found(['ברא 12–15 אלהים'], ['אלהים ברא', '1512'])).toEqual([true]);
    expect(found(['ברא 12–15 אלהים'], ['אלהים', '1512'])).toEqual([0]);
  });

  test('counts letters where readings stand above words, and runs between them are like each other', () => {
    // The second takes the first と, which stands nearer to where it might begin.
    const wanted = ['秋土るたにと水木こきほの話', '冬山ゆきとと川うみの話'];
    const runs = [
      '冬山',
      'と川',
      '秋土',
      'と',
      '水木',
      'の話',
      'るたに',
      'こきほ',
      'ゆき',
      'と',
      'うみ',
      'の話',
    ];
    expect(found(wanted, runs)).toEqual([true, true]);
    expect(
      found(
        wanted,
        runs.filter((run) => run !== 'こきほ'),
      ),
    ).not.toEqual([true, true]);
  });

  test('lets a glyph of unknown meaning be a ligature', () => {
    expect(findPassages([{ letters: 'ALLALLAHIDIU' }], shown(['\0U', 'ALL', 'ALL']))).toEqual([
      { found: false, letters: 6 },
    ]);
    expect(findPassages([{ letters: 'BISMALLAHU' }], shown(['BISM', '\0HU']))).toEqual([{ found: true }]);
  });

  test('lets a glyph of unknown meaning be one that no font has', () => {
    expect(findPassages([{ letters: 'ABCD' }], shown(['\0AB', 'CD\0']))).toEqual([{ found: true }]);
  });

  test('goes on where it was behind what is painted apart', () => {
    const apart = 'A long line of code, which is painted behind the rest of its page.';
    const after = 'And so on, which is said here as well.';
    expect(found(['Before.', apart, 'Statements', after], ['Before.', 'Statements', after, apart])).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(found(['Before.', apart, 'Statements', after], ['Before.', after, apart])).toEqual([
      true,
      true,
      0,
      true,
    ]);
  });

  test('finds itself again behind a long text of ours', () => {
    const ours = Array.from({ length: 40 }, (_, index) => `a line of ours ${index}`);
    const theirs = [
      'First passage after it, long.',
      'Second passage after it, long.',
      'Third passage, long.',
      'x',
    ];
    expect(found(theirs, [...ours, ...theirs])).toEqual([true, true, true, true]);
  });

  test('reads pages line by line, as they stand, where they are painted in another order', () => {
    const code = [{ letters: fold('menu(title, body) end') }, { letters: fold('menu(title) end') }];
    const painted = [
      onPage('end', 10, 80),
      onPage('end', 10, 40),
      onPage('menu(', 10, 100),
      onPage('title, body)', 50, 100.5),
      onPage('menu(', 10, 60),
      onPage('title)', 50, 60),
    ];
    expect(findPassages(code, painted)).toEqual([{ found: true }, { found: true }]);
    expect(
      findPassages(
        [{ letters: fold('ברא אלהים 12') }],
        [onPage('12', 10, 100), onPage('אלהים', 20, 100, true), onPage('ברא', 60, 100, true)],
      ),
    ).toEqual([{ found: true }]);
  });

  test('finds what goes on over the page far before those that led astray', () => {
    const far = ['first of those that are far away', 'second of those that are far away', 'third of them'];
    const code = ['boolean forward of an action;', 'boolean forward of a module;'];
    const pages = [
      onPage(code[0]!, 10, 20, false, 0),
      onPage('x'.repeat(5000), 10, 50, false, 1),
      onPage(code[1]!, 10, 100, false, 1),
      ...far.map((text, index) => onPage(text, 10, 100 - 20 * index, false, 2)),
    ];
    const wanted = [...far, code.join(' '), `${code.join(' ')} and more`].map((text) => ({
      letters: fold(text),
    }));
    expect(findPassages(wanted, pages).map((finding) => finding.found)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  test('lets what HTML stands around begin and end anywhere', () => {
    const loose = ['The ship', 'in'].map((text) => ({ letters: fold(text), loose: true }));
    expect(findPassages(loose, shown([fold('The ship came in.')]))).toEqual([
      { found: true },
      { found: true },
    ]);
    expect(findPassages(loose, shown([fold('The boat came in.')]))).toEqual([
      { found: false, letters: 0 },
      { found: true },
    ]);
  });

  test('says how far a passage was found', () => {
    expect(found(['To be, or not to be'], ['To be, or'])).toEqual([6]);
  });

  test('does without characters that no font has', () => {
    expect(found(['A 𐎀 sign', '𐎀'], ['A sign'])).toEqual([true, true]);
  });

  describe('where lines may be read from the right', () => {
    const rows = [
      ['1', '3 (2.5)', '3 (2.2)', '3 (2.3)'],
      ['2', '1 (2.7)', '2 (3.3)', '2 (3.2)'],
      ['3', '2 (3.1)', '6 (3.3)', '1 (3.2)'],
      ['4', '6 (3.7)', '1 (3.7)', '6 (3.5)'],
      ['5', '5 (4.4)', '5 (4.3)', '5 (4.3)'],
      ['6', '4 (4.9)', '4 (4.6)', '4 (4.8)'],
    ];
    // Cells from the right, each painted from the left.
    const painted = rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const [number = '', share] = cell.replace(')', '').split(' (');
        const [x, y] = [300 - 80 * column, 200 - 20 * row];
        return [...(share === undefined ? [] : [onPage(share, x, y)]), onPage(number, x + 30, y)];
      }),
    );
    const cells = rows.flat().map((cell) => ({ letters: fold(cell) }));

    test('finds numbers of which those of other cells make the same', () => {
      expect(findPassages(cells, painted, true)).toEqual(cells.map(() => ({ found: true })));
      expect(findPassages(cells, painted.slice(1), true)).not.toEqual(cells.map(() => ({ found: true })));
    });
  });

  test('counts letters where trying all ways would take for ever', () => {
    const runs = Array.from({ length: 3000 }, (_, index) => (index % 2 === 0 ? 'A' : 'AB'));
    expect(findPassages([{ letters: `${'AAB'.repeat(900)}C` }], shown(runs))).toMatchObject([
      { found: false },
    ]);
    expect(findPassages([{ letters: `${'AAB'.repeat(900)}C` }], shown([...runs, 'CC']))).toEqual([
      { found: true },
    ]);
  });
});

describe('visibleText', () => {
  test('drops what cannot be seen and nothing else', () => {
    expect(visibleText().fold('A\u00A0wo\u00ADrd\u2060, “𝄞”\n—\u200E5\u0301')).toBe('Aword,“𝄞”—5\u0301');
  });
});
