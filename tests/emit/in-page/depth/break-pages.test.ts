import { describe, expect, test } from 'vitest';
import { breakPages, flowingPages } from '../../../../src/emit/in-page/depth/break-pages.ts';
import type { FlowItem } from '../../../../src/emit/in-page/depth/flow-item.ts';
import type { Pages } from '../../../../src/emit/in-page/depth/place.ts';

const pages: Pages = { height: 100, lineHeight: 10, beginsLeft: false };

/** A paragraph of so many lines, of which ten fill a page. */
function paragraph(lines: number, rest: Partial<FlowItem> = {}): FlowItem {
  return {
    gap: 0,
    stretches: false,
    lead: 0,
    leadGap: 0,
    lines,
    lineHeight: 10,
    tail: 0,
    divides: lines > 3 ? 'freely' : 'if need be',
    obeys: true,
    again: 0,
    lengths: [],
    hyphens: [],
    ...rest,
  };
}

/** A heading that stays with what is below it, and has a line above it. */
function headed(lines: number): FlowItem {
  return paragraph(lines, { gap: 10, stretches: true, lead: 10 });
}

describe('flowingPages', () => {
  test('leaves no fewer than two lines of a paragraph on either page', () => {
    const { placements, hasShort } = flowingPages([paragraph(5), paragraph(6), paragraph(6)], pages);
    expect(placements).toEqual([
      { more: 0, stretch: 0, leadStretch: 0, page: 0, steered: false },
      { more: 0, stretch: 0, leadStretch: 0, page: 0, divided: 4, steered: false },
      { more: 0, stretch: 0, leadStretch: 0, page: 1, steered: false },
    ]);
    expect(hasShort).toBe(true);
  });

  test('moves what is short or may not be divided, with the heading above it', () => {
    const figure = paragraph(1, { lineHeight: 60, divides: 'never' });
    const { placements, count } = flowingPages([paragraph(8), paragraph(3), figure, headed(4)], pages);
    expect(placements.map(({ page }) => page)).toEqual([0, 1, 1, 2]);
    expect(count).toBe(3);
  });

  test('fills several pages with one paragraph', () => {
    const { placements, count, hasShort } = flowingPages([paragraph(35), paragraph(5)], pages);
    expect(placements[0]).toMatchObject({ page: 0, divided: 10 });
    expect(placements[1]).toMatchObject({ page: 3 });
    expect({ count, hasShort }).toEqual({ count: 4, hasShort: false });
  });

  test('takes two lines over to the next page for a break between scenes that has no room', () => {
    const scene = paragraph(4, { gap: 5, lead: 15, clings: true });
    const { placements, count } = flowingPages([paragraph(8, { isClungTo: true }), scene], pages);
    expect(placements).toMatchObject([
      { page: 0, divided: 6 },
      { page: 1, steered: false },
    ]);
    expect(count).toBe(2);
    // Where it has room, nothing goes over.
    const [before] = flowingPages([paragraph(5, { isClungTo: true }), scene], pages).placements;
    expect(before).toEqual({ more: 0, stretch: 0, leadStretch: 0, page: 0, steered: false });
  });

  test('gives no space above what begins a page', () => {
    const { placements } = flowingPages([paragraph(9), headed(8), paragraph(4)], pages);
    // With the line above the heading, the last would not stand on that page at all.
    expect(placements[2]).toMatchObject({ page: 2 });
    expect(flowingPages([paragraph(9), headed(7), paragraph(4)], pages).placements[2]).toMatchObject({
      page: 1,
      divided: 2,
    });
  });
});

