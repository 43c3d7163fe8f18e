import { describe, expect, it } from 'vitest';
import { ByteString, type Operand } from '../../../src/preflight/pdf/content/operand.ts';
import { readContent } from '../../../src/preflight/pdf/content/read-content.ts';

function read(content: string): Array<[string, Operand[]]> {
  const found: Array<[string, Operand[]]> = [];
  readContent(Buffer.from(content, 'latin1'), (operator, operands) => {
    found.push([operator, operands]);
    return true;
  });
  return found;
}

const bytes = (text: string): ByteString => new ByteString([...Buffer.from(text, 'latin1')]);

describe('the reader of content streams', () => {
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

  it('stops when it is told to', () => {
    let count = 0;
    readContent(Buffer.from('q q q q'), () => ++count < 2);
    expect(count).toBe(2);
  });
});
