import { describe, expect, test } from 'vitest';
import { joinGlyphs } from '../../../../src/emit/pdf/content/join-glyphs.ts';

/** Glyphs of font F (two bytes) and of font G (one byte) move on by 500; those from 96 on by nobody knows how much. */
function joined(content: string): string {
  const of = (code: number): number => (code < 96 ? 500 : Number.NaN);
  const fonts = new Map([
    ['F', { codeLength: 2, of } as const],
    ['G', { codeLength: 1, of } as const],
  ]);
  const bytes = Buffer.from(content, 'latin1');
  return Buffer.from(joinGlyphs(bytes, (name) => fonts.get(name))).toString('latin1');
}

/** A text object in a face of ten units, in which every glyph moves on by five. */
const text = (content: string, font = 'F'): string => `BT\n/${font} 10 Tf\n1 0 0 -1 3 4 Tm\n${content}ET`;

describe('joinGlyphs', () => {
  test('shows glyphs on a line in one go, with the distances that are not their widths', () => {
    const glyphs = '<0041> Tj\n5 0 Td <0042> Tj\n4.8 0 Td <0043> Tj\n7.5 0 Td <0044> Tj\n';
    expect(joined(text(glyphs))).toBe(text('[(\0A\0B)20(\0C)-250(\0D)]TJ\n'));
    expect(joined(text('<41> Tj\n-5.03 0 Td <42> Tj\n', 'G'))).toBe(text('[(A)1003(B)]TJ\n', 'G'));
  });

  test('writes what would end a string, and a line break, as what they are', () => {
    const glyphs = '<0028> Tj\n5 0 Td <0029> Tj\n5 0 Td <005C> Tj\n5 0 Td <0D0A> Tj\n5 0 Td <0041> Tj\n';
    expect(joined(text(glyphs))).toBe(text('[(\0\\(\0\\)\0\\\\\\r\n)]TJ\n20 0 Td <0041> Tj\n'));
    expect(joined(text('<0D> Tj\n5 0 Td <41> Tj\n', 'G'))).toBe(text('[(\\rA)]TJ\n', 'G'));
  });

  test('lets what is rounded off not add up', () => {
    const glyphs = `<41> Tj\n${'5.0035 0 Td <42> Tj\n'.repeat(9)}`;
    expect(joined(text(glyphs, 'G'))).toBe(text('[(ABB)-1(BBB)-1(BBB)-1(B)]TJ\n', 'G'));
  });

  test('keeps the distance of words, of spaced letters too, whatever was rounded off', () => {
    // The letter B stands .8 behind its place: so does, behind the space, the letter C.
    const words = '<41> Tj\n4.992 0 Td <42> Tj\n5 0 Td <20> Tj\n4.12344 0 Td <43> Tj\n';
    expect(joined(text(words, 'G'))).toBe(text('[(AB )87.66(C)]TJ\n', 'G'));
    const spaced = '<41> Tj\n6.0012 0 Td <42> Tj\n6.0012 0 Td <43> Tj\n6.001 0 Td <44> Tj\n';
    expect(joined(text(spaced, 'G'))).toBe(text('[(A)-100.12(B)-100.12(C)-100.1(D)]TJ\n', 'G'));
  });

  test('says once by how much the letters of a row are set apart, or closer', () => {
    const spaced = `<41> Tj\n${'5.07 0 Td <42> Tj\n'.repeat(9)}`;
    expect(joined(text(`${spaced}4 0 Td <43> Tj\n`, 'G'))).toBe(
      text('0.07 Tc [(ABBBBBBBBB)107(C)]TJ\n0 Tc\n', 'G'),
    );
    const closer = `<41> Tj\n${'4.95 0 Td <42> Tj\n'.repeat(9)}7 1 Td <43> Tj\n`;
    expect(joined(text(closer, 'G'))).toBe(
      text('-0.05 Tc [(ABBBBBBBBB)]TJ\n0 Tc\n51.55 1 Td <43> Tj\n', 'G'),
    );
  });

  test('lets letters stand where few are set apart', () => {
    const few = `<41> Tj\n${'5 0 Td <42> Tj\n'.repeat(9)}${'5.07 0 Td <42> Tj\n'.repeat(9)}`;
    expect(joined(text(few, 'G'))).not.toContain('Tc');
  });

  test.each([
    ['on other lines', '<0041> Tj\n5 1 Td <0042> Tj\n', '<0041> Tj\n5 1 Td <0042> Tj\n'],
    [
      'between other marks',
      '<0041> Tj\n5 0 Td <0042> Tj\n/Span<</ActualText <FEFF0061>> BDC\n5 0 Td <0043> Tj\n5 0 Td <0044> Tj\nEMC\n5 2 Td <0045> Tj\n',
      '[(\0A\0B)]TJ\n/Span<</ActualText <FEFF0061>> BDC\n10 0 Td [(\0C\0D)]TJ\nEMC\n10 2 Td <0045> Tj\n',
    ],
    [
      'in another face',
      '<0041> Tj\n5 0 Td <0042> Tj\n/G 8 Tf\n5.5 0 Td <41> Tj\n4 0 Td <42> Tj\n',
      '[(\0A\0B)]TJ\n/G 8 Tf\n10.5 0 Td [(AB)]TJ\n',
    ],
    ['far away', '<0041> Tj\n200 0 Td <0042> Tj\n', '<0041> Tj\n200 0 Td <0042> Tj\n'],
    ['of no known width', '<0061> Tj\n5 0 Td <0042> Tj\n', '<0061> Tj\n5 0 Td <0042> Tj\n'],
    ['in no known face', '/H 9 Tf\n<0041> Tj\n5 0 Td <0042> Tj\n', '/H 9 Tf\n<0041> Tj\n5 0 Td <0042> Tj\n'],
    ['with others in one string', '<00410041> Tj\n9 0 Td <0042> Tj\n', '<00410041> Tj\n9 0 Td <0042> Tj\n'],
    [
      'where the last one ended',
      '<0041> Tj\n<0042> Tj\n5 0 Td <0043> Tj\n',
      '<0041> Tj\n<0042> Tj\n5 0 Td <0043> Tj\n',
    ],
  ])('parts glyphs %s', (_, glyphs, expected) => {
    expect(joined(text(glyphs))).toBe(text(expected));
  });

  test('leads operators that go on from the origin of the line back to it', () => {
    const glyphs =
      '<0041> Tj\n5 0 Td <0042> Tj\n2 0 Td <0043> Tj\n0 3 TD <0044> Tj\n1 0 0 1 9 9 Tm <0045> Tj\n';
    expect(joined(text(glyphs))).toBe(
      text('[(\0A\0B)300(\0C)]TJ\n7 0 Td 0 3 TD <0044> Tj\n1 0 0 1 9 9 Tm <0045> Tj\n'),
    );
  });

  test('leaves content alone that spaces its letters by itself, and such without glyphs in rows', () => {
    for (const glyphs of ['1 Tc\n<0041> Tj\n5 0 Td <0042> Tj\n', '<0041> Tj\n', '[(\0A)]TJ\n']) {
      const bytes = Buffer.from(text(glyphs), 'latin1');
      expect(joinGlyphs(bytes, () => ({ codeLength: 2, of: () => 500 }))).toBe(bytes);
    }
  });
});
