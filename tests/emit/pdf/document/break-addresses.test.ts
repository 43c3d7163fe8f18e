import type { ElementContent } from 'hast';
import { describe, expect, test } from 'vitest';
import { breakable } from '../../../../src/emit/pdf/document/break-addresses.ts';

/** The text with its break opportunities made visible. */
function broken(value: string): string {
  const show = (node: ElementContent): string => (node.type === 'text' ? node.value : '|');
  return breakable({ type: 'text', value }).map(show).join('');
}

describe('breakable', () => {
  test.each([
    ['https://example.org/a-page?with=parameters', 'https://|example.org/|a-|page?|with=|parameters'],
    ['see www.example.org/archive/index.html there', 'see www.example.org/|archive/|index.html there'],
  ])('lets %s be broken after its punctuation', (text, expected) => {
    expect(broken(text)).toBe(expected);
  });

  test('never breaks inside the slashes of a scheme', () => {
    expect(broken('https://example.org/a-long-enough-path')).toMatch(/^https:\/\/\|?example\.org\/\|/);
  });

  test('finds every address of a text, and leaves its prose alone', () => {
    const prose = 'all-pervading, deep-sea';
    const shown = broken(
      `${prose} https://example.org/one/two/three ${prose} https://example.org/four/five/six.`,
    );
    expect(shown.split(prose)).toHaveLength(3);
    expect(shown).toContain('one/|two/|three');
    expect(shown).toContain('four/|five/|six.');
  });

  test.each(['short/path', 'Donaudampfschifffahrtsgesellschaft', 'a mother-in-law-of-the-bride-to-be'])(
    'leaves %s in one piece',
    (text) => {
      expect(breakable({ type: 'text', value: text })).toEqual([{ type: 'text', value: text }]);
    },
  );
});
