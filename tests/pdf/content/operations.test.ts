import { describe, expect, it } from 'vitest';
import { ByteString, type Operand } from '../../../src/pdf/content/operand.ts';
import { Operations } from '../../../src/pdf/content/operations.ts';

/** Every operation as its operator and its operands; those of an inline image are a dictionary. */
function read(content: string): Array<[string, Operand[]]> {
  const found: Array<[string, Operand[]]> = [];
  const operations = new Operations(Buffer.from(content, 'latin1'));
  while (operations.next()) {
    const { operator, count } = operations;
    const operands = Array.from({ length: count }, (_, index) => operations.operand(index) as Operand);
    found.push([operator, operator === 'BI' ? [operations.dictionary()] : operands]);
  }
  return found;
}

/** Every operation as typed, operands and all. */
function wholes(content: string): string[] {
  const found: string[] = [];
  const bytes = Buffer.from(content, 'latin1');
  const operations = new Operations(bytes);
  while (operations.next()) {
    expect(operations.start).toBeLessThan(operations.end);
    found.push(bytes.toString('latin1', operations.start, operations.end));
  }
  return found;
}

const bytes = (text: string): ByteString => new ByteString([...Buffer.from(text, 'latin1')]);

describe('the operations of a content stream', () => {
  it.each<[string, Array<[string, Operand[]]>]>([
    ['1 -2.5 .5 +3 4. 0.25 cm', [['cm', [1, -2.5, 0.5, 3, 4, 0.25]]]],
    ['/F1 12 Tf', [['Tf', [{ name: 'F1' }, 12]]]],
    ['/A#20B gs', [['gs', [{ name: 'A B' }]]]],
    ['(a\\(b\\)(c)\\n\\101\\\nd) Tj', [['Tj', [bytes('a(b)(c)\nAd')]]]],
    ['<41 4> Tj', [['Tj', [bytes('A@')]]]],
    ['[(a) -20 (b)]TJ', [['TJ', [[bytes('a'), -20, bytes('b')]]]]],
    [
      '/P <</MCID 3 /Lang (de)>>BDC',
      [
        [
          'BDC',
          [
            { name: 'P' },
            new Map<string, Operand>([
              ['MCID', 3],
              ['Lang', bytes('de')],
            ]),
          ],
        ],
      ],
    ],
    [
      'q % a comment Q\nQ',
      [
        ['q', []],
        ['Q', []],
      ],
    ],
    [
      '1 0 0 rg\r\nf*',
      [
        ['rg', [1, 0, 0]],
        ['f*', []],
      ],
    ],
    ['true false null x', [['x', [true, false, null]]]],
    [']) > } y', [['y', []]]],
    ['', []],
  ])('reads %j', (content, expected) => {
    expect(read(content)).toEqual(expected);
  });

  it('passes over the bytes of inline images', () => {
    const inline = [
      ['W', 2],
      ['H', 1],
      ['CS', { name: 'G' }],
      ['BPC', 8],
    ] as const;
    const found = read('BI /W 2 /H 1 /CS /G /BPC 8 ID \u0001EI\u0002 EI\nQ');
    expect(found.map(([operator]) => operator)).toEqual(['BI', 'Q']);
    expect(found[0]?.[1]).toEqual([new Map<string, Operand>(inline)]);
  });

  it('takes arrays and dictionaries as one operand, nested as they may be', () => {
    expect(wholes('/P <</MCID 3 /A [1 <</B (>>)>>]>>BDC [(a) -20 <6F>] TJ')).toEqual([
      '/P <</MCID 3 /A [1 <</B (>>)>>]>>BDC',
      '[(a) -20 <6F>] TJ',
    ]);
  });

  it('knows nested parentheses and escapes in strings', () => {
    expect(wholes(String.raw`(a (b\) c) d\\) Tj (q) '`)).toEqual([String.raw`(a (b\) c) d\\) Tj`, "(q) '"]);
  });

  it('tells words that are objects from operators', () => {
    expect(read('true false null sh trueish')).toEqual([
      ['sh', [true, false, null]],
      ['trueish', []],
    ]);
  });

  it('takes an inline image as one operation, whatever its data are', () => {
    const image = 'BI /W 2 /H 1 /BPC 8 ID \x00 EI \x01\xff(\x02 EI';
    expect(wholes(`q ${image} Q`)).toEqual(['q', image, 'Q']);
  });

  it('tells the range from the first operand to the operator', () => {
    expect(wholes(' 1 0\n0 rg\tBT ')).toEqual(['1 0\n0 rg', 'BT']);
  });

  it('reads the numbers of an operation, 0 for what is none', () => {
    const operations = new Operations(Buffer.from('1 /A .5 scn'));
    expect(operations.next()).toBe(true);
    expect(operations.numbers()).toEqual([1, 0.5]);
    expect([0, 1, 2, 3].map((index) => operations.number(index))).toEqual([1, 0, 0.5, 0]);
    expect(operations.operand(3)).toBeUndefined();
  });

  it.each(['(cut', '[1 2', '<</A 1', '<41', 'BI /W 1 ID abc', '1 2', '>', ')'])(
    'comes to an end in %s',
    (content) => {
      expect(read(content).length).toBeLessThanOrEqual(1);
    },
  );
});
