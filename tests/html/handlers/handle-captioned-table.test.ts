import type { Table } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { CaptionedTable, FigureCaption } from '../../../src/book/nodes.ts';
import { convert, find, parsed, section } from '../convert.ts';

const caption: FigureCaption = {
  type: 'figureCaption',
  data: { hName: 'caption' },
  children: [{ type: 'text', value: 'Tonnage' }],
};

function tableOf(children: (table: Table) => CaptionedTable['children'], after = ''): string {
  const { tree, file } = parsed(`| A |\n|---|\n| oil |\n\n${after}`);
  const [table, ...rest] = tree.children;
  const node: CaptionedTable = {
    type: 'captionedTable',
    data: { hProperties: { id: 'tonnage', className: ['wide'] } },
    children: table?.type === 'table' ? children(table) : [],
  };
  const { book } = convert([section({ tree: { type: 'root', children: [node, ...rest] }, file })]);
  const [chapter] = book.body;
  const element = chapter && find(chapter.tree, 'table');
  const html = unified()
    .use(rehypeStringify)
    .stringify({ type: 'root', children: element ? [element] : [] });
  return html.replaceAll('\n', '');
}

const cells = '<thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td>oil</td></tr></tbody></table>';

describe('a table in a container', () => {
  it('has its caption first, and id and classes of the container', () => {
    expect(tableOf((table) => [caption, table])).toBe(
      `<table id="tonnage" class="wide captioned"><caption>Tonnage</caption>${cells}`,
    );
  });

  it('may be without a caption', () => {
    expect(tableOf((table) => [table])).toBe(`<table id="tonnage" class="wide">${cells}`);
  });

  it('stays whole where raw HTML has the text parsed anew', () => {
    expect(tableOf((table) => [caption, table], 'Some <span>raw</span> HTML.')).toBe(
      `<table id="tonnage" class="wide captioned"><caption>Tonnage</caption>${cells}`,
    );
  });
});
