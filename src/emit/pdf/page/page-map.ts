import type { BlockPart, HoleInPage, PageMap } from '../../../book/page-map.ts';
import type { PrintDocument } from '../document/document.ts';
import { textAreaOf, type Geometry } from './geometry.ts';
import type { BlockPlace, PageHole, PaginationResult } from './pagination.ts';

/**
 * Where everything fell, for all who speak of pages.
 *
 * @param pagination what was measured
 * @param document what was laid out
 */
export function pageMapOf(
  { pages, anchors, feet, starts, places, holes }: PaginationResult,
  geometry: Geometry,
  { blocks }: Pick<PrintDocument, 'blocks'>,
): PageMap {
  const { top } = textAreaOf(geometry);
  return {
    pages,
    anchors: new Map(anchors.map((anchor) => [anchor.id, anchor.page])),
    ...(feet && { feet: new Map(feet.map(({ page, y }) => [page, top - 0.75 * y])) }),
    ...(places && { blocks: blockParts(places, geometry, blocks) }),
    ...(holes && { holes: holes.map((hole) => writtenAt(hole, blocks)) }),
    starts: starts.map((start) =>
      start.below === undefined ? start : { ...start, below: top - 0.75 * start.below },
    ),
  };
}

/** Where what comes next was written. */
function writtenAt({ page, lines, kind, block }: PageHole, blocks: PrintDocument['blocks']): HoleInPage {
  const { file, position } = blocks[block] ?? {};
  return {
    page,
    lines,
    kind,
    ...(file?.path !== undefined && position && { file: file.path, line: position.start.line }),
  };
}

/** The parts of those blocks of which it is known where they were written. */
function blockParts(
  places: ReadonlyArray<BlockPlace>,
  { bleed, margins }: Geometry,
  blocks: PrintDocument['blocks'],
): BlockPart[] {
  const heights = new Map<number, number>();
  for (const { block, top, bottom } of places) heights.set(block, (heights.get(block) ?? 0) + bottom - top);
  const before = new Map<number, number>();
  return places.flatMap(({ block, page, top, bottom }) => {
    const { file, position } = blocks[block] ?? {};
    if (file?.path === undefined || position === undefined) return [];
    const from = before.get(block) ?? 0;
    const to = from + (bottom - top) / (heights.get(block) ?? 1);
    before.set(block, to);
    const onSheet = (y: number): number => bleed + margins.top + 0.75 * y;
    return [
      {
        page,
        top: onSheet(top),
        bottom: onSheet(bottom),
        from,
        to,
        file: file.path,
        line: position.start.line,
        lastLine: position.end.line,
      },
    ];
  });
}