describe('breakPages', () => {
  test('tells what goes over with directions above it, which could be divided, to begin the page', () => {
    const directed = paragraph(5, { lead: 30, leadGap: 1 });
    expect(breakPages([paragraph(7), directed], pages).placements[1]).toMatchObject({
      page: 1,
      steered: true,
    });
    // A heading has its margins, which would be left free then.
    const withGap = { ...directed, gap: 10 };
    expect(breakPages([paragraph(7), withGap], pages).placements[1]).toMatchObject({
      page: 1,
      steered: false,
    });
  });

  test('has nothing to do where pages are full', () => {
    const flow = [paragraph(5), paragraph(7), paragraph(8), paragraph(6)];
    expect(breakPages(flow, pages).placements).toEqual(flowingPages(flow, pages).placements);
  });

  test('gives a paragraph a line more so that a page is full', () => {
    const longer = [{ more: 1, cost: 100, hyphens: [] }];
    const flow = [paragraph(5, { lengths: longer }), paragraph(4), paragraph(2), paragraph(8)];
    expect(flowingPages(flow, pages).hasShort).toBe(true);
    const { placements, hasShort } = breakPages(flow, pages);
    expect(placements.map(({ more }) => more)).toEqual([1, 0, 0, 0]);
    expect(hasShort).toBe(false);
  });

  test('leaves a page short where the paragraph would look bad', () => {
    const ugly = [{ more: 1, cost: 5000, hyphens: [] }];
    const flow = [paragraph(5, { lengths: ugly }), paragraph(4), paragraph(2), paragraph(9)];
    expect(breakPages(flow, pages)).toMatchObject({ hasShort: true, placements: [{ more: 0 }, {}, {}, {}] });
  });

  test('ends a page in the first line of a paragraph where that fills it, never in the last but one', () => {
    const [first, second] = breakPages([paragraph(9), paragraph(3), paragraph(7)], pages).placements;
    expect(first).toMatchObject({ page: 0 });
    expect(second).toEqual({ more: 0, stretch: 0, leadStretch: 0, page: 0, divided: 1, steered: true });
    const two = breakPages([paragraph(9), paragraph(2), paragraph(7)], pages).placements;
    expect(two[1]).toMatchObject({ page: 1, steered: false });
  });

  test('leaves more white above headings, in whole lines, so that a page is full', () => {
    const figure = paragraph(1, { lineHeight: 80, divides: 'never' });
    const { placements, hasShort } = breakPages([paragraph(3), headed(4), figure, paragraph(6)], pages);
    expect(placements.map(({ stretch }) => stretch)).toEqual([0, 10, 0, 0]);
    expect(hasShort).toBe(false);
  });

  test('brings text back to the grid below what is off it, with half of the white above that', () => {
    const code = paragraph(1, { lineHeight: 17, divides: 'never', gap: 5, stretches: true });
    const text = paragraph(4, { gap: 5, stretches: true });
    const { placements } = breakPages([paragraph(2), code, text], pages);
    expect(placements.map(({ stretch }) => stretch)).toEqual([0, 1.5, 1.5]);
    // At the head of a page there is no room above it.
    const { placements: atHead } = breakPages([{ ...code, lineHeight: 23 }, text], pages);
    expect(atHead.map(({ stretch }) => stretch)).toEqual([0, 2]);
  });

  test('fills a page that is less than a line short with white above the last of its gaps', () => {
    const text = paragraph(4, { gap: 10, stretches: true });
    const code = paragraph(1, { lineHeight: 24, divides: 'never' });
    const figure = paragraph(1, { lineHeight: 80, divides: 'never' });
    const { placements, hasShort } = breakPages([paragraph(2), text, code, figure], pages);
    // Six pixels, and one less lest rounding ends the page a line before.
    expect(placements.map(({ stretch }) => stretch)).toEqual([0, 5, 0, 0]);
    expect(hasShort).toBe(false);
  });

  test('fills a page that is a third of a line short, as code and tables leave it', () => {
    const code = paragraph(1, { lineHeight: 17, gap: 10, stretches: true, divides: 'never' });
    const flow = [paragraph(2), code, paragraph(5), paragraph(8)];
    const { placements } = breakPages(flow, { ...pages, height: 100 });
    expect(placements[1]?.stretch).toBeCloseTo(2, 0);
  });

  test('begins no page with a break between scenes', () => {
    const scene = paragraph(4, { gap: 5, lead: 15, clings: true });
    for (const lines of [5, 6, 7, 8, 9, 10]) {
      const flow = [paragraph(lines, { isClungTo: true }), scene, paragraph(12)];
      const [before, after] = breakPages(flow, pages).placements;
      // Lines of what is above it stand on its page.
      expect(after?.page === 0 || before?.divided !== undefined || before?.page === 1).toBe(true);
    }
  });

  test('ends no page in a hyphen where it can end elsewhere as well', () => {
    const flow = (hyphens: number[]): FlowItem[] => [
      paragraph(6, { lengths: [{ more: 1, cost: 50, hyphens: [] }] }),
      paragraph(8, { hyphens }),
      paragraph(12),
    ];
    expect(breakPages(flow([]), pages).placements[1]).toMatchObject({ divided: 4 });
    expect(breakPages(flow([4]), pages).placements[1]).toMatchObject({ divided: 3 });
  });

  test('opens a chapter a line lower so that its first page is full', () => {
    const opening = paragraph(7, { lead: 20, leadGap: 10, divides: 'never' });
    const { placements, hasShort } = breakPages([opening, paragraph(3, { divides: 'never' })], pages);
    expect(placements[0]).toMatchObject({ leadStretch: 10 });
    expect(hasShort).toBe(false);
  });

  test('brings text below a heading at the head of a page to the grid', () => {
    const opening = paragraph(10, { lead: 14, leadGap: 5 });
    const [first, second] = breakPages([opening, paragraph(8)], pages).placements;
    expect(first).toMatchObject({ leadStretch: 6, page: 0, divided: 8 });
    expect(second).toMatchObject({ leadStretch: 0, page: 1 });
  });

  test('makes pages that face each other of one depth where they cannot be full', () => {
    // Three lines that cannot be divided end the left-hand page a line early; the right-hand one follows it.
    const whole = paragraph(3, { divides: 'never' });
    const flow = [paragraph(6), whole, whole, paragraph(6), paragraph(4), paragraph(6)];
    const left = breakPages(flow, { ...pages, beginsLeft: true }).placements;
    const right = breakPages(flow, pages).placements;
    expect(left.slice(0, 3).map(({ page }) => page)).toEqual([0, 0, 1]);
    // Facing it, the page ends a line early too; behind it, it is full.
    expect(left[4]).toMatchObject({ page: 2 });
    expect(right[4]).toMatchObject({ page: 1, divided: 1 });
  });

  test('shares white between the stanzas of a page, and of this page alone', () => {
    const stanza = (lines: number): FlowItem =>
      paragraph(lines, { divides: 'never', gap: 10, stretches: true, isEven: true });
    // The first three leave a line free, in which the fourth has no room.
    const { placements } = breakPages([2, 2, 3, 2, 2, 2].map(stanza), pages);
    expect(placements.map(({ page }) => page)).toEqual([0, 0, 0, 1, 1, 1]);
    const [, second, third, , fifth, sixth] = placements.map(({ stretch }) => stretch);
    expect([second, third]).toEqual([5, 5]);
    expect([fifth, sixth]).toEqual([0, 0]);
  });
});
