import { describe, expect, test } from 'vitest';
import { marginTexts } from '../../../../src/emit/in-page/margins/margin-texts.ts';
import type { PaginationOptions } from '../../../../src/emit/pdf/page/pagination.ts';

const section = (id: string, furniture: 'all' | 'none' = 'all') =>
  ({ id, opens: 'any', head: `Head of ${id}`, furniture }) as const;

const options: PaginationOptions = {
  sections: [section('title', 'none'), section('one'), section('notes')],
  textWidth: 300,
  bookHead: 'Book',
  firstBody: 'one',
  notes: { section: 'notes', citations: [], toPages: ['', ''], toPage: ['', ''], room: 40 },
};

const texts = marginTexts(
  options,
  {
    labels: ['i', 'ii', '1', '2', '3', '4', '5', '6', '7'],
    starts: [0, 2, 6],
    blanks: new Set([1, 5]),
  },
  new Map([
    [4, 'Notes to page 9'],
    [7, 'Notes to page 1'],
  ]),
);

describe('marginTexts', () => {
  test('heads are those of the book on left pages, of the section on right ones, of the notes on theirs', () => {
    expect(texts.heads).toEqual([
      '',
      '',
      '',
      'Book',
      'Head of one',
      '',
      '',
      'Notes to page 1',
      'Head of notes',
    ]);
  });

  test('folios stand beside heads, and at the foot of openings', () => {
    expect(texts.folios).toEqual(['', '', '', '2', '3', '', '', '6', '7']);
    expect(texts.dropFolios).toEqual(['', '', '1', '', '', '', '5', '', '']);
  });
});
