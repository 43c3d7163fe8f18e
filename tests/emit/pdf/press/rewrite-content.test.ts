import { describe, expect, test } from 'vitest';
import { rewriteContent } from '../../../../src/emit/pdf/press/rewrite-content.ts';

function rewritten(content: string, ink: 'black' | 'colour' = 'colour') {
  const { bytes, coloured } = rewriteContent(Buffer.from(content, 'latin1'), ink);
  return { content: Buffer.from(bytes).toString('latin1'), coloured };
}

describe('rewriteContent', () => {
  test('makes greys gray and leaves colours', () => {
    expect(rewritten('0 0 0 RG .5 .5 .5 rg 1 0 0 rg 0 0 1 RG f')).toEqual({
      content: '0 G 0.5 g 1 0 0 rg 0 0 1 RG f',
      coloured: true,
    });
  });

  test('takes a grey that was rounded on its way for a grey', () => {
    expect(rewritten('.3885 .3886 .3886 rg').content).toBe('0.3885 g');
    expect(rewritten('.38 .39 .39 rg')).toEqual({ content: '.38 .39 .39 rg', coloured: true });
  });

  test('makes colours as grey as they are light where there is black ink alone', () => {
    const greys = rewritten('1 1 0 rg 0 0 1 rg 0 1 0 RG', 'black');
    expect(greys.coloured).toBe(false);
    const [yellow = 0, blue = 0, green = 0] = greys.content
      .split(' g')
      .map((part) => Number.parseFloat(part));
    expect(yellow).toBeCloseTo(0.967, 2);
    expect(blue).toBeCloseTo(0.298, 2);
    expect(green).toBeCloseTo(0.862, 2);
  });

  test('takes the marks of tags away and nothing that paints', () => {
    const tagged = '/P <</MCID 0 >>BDC\nBT (EMC 1 1 1 rg) Tj ET\nEMC\n/Artifact BMC\n0 0 9 9 re f\nEMC';
    expect(rewritten(tagged).content.replaceAll(/\s+/g, ' ').trim()).toBe(
      'BT (EMC 1 1 1 rg) Tj ET 0 0 9 9 re f',
    );
  });

  test('keeps what says which letters the glyphs are', () => {
    const said =
      'BT /ReversedChars BMC /Span<</ActualText <FEFF0623> >> BDC <01> Tj EMC <02> Tj EMC /Span <</Lang (de)>> BDC <03> Tj EMC ET';
    expect(rewritten(`/P <</MCID 0 >>BDC ${said} EMC`).content.replaceAll(/\s+/g, ' ').trim()).toBe(
      'BT /ReversedChars BMC /Span<</ActualText <FEFF0623> >> BDC <01> Tj EMC <02> Tj EMC <03> Tj ET',
    );
  });

  test('gives back the very same bytes where there is nothing to do', () => {
    const content = Buffer.from('q 1 0 0 1 0 0 cm BT /F1 9 Tf (rg) Tj ET Q');
    expect(rewriteContent(content, 'colour').bytes).toBe(content);
  });
});
