import type { Element, ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { breakableCode, breakableInCell, holdsNumber } from '../../../../src/emit/pdf/document/cell-words.ts';

function cell(...children: ElementContent[]): Element {
  return { type: 'element', tagName: 'td', properties: {}, children };
}

/** The text with its break opportunities made visible. */
function shown(nodes: ReadonlyArray<ElementContent>): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : '|')).join('');
}

describe('holdsNumber', () => {
  test.each([
    '10234',
    ' 3,531,159 ',
    '1 234 567,50 €',
    '1\u202F234\u202F567',
    '−12.5 %',
    '$ 1,000.00',
    "1'000'000",
    '1914–1918',
    '12 - 15',
    '10:30',
    '٣٬٥٣١',
    '≈ 40°',
  ])('knows %j', (value) => {
    expect(holdsNumber(cell({ type: 'text', value }))).toBe(true);
  });

  test.each(['', ' ', '1, 2, 3', '1 2 3 4', '10 ships', 'A 5', '1914–1918 and later'])(
    'leaves %j',
    (value) => {
      expect(holdsNumber(cell({ type: 'text', value }))).toBe(false);
    },
  );

  test('leaves a cell with anything beside its text', () => {
    expect(holdsNumber(cell({ type: 'text', value: '12' }, cell()))).toBe(false);
    expect(holdsNumber(cell())).toBe(false);
  });
});

describe('breakableInCell', () => {
  test('divides hashes and addresses, no words and no numbers', () => {
    const hash = '9f86d081884c7d659a2feaa0c55ad015';
    expect(shown(breakableInCell({ type: 'text', value: `of ${hash}` }))).toBe(
      'of 9f86d081|884c7d65|9a2feaa0|c55ad015',
    );
    expect(shown(breakableInCell({ type: 'text', value: 'https://example.org/a/long/path' }))).toContain(
      'org/|',
    );
    for (const value of ['Donaudampfschifffahrtsgesellschaft', '123456789012345678901234567890'])
      expect(shown(breakableInCell({ type: 'text', value }))).toBe(value);
  });
});

describe('breakableCode', () => {
  test.each([
    ['getApplicationContextFactory()', 'get|Application|Context|Factory()'],
    ['std::collections::HashMap::new', 'std::|collections::|Hash|Map::|new'],
    ['/usr/share/fonts/truetype/lato', '/usr/|share/|fonts/|truetype/|lato'],
    ['MAXIMUM_NUMBER_OF_ALL_PAGES', 'MAXIMUM_|NUMBER_|OF_|ALL_|PAGES'],
    ['notes.introductionHeading', 'notes.|introduction|Heading'],
    ['print.lineHeight', 'print.lineHeight'],
    ['let a = 1', 'let a = 1'],
  ])('divides %s where its words begin', (value, expected) => {
    expect(shown(breakableCode({ type: 'text', value }))).toBe(expected);
  });
});
