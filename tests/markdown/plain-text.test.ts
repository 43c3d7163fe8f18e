import { describe, expect, it } from 'vitest';
import { sections } from '../../src/book/book.ts';
import { parseText } from './tree.ts';

describe('plainText', () => {
  it.each([
    ['First<br>second', 'First second'],
    ['First\\\nsecond', 'First second'],
    ['10:sup[6] and 10^-3^ and H~2~O', '10⁶ and 10⁻³ and H₂O'],
    ['10<sup>6</sup> and x<sub>0</sub>', '10⁶ and x₀'],
    ['The 1^er^ of May', 'The 1er of May'],
    ['$a^2 + b_1$', 'a² + b₁'],
    ['$\\frac{a}{b}$, $\\frac{a+b}{2}$ and $\\sqrt{x+1}$', 'a/b, (a+b)/2 and √(x+1)'],
    ["$e^{i\\pi}$ and $x_{ij}$, $\\alpha'$", 'e^(iπ) and x_(ij), α′'],
    ['$\\broken{$ stays', '\\broken{ stays'],
  ])('of %s is %s', (heading, expected) => {
    // Setext headings may have several lines.
    const { book } = parseText(`${heading}\n---\n\nText.`);
    const text = sections(book)[0]?.headings[0]?.text;
    expect(text?.replace(/\s*([+])\s*/g, '$1')).toBe(expected.replace(/\s*([+])\s*/g, '$1'));
  });

  it('leaves anchors as they were', () => {
    const { book, messages } = parseText(
      '## First<br>second\n\n## $a^2$ and 10:sup[6]\n\n[a](#firstsecond) [b](#a2-and-106)',
    );
    expect(messages).toEqual([]);
    expect(sections(book)[0]?.headings.map(({ id }) => id)).toEqual(['one--firstsecond', 'one--a-2-and-106']);
  });
});
