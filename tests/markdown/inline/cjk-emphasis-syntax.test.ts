import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

function emphasized(text: string): string[] {
  const found: string[] = [];
  visit(parseText(text).tree, ['strong', 'emphasis'], (node) => {
    found.push(toString(node));
  });
  return found;
}

describe('emphasis beside letters of scripts without blanks', () => {
  it.each([
    ['これは**属性(A)**を示す。', '属性(A)'],
    ['**見る。**これは', '見る。'],
    ['他是*（王）*先生', '（王）'],
    ['이것은 **값(value)**이다', '값(value)'],
  ])('%s', (text, words) => {
    expect(emphasized(text)).toEqual([words]);
  });

  it('is as it was beside other letters', () => {
    expect(emphasized('2 * 3 * 4, a**(b)**c, snake_case_word, **x** *y*z')).toEqual(['x', 'y']);
  });
});
