import { describe, expect, it } from 'vitest';
import type { Asset, Assets, Book, Hast } from '../../../src/book/book.ts';
import type { Message } from '../../../src/book/messages/messages.ts';
import type { PageStart } from '../../../src/book/page-map.ts';
import type { PreflightRuleId } from '../../../src/book/messages/preflight-rules.ts';
import { placedOnPages } from '../../../src/prove/places/page-places.ts';
import { writtenPlaces } from '../../../src/prove/places/written-places.ts';
import { makeSection } from '../../builders/hast-book.ts';

const asset = (path: string, mediaType: string, width: number): readonly [string, Asset] => [
  path,
  { path, bytes: new Uint8Array(), mediaType, width, height: 100 },
];
const assets: Assets = new Map([
  asset('a.png', 'image/png', 200),
  asset('b.png', 'image/png', 300),
  asset('c.svg', 'image/svg+xml', 200),
]);

const one =
  '<p id="p1">Text.</p>\n<img src="a.png">\n<p id="p2">Text.</p>\n<img src="b.png">\n<img src="c.svg">';
const book = {
  notes: [],
  front: [],
  body: [makeSection('one', one), makeSection('two', '<p id="p3">x</p>')],
  back: [],
};
const anchors = new Map([
  ['one', 2],
  ['p1', 2],
  ['p2', 4],
  ['two', 6],
  ['p3', 6],
]);

const starts: PageStart[] = [];

function placed(page: number | undefined, rule: PreflightRuleId, reason = 'Odd'): string {
  const message: Message = {
    file: 'x-press.pdf',
    line: 1,
    column: 1,
    ...(page !== undefined && { page }),
    severity: 'warning',
    rule,
    reason,
    hint: '',
  };
  const pageMap = { anchors, starts };
  const written = writtenPlaces({ book: book as unknown as Book<Hast>, assets, pageMap });
  const [told] = placedOnPages([message], written);
  return `${told?.file}:${told?.page ?? told?.line} ${told?.reason}`;
}

describe('a finding on a page', () => {
  it('is told at the picture of its size, wherever the page ends', () => {
    const reason = 'An image of 300 × 100 pixels is coarse';
    expect(placed(5, 'pdf-image-resolution', reason)).toBe(`one.md:4 ${reason} (x-press.pdf page 5)`);
    expect(placed(6, 'pdf-image-resolution', reason)).toBe(`one.md:4 ${reason} (x-press.pdf page 6)`);
  });

  it('is told at the drawing where it is about a line', () => {
    expect(placed(6, 'pdf-hairline')).toBe('one.md:5 Odd (x-press.pdf page 6)');
  });

  it('is told where the text of the page begins where more than one can be meant', () => {
    expect(placed(5, 'pdf-transparency')).toBe('one.md:3 Odd (x-press.pdf page 5)');
    expect(placed(7, 'pdf-text-cut')).toBe('two.md:1 Odd (x-press.pdf page 7)');
  });

  it('stays where it is on pages before the text, and where it is about the file', () => {
    expect(placed(1, 'pdf-text-cut')).toBe('x-press.pdf:1 Odd');
    expect(placed(undefined, 'pdf-x')).toBe('x-press.pdf:1 Odd');
  });
});
