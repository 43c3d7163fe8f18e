import type { Element } from 'hast';
import type { AlignType, Table, TableCell, TableRow } from 'mdast';
import { columnSides } from './column-sides.ts';
import { element, text } from '../element.ts';
import type { Handler } from './handler.ts';

type State = Parameters<Handler>[0];

/**
 * A table: alignment as classes, since EPUB has no `align`; columns of numbers flush right; header cells with `scope`; no
 * header row when all its cells are empty.
 */
export const table: Handler = (state, node: Table) => {
  const [first, ...rest] = node.children;
  const align = columnSides(node);
  const groups: Element[] = [];
  if (first?.children.some((cell) => cell.children.length > 0)) {
    groups.push(element('thead', {}, lines([rowOf(state, first, align, 'th')]), first.position));
  }
  if (rest.length > 0) {
    groups.push(element('tbody', {}, lines(rest.map((row) => rowOf(state, row, align, 'td')))));
  }
  const result = element('table', {}, lines(groups), node.position);
  return state.applyData(node, result);
};

function rowOf(state: State, row: TableRow, align: readonly AlignType[], tagName: 'th' | 'td'): Element {
  const cells = align.map((side, index) => cellOf(state, row.children[index], side, tagName));
  return element('tr', {}, lines(cells), row.position);
}

/** A cell; a header cell without text is an ordinary one, since it heads nothing. */
function cellOf(state: State, cell: TableCell | undefined, side: AlignType, tagName: 'th' | 'td'): Element {
  const children = cell ? state.all(cell) : [];
  const header = tagName === 'th' && children.length > 0;
  const properties = {
    ...(header ? { scope: 'col' } : {}),
    ...(side ? { className: [`align-${side}`] } : {}),
  };
  return element(header ? 'th' : 'td', properties, children, cell?.position);
}

function lines(children: readonly Element[]): Element['children'] {
  return [text('\n'), ...children.flatMap((child) => [child, text('\n')])];
}
