import { describe, expect, it } from 'vitest';
import type { Metadata } from '../../../src/book/metadata.ts';
import { attachHalfTitle } from '../../../src/matter/front/half-title.ts';
import { attachTitlePage } from '../../../src/matter/front/title-page.ts';
import { sixByNine } from '../../builders/metadata.ts';
import { makeMdastBook, makeSection, toHtml } from '../../builders/mdast-book.ts';

const asked: Partial<Metadata> = { subtitle: 'A Tale', print: { ...sixByNine, halfTitle: true } };

describe('attachHalfTitle', () => {
  it('adds the title alone before the title page, on paper only', () => {
    const { front } = attachTitlePage(attachHalfTitle(makeMdastBook({}, asked)));
    expect(front.map(({ role }) => role)).toEqual(['halftitlepage', 'titlepage']);
    expect(front[0]).toMatchObject({ title: 'The Whale', untitled: true, toc: false });
    expect(front[0]?.products).toEqual(['print', 'pdf']);
    expect(toHtml(front[0]!.tree)).toBe('<p class="title">The Whale</p>');
  });

  it('adds none unasked', () => {
    const book = makeMdastBook({});
    expect(attachHalfTitle(book)).toBe(book);
  });

  it("leaves an author's own alone, for all editions", () => {
    const own = makeSection('half', '', { role: 'halftitlepage' });
    const book = makeMdastBook({ front: [own] }, asked);
    expect(attachHalfTitle(book)).toBe(book);
  });
});
