import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';

/** A section of the report under its heading. */
export function section(id: string, name: string, content: ReadonlyArray<ElementContent>): Element {
  return h('section', { id, ariaLabelledBy: `${id}-heading` }, [
    h('h2', { id: `${id}-heading` }, name),
    ...content,
  ]);
}

/** A cell: text, or elements. */
export type Cell = string | Element;

/**
 * A table with a head, in a box of its own that scrolls where it is too wide.
 *
 * @param name what it holds, for those who do not see where it stands
 * @param numeric the columns of numbers, from 0
 */
export function table(
  name: string,
  heads: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<Cell>>,
  numeric: ReadonlyArray<number> = [],
): Element {
  const look = (index: number) => (numeric.includes(index) ? { className: ['number'] } : {});
  const head = h(
    'tr',
    heads.map((text, index) => h('th', { scope: 'col', ...look(index) }, text)),
  );
  const body = rows.map((cells) =>
    h(
      'tr',
      cells.map((cell, index) =>
        index === 0 ? h('th', { scope: 'row' }, [cell]) : h('td', look(index), [cell]),
      ),
    ),
  );
  return h('div.scrolls', { role: 'group', ariaLabel: name, tabIndex: 0 }, [
    h('table', [h('thead', [head]), h('tbody', body)]),
  ]);
}

/** Names and what is said of them. */
export function definitions(pairs: ReadonlyArray<readonly [name: string, value: string]>): Element {
  return h(
    'dl',
    pairs.map(([name, value]) => h('div', [h('dt', name), h('dd', value)])),
  );
}

/** A number as it is written in English: "12,345". */
export function number(value: number): string {
  return value.toLocaleString('en');
}
