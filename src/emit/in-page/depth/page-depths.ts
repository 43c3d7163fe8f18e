import type { PaginationOptions } from '../../pdf/page/pagination.ts';
import type { Layout } from '../layout/layout.ts';
import { SectionFloats } from '../floats/section-floats.ts';
import type { SetLines } from '../lines/set-lines.ts';
import { laidOut } from './read-flow.ts';
import { SectionDepths, type Plan } from './section-depths.ts';

/** The depths of the pages: how far down each is filled. */
export interface PageDepths {
  /**
   * Finds pages that are short, and how they could be full; the function returned sees to it, and tells whether it
   * changed anything, or is to be asked again.
   *
   * @param short paragraphs that will be kept whole from now on
   */
  readonly find: (layout: Layout, short: ReadonlySet<Element>) => () => boolean;
}

/** Fills the pages of sections, each for itself, once the lines of its paragraphs are set. */
export function pageDepths(
  { sections, figures }: Pick<PaginationOptions, 'sections' | 'figures'>,
  elements: ReadonlyArray<HTMLElement | null>,
  lines: SetLines,
): PageDepths {
  const range = document.createRange();
  // Contents are divided by themselves.
  const depths = elements.map((element) =>
    element === null || element.matches('.toc')
      ? undefined
      : new SectionDepths(element, lines, range, new SectionFloats(element, lines, figures !== 'here')),
  );
  let isFirst = true;
  return {
    find: (layout, short) => {
      const isLook = isFirst && layout.tops.length > 1;
      isFirst = false;
      const frame = {
        height: document.documentElement.getClientRects()[0]?.height ?? 0,
        lineHeight: laidOut(getComputedStyle(document.body).lineHeight),
      };
      const plans: Plan[] = [];
      let end = 0;
      sections.forEach(({ opens }, index) => {
        const start = layout.starts[index] ?? 0;
        const present = (layout.starts[index + 1] ?? layout.tops.length) - start;
        const begin = opens === 'right' ? end + (end % 2) : end;
        const plan = depths[index]?.plan(
          layout,
          present,
          { ...frame, beginsLeft: begin % 2 === 1 },
          short,
        ) ?? {
          pages: present,
        };
        plans.push(plan);
        end = begin + plan.pages;
      });
      return () => {
        for (const { carryOut } of plans) carryOut?.();
        return isLook || plans.some(({ carryOut }) => carryOut !== undefined);
      };
    },
  };
}
