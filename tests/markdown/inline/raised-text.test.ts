import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { parseText } from '../tree.ts';

const names: Readonly<Record<string, string>> = {
  emphasis: 'em',
  delete: 'del',
  inlineCode: 'code',
  inlineMath: 'math',
  link: 'a',
};

/** Inline Markdown with its elements shown. */
function show(node: Nodes): string {
  const content = 'children' in node ? node.children.map(show).join('') : 'value' in node ? node.value : '';
  const name = node.data && 'hName' in node.data ? node.data.hName : names[node.type];
  return name === undefined || name === '' ? content : `<${name}>${content}</${name}>`;
}

/** What becomes of a text, and what is said of it. */
function htmlOf(text: string): { html: string; said: string[] } {
  const { tree, messages } = parseText(text);
  return { html: show(tree), said: messages.map(({ rule }) => rule) };
}

describe('what is raised, lowered and marked', () => {
  it.each([
    ['H~2~O and m^2^, 2^10^ is 1024.', 'H<sub>2</sub>O and m<sup>2</sup>, 2<sup>10</sup> is 1024.'],
    [
      'SO~4~^2-^ and Ca^2+^; K^+^, A^\\*^',
      'SO<sub>4</sub><sup>2-</sup> and Ca<sup>2+</sup>; K<sup>+</sup>, A<sup>*</sup>',
    ],
    [
      'The 1^er^ and M^me^Curie, *v*~0~',
      'The 1<sup>er</sup> and M<sup>me</sup>Curie, <em>v</em><sub>0</sub>',
    ],
    [
      '^14^C and x^*n*^ and x~*i*,*j*~',
      '<sup>14</sup>C and x<sup><em>n</em></sup> and x<sub><em>i</em>,<em>j</em></sub>',
    ],
    ['P~a\\ cat~ and (a)^(1)^', 'P<sub>a\u00a0cat</sub> and (a)<sup>(1)</sup>'],
    ['文^[1]^字', '文<sup>[1]</sup>字'],
    [
      '~~struck~~ and ==marked *words* here==.',
      '<del>struck</del> and <mark>marked <em>words</em> here</mark>.',
    ],
    ['これは==重要==です', 'これは<mark>重要</mark>です'],
    ['*em ==a== em* and ==a `==` b==', '<em>em <mark>a</mark> em</em> and <mark>a <code>==</code> b</mark>'],
    ['==a^2^==', '<mark>a<sup>2</sup></mark>'],
    [':mark[x]', '<mark>x</mark>'],
  ])('reads %s', (text, expected) => {
    expect(htmlOf(text)).toEqual({ html: expected, said: text.includes('[1]') ? ['note-bracketed'] : [] });
  });

  it.each([
    '20~25 or 30~40 and 50~60',
    '20℃~25℃和30~40,周一~周五和周六~周日',
    'a == b == c, if x==y and y==z, a ==b c',
    '~/path and ~/bin:~/lib and ~user/x~',
    'x^2 and y^2; x^2+y^2=1; x^2y^2; a^n+b^n=c^n; x^n·y^n',
    '^_^ and ^-^ and ^^ and ^.^',
    'H~2 O and m^2 ^ and a~ b~',
    'H\\~2~O and m\\^2^ and \\==x==',
    'S.~5~f. and Dr.~Smith~Jones.',
    '(x^a)/(y^b)',
    '=== and a=b==c=',
  ])('leaves %s alone', (text) => {
    const { html, said } = htmlOf(text);
    expect(html).toBe(text.replaceAll('\\', ''));
    expect(said).toEqual([]);
  });

  it('touches neither code nor formulas nor addresses nor links', () => {
    const { html } = htmlOf(
      '`H~2~O` $x^2^y$ <https://a.org/x^2^/~b~> [a^b](https://a.org/c^d) [x^2](https://u.org/^)',
    );
    expect(html).not.toMatch(/<su[bp]>/);
    expect(html).toMatch(/>a\^b<\/a>.*>x\^2<\/a>$/);
  });
});
