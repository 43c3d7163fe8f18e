import { describe, expect, it } from 'vitest';
import { parseText, withoutPositions } from '../tree.ts';

const list = (...children: unknown[]): unknown => ({ type: 'defList', children });
const term = (value: string): unknown => ({ type: 'defListTerm', children: [{ value }] });
const meaning = (...children: unknown[]): unknown => ({
  type: 'defListDescription',
  children: [{ type: 'paragraph', children }],
});

describe('remarkIndentedDefinitions', () => {
  it('reads definition lists in notes, their paragraphs joined', () => {
    const { book } = parseText(
      'a[^o]\n\n[^o]: Text\n\n    Term\n    : First *one*\n    goes on\n    : second\n\n    Other\n    : third',
    );
    expect(withoutPositions(book.notes[0]?.tree.children)).toMatchObject([
      { type: 'paragraph' },
      list(
        term('Term'),
        meaning({ value: 'First ' }, { type: 'emphasis' }, { value: '\n' }, { value: 'goes on' }),
        meaning({ value: 'second' }),
        term('Other'),
        meaning({ value: 'third' }),
      ),
    ]);
  });

  it('reads them in list items, with the place of what they say', () => {
    const [items] = parseText('- Term\n  : meaning').tree.children;
    expect(items).toMatchObject({
      children: [
        {
          children: [
            {
              type: 'defList',
              children: [
                {},
                {
                  children: [
                    { children: [{ value: 'meaning', position: { start: { line: 4, column: 5 } } }] },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it.each(['- : a', '- a\n  :smile', '- a :\n  b', '- a `x\n  : b`'])('leaves alone: %s', (text) => {
    expect(JSON.stringify(parseText(text).tree)).not.toContain('defList');
  });
});
