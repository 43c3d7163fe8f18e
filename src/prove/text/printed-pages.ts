import { append } from '../../book/long-lists.ts';
import type { Bytes } from '../../book/bytes.ts';
import { Objects } from '../../pdf/file/objects.ts';
import { filePages, type FilePage } from '../../pdf/file/pages.ts';
import type { Shelf } from '../../book/shelf.ts';
import { beginningsOf } from '../pages/beginnings.ts';
import type { PrintedPage } from '../pages/first-words.ts';
import { pageLabels } from '../pages/page-labels.ts';
import type { Folding } from './folding.ts';
import { PageRuns } from './page-runs.ts';
import type { Shown } from './reading-order.ts';

/** Heights in points from the lower edge of the sheet. */
export interface TextArea {
  readonly bottom: number;
  readonly top: number;
}

/** What the pages of a PDF show, without running heads and folios. */
export class PrintedPages {
  readonly #objects: Objects;
  readonly #pages: ReadonlyArray<FilePage>;
  readonly #runs: PageRuns;
  readonly #area: TextArea | undefined;
  readonly #feet: ReadonlyMap<number, number>;
  readonly #read = new Map<number, ReadonlyArray<Shown>>();

  /**
   * @param bytes the finished file
   * @param folding how the text is written
   * @param shelf where the runs of pages are kept
   * @param area where the text of the pages stands, if artifacts are not marked as such
   * @param feet where the notes at the foot of pages begin, by index of page
   */
  constructor(
    bytes: Bytes,
    folding: Folding,
    shelf: Shelf,
    area?: TextArea,
    feet: ReadonlyMap<number, number> = new Map(),
  ) {
    this.#objects = Objects.of(bytes);
    this.#pages = filePages(this.#objects);
    this.#runs = new PageRuns(this.#objects, folding, shelf);
    this.#area = area;
    this.#feet = feet;
  }

  /**
   * The runs on pages from an index up to another, both included; none of them is empty. Those at the foot of
   * pages come behind the others, as notes do in their section; on the last page another one begins.
   */
  runs(first: number, last: number): Shown[] {
    const found: Shown[] = [];
    const feet: Shown[] = [];
    for (let index = first; index <= Math.min(last, this.#pages.length - 1); index += 1) {
      if (index === last) append(found, feet.splice(0));
      const height = this.#feet.get(index);
      const runs = this.#page(index);
      append(found, height === undefined ? runs : runs.filter(({ place }) => !isBelow(place, height)));
      if (height !== undefined)
        append(
          feet,
          runs.filter(({ place }) => isBelow(place, height)),
        );
    }
    append(found, feet);
    return found;
  }

  /** What viewers call each page, and with what it begins, as far as that is asked for. */
  all(): PrintedPage[] {
    const labels = pageLabels(this.#objects, this.#pages.length);
    return labels.map((label, index) => ({
      label,
      beginnings: (below) => {
        const runs = this.runs(index, index);
        return beginningsOf(below === undefined ? runs : runs.filter(({ place }) => isBelow(place, below)));
      },
    }));
  }

  #page(index: number): ReadonlyArray<Shown> {
    const known = this.#read.get(index);
    if (known !== undefined) return known;
    const area = this.#area;
    const runs = this.#runs
      .of(this.#pages[index]!)
      .filter(({ artifact, y }) => !artifact && (area === undefined || (y > area.bottom && y < area.top)))
      .filter(({ text }) => text !== '')
      .map(({ text, x, y, reversed }) => ({ letters: text, place: { page: index, x, y, reversed } }));
    this.#read.set(index, runs);
    return runs;
  }
}

function isBelow(place: Shown['place'], height: number): boolean {
  return place !== undefined && place.y < height;
}
