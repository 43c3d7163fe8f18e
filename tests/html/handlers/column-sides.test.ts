import type { Table } from 'mdast';
import { expect, it } from 'vitest';
import { columnSides } from '../../../src/html/handlers/column-sides.ts';
import { parsed } from '../convert.ts';

it('knows numbers by any digits', () => {
  const { tree } = parsed('| अ | ब |\n|---|---|\n| १,२०० | क |\n| १५.५ | ख |');
  expect(columnSides(tree.children[0] as Table)).toEqual(['right', null]);
});

it('sets columns of numbers flush right unless the author says otherwise', () => {
  const { tree } = parsed(
    [
      '| Name | Tons | Price | Year | Share | Mixed | Empty |',
      '|---|---|---|:--|---|---|---|',
      '| A | 1,200 | € 3.50 | 1840 | 12 % | 3 | |',
      '| B | −15.5 | – | 1841 | *8* % | ca. 4 | |',
    ].join('\n'),
  );
  expect(columnSides(tree.children[0] as Table)).toEqual([
    null,
    'right',
    'right',
    'left',
    'right',
    null,
    null,
  ]);
});
