import { describe, expect, it } from 'vitest';
import type { Metadata } from '../../../src/book/metadata.ts';
import { attachHalfTitle } from '../../../src/matter/front/half-title.ts';
import { attachTitlePage } from '../../../src/matter/front/title-page.ts';
import { sixByNine } from '../../make-metadata.ts';
import { makeBook, makeSection, toHtml } from '../make-book.ts';

const asked: Partial<Metadata> = { subtitle: 'A Tale', print: { ...sixByNine, halfTitle: true } };

describe('attachHalfTitle', () => {
  it('adds the title alone before the title page, on paper only', () => {
    const { front } = attachTitlePage(attachHalfTitle(makeBook({}, asked)));
    expect(front.map(({ role }) => role)).toEqual(['halftitlepage', 'titlepage']);
    expect(front[0]).toMatchObject({ title: 'The Whale', untitled: true, toc: false });
    expect(front[0]?.products).toEqual(['print', 'pdf']);
    expect(toHtml(front[0]!.tree)).toBe('<p class="title">The Whale</p>');
  });

  it('adds none unasked', () => {
    const book = makeBook({});
    expect(attachHalfTitle(book)).toBe(book);
  });

  it("leaves an author's own alone, for all editions", () => {
    const own = makeSection('half', '', { role: 'halftitlepage' });
    const book = makeBook({ front: [own] }, asked);
    expect(attachHalfTitle(book)).toBe(book);
  });
});
