/** How large pages are: whole rows fit into the window, or are as wide as it, or 1 is as they will be printed. */
export type Zoom = 'page' | 'width' | number;

/** Pixels for a point at full size. */
export const fullSize = 96 / 72;

/** Smaller than this pages are not shown, in pixels for a point. */
const least = 0.05;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How many pixels a point has.
 *
 * @param page in points
 * @param beside how many pages stand beside each other
 * @param room in pixels
 */
export function scaleFor(zoom: Zoom, page: Size, beside: number, room: Size): number {
  const width = room.width / (page.width * beside);
  const height = room.height / page.height;
  return Math.max(
    least,
    zoom === 'page' ? Math.min(width, height) : zoom === 'width' ? width : zoom * fullSize,
  );
}
