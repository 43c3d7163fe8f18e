import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** The most columns and rows that a cell reaches over, as in HTML (4.9.11), and the most cells that all put in. */
const most = { columns: 1000, rows: 65_534, cells: 200_000 } as const;

/** Holds cells to what a table can have: a table of Markdown gets a cell of its own for each place that one reaches over. */
export function limitSpans(tree: Root): void {
  let cells = 0;
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'td' && element.tagName !== 'th') return;
    const columns = spanOf(element, 'colSpan', most.columns);
    const rows = spanOf(element, 'rowSpan', most.rows);
    if (columns * rows === 1) return;
    cells += columns * rows;
    const isTooMuch = cells > most.cells;
    if (isTooMuch) cells -= columns * rows;
    element.properties['colSpan'] = isTooMuch ? 1 : columns;
    element.properties['rowSpan'] = isTooMuch ? 1 : rows;
  });
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan', largest: number): number {
  const span = Math.trunc(Number(properties[name] ?? 1));
  return span >= 1 ? Math.min(span, largest) : 1;
}
