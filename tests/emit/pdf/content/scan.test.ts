import { describe, expect, it } from 'vitest';
import { scan } from '../../../../src/emit/pdf/content/scan.ts';

/** Every operation as its operands and its operator. */
function operations(content: string): string[][] {
  const bytes = Buffer.from(content, 'latin1');
  const found: string[][] = [];
  scan(bytes, ({ operator, operands, start, end }) => {
    const parts = operands.map(([from, to]) => bytes.toString('latin1', from, to));
    expect(start).toBeLessThanOrEqual(end);
    found.push([...parts, operator]);
  });
  return found;
}

function wholes(content: string): string[] {
  const bytes = Buffer.from(content, 'latin1');
  const found: string[] = [];
  scan(bytes, ({ start, end }) => found.push(bytes.toString('latin1', start, end)));
  return found;
}

describe('scan', () => {
  it('finds operators and their operands', () => {
    expect(operations('q\n.24 0 0 -.24 0 612 cm\n0 g f*')).toEqual([
      ['q'],
      ['.24', '0', '0', '-.24', '0', '612', 'cm'],
      ['0', 'g'],
      ['f*'],
    ]);
  });

  it('takes arrays and dictionaries as one operand', () => {
    expect(operations('/P <</MCID 3 /A [1 <</B (>>)>>]>>BDC [(a) -20 <6F>] TJ')).toEqual([
      ['/P', '<</MCID 3 /A [1 <</B (>>)>>]>>', 'BDC'],
      ['[(a) -20 <6F>]', 'TJ'],
    ]);
  });

  it('knows nested parentheses and escapes in strings', () => {
    expect(operations(String.raw`(a (b\) c) d\\) Tj (q) '`)).toEqual([
      [String.raw`(a (b\) c) d\\)`, 'Tj'],
      ['(q)', "'"],
    ]);
  });

  it('skips comments, also those that look like operators', () => {
    expect(operations('1 % q Q (\n2 m')).toEqual([['1', '2', 'm']]);
  });

  it('tells words that are objects from operators', () => {
    expect(operations('true false null sh trueish')).toEqual([['true', 'false', 'null', 'sh'], ['trueish']]);
  });

  it('takes an inline image as one operation, whatever its data are', () => {
    const image = 'BI /W 2 /H 1 /BPC 8 ID \x00 EI \x01\xff(\x02 EI';
    expect(operations(`q ${image} Q`)).toEqual([['q'], ['/W', '2', '/H', '1', '/BPC', '8', 'BI'], ['Q']]);
    expect(wholes(`q ${image} Q`)).toEqual(['q', image, 'Q']);
  });

  it('tells the range from the first operand to the operator', () => {
    expect(wholes(' 1 0\n0 rg\tBT ')).toEqual(['1 0\n0 rg', 'BT']);
  });

  it.each(['(cut', '[1 2', '<</A 1', '<41', 'BI /W 1 ID abc', '1 2', '>', ')'])(
    'comes to an end in %s',
    (content) => {
      expect(operations(content).length).toBeLessThanOrEqual(1);
    },
  );
});
