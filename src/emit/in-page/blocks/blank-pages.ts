import type { PaginationOptions } from '../../pdf/page/pagination.ts';
import type { Layout } from '../layout/layout.ts';

/** The empty pages of a book: before right-hand openings and at the end. */
export interface BlankPages {
  readonly elements: () => HTMLElement[];
  /** Puts empty pages in, and takes out those no longer needed; whether there were such. */
  readonly insert: (layout: Layout) => boolean;
  /** Whether every section opens on its side and the pages are as many as they should be. */
  readonly inPlace: (layout: Layout) => boolean;
}

/**
 * @param elements element of each section, in order
 * @param end what the book ends before
 */
export function blankPages(
  { sections, pageMultiple = 1 }: PaginationOptions,
  elements: ReadonlyArray<HTMLElement | null>,
  end: Element,
): BlankPages {
  const before = new Map<Element, HTMLElement>();
  const atEnd: HTMLElement[] = [];

  /** How many pages more there are now, and whether any moved. */
  const balanceOpenings = (starts: ReadonlyArray<number>): { shift: number; moved: boolean } => {
    let shift = 0;
    let moved = false;
    sections.forEach((section, index) => {
      const element = elements[index];
      if (!element || section.opens !== 'right') return;
      if (((starts[index] ?? 0) + shift) % 2 === 0) return;
      shift += toggle(before, element);
      moved = true;
    });
    return { shift, moved };
  };

  return {
    elements: () => [...before.values(), ...atEnd],
    insert: ({ starts, tops }) => {
      const written = tops.length - atEnd.length;
      const { shift, moved } = balanceOpenings(starts);
      return fillUp(atEnd, end, written + shift, pageMultiple) || moved;
    },
    inPlace: ({ starts, tops }) =>
      tops.length % pageMultiple === 0 &&
      sections.every((section, index) => section.opens !== 'right' || (starts[index] ?? 0) % 2 === 0),
  };
}

/** Takes the empty page before an element out, or puts one in; how many pages more there are now. */
function toggle(blanks: Map<Element, HTMLElement>, element: Element): 1 | -1 {
  const present = blanks.get(element);
  if (present !== undefined) {
    present.remove();
    blanks.delete(element);
    return -1;
  }
  const blank = blankPage();
  element.before(blank);
  blanks.set(element, blank);
  return 1;
}

function fillUp(blanks: HTMLElement[], end: Element, pages: number, multiple: number): boolean {
  const wanted = (multiple - (pages % multiple)) % multiple;
  const changes = blanks.length !== wanted;
  while (blanks.length > wanted) blanks.pop()?.remove();
  while (blanks.length < wanted) {
    const blank = blankPage();
    end.before(blank);
    blanks.push(blank);
  }
  return changes;
}

function blankPage(): HTMLElement {
  const blank = document.createElement('div');
  blank.className = 'blank-page';
  return blank;
}
