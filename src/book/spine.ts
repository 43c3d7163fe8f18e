import type { Paper, Printer } from './printer.ts';

/**
 * The width of the spine of a paperback, in PDF points.
 *
 * @param printer the printer, who adds the thickness of the cover
 * @param paper the paper of the interior
 * @param pages how many pages the book has, blank ones included
 */
export function spineWidth(printer: Printer, paper: Paper, pages: number): number {
  return pages * paper.pageThickness + printer.spine.extra;
}
